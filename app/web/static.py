"""Static files: named by their content, kept in memory ready to send, cached for ever by browsers.

The style sheet is a file, not inlined in each page: a first visit crosses five pages from a campaign's link to its
first question, so that 5.5 kB in each would cost 49 kB in all instead of 27, for one round trip less at the first.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli  # type: ignore[import-untyped]
from litestar import MediaType, Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from app.web.compression import accepted_encoding

STATIC = Path(__file__).resolve().parents[2] / "static"
PREFIX = "/static/"
# One request instead of several: files joined in this order.
BUNDLES: dict[str, tuple[str, ...]] = {
    "js/app.js": ("js/htmx.min.js", "js/pix.js", "js/live.js", "js/waiting.js", "js/keeping.js", "js/worker.js")
}

_IMMUTABLE = "public, max-age=31536000, immutable"
_COMPRESSIBLE = (".css", ".js", ".svg", ".html", ".txt", ".json")
_TYPES = {".js": "text/javascript", ".svg": "image/svg+xml", ".webp": "image/webp", ".avif": "image/avif"}
_HASHED = re.compile(r"(.+)\.[0-9a-f]{10}(\.\w+)")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, compressed once."""

    url: str
    media_type: str
    raw: bytes
    gzip: bytes | None
    br: bytes | None

    def body(self, encoding: str | None) -> bytes:
        """The bytes for an encoding, the file itself when it gains nothing by it."""
        if encoding == "br" and self.br is not None:
            return self.br
        if encoding == "gzip" and self.gzip is not None:
            return self.gzip
        return self.raw


def static(name: str) -> str:
    """The address of a file of ``static/``; a KeyError when there is none."""
    return assets()[name].url


@cache
def assets() -> dict[str, Asset]:
    """Every file of ``static/`` and every bundle, by name."""
    sources = {
        path.relative_to(STATIC).as_posix(): path.read_bytes()
        for path in sorted(STATIC.rglob("*"))
        if path.is_file() and path.suffix != ".md"
    }
    bundles = {name: b"\n".join(_small(part, sources[part]) for part in parts) for name, parts in BUNDLES.items()}
    joined = {part for parts in BUNDLES.values() for part in parts}
    kept = {name: _small(name, content) for name, content in sources.items() if name not in joined}
    return {name: _asset(name, content) for name, content in {**kept, **bundles}.items()}


def _asset(name: str, content: bytes) -> Asset:
    stem, _, suffix = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    compressible = f".{suffix}" in _COMPRESSIBLE
    return Asset(
        url=f"{PREFIX}{stem}.{digest}.{suffix}",
        media_type=_media_type(name),
        raw=content,
        gzip=_if_smaller(gzip.compress(content, 9, mtime=0), content) if compressible else None,
        br=_if_smaller(brotli.compress(content, quality=11), content) if compressible else None,
    )


def _if_smaller(compressed: bytes, content: bytes) -> bytes | None:
    return compressed if len(compressed) < len(content) else None


def _media_type(name: str) -> str:
    suffix = Path(name).suffix
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _small(name: str, content: bytes) -> bytes:
    if name.endswith(".css"):
        return minify_css(content.decode()).encode()
    if name.endswith(".js") and not name.endswith(".min.js"):
        return minify_js(content.decode()).encode()
    return content


def minify_css(css: str) -> str:
    """Without comments and useless spaces; strings are left as they are."""
    pieces = re.split(r"(\"[^\"]*\"|'[^']*')", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    for i in range(0, len(pieces), 2):
        piece = re.sub(r"\s+", " ", pieces[i])
        piece = re.sub(r" ?([{};,]) ?", r"\1", piece)
        piece = re.sub(r"(?<=[\w)\]]): ", ":", piece)
        piece = re.sub(r"(?<=[\w)\]*]) > (?=[\w.:\[*])", ">", piece)
        pieces[i] = piece.replace(";}", "}")
    return "".join(pieces).strip()


def minify_js(js: str) -> str:
    """Without indentation, blank lines and whole-line comments: safe, and compression does the rest."""
    lines = (line.strip() for line in js.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("//", "/*", "*")))


@cache
def _served() -> dict[str, Asset]:
    return {asset.url.removeprefix(PREFIX): asset for asset in assets().values()}


@get(PREFIX + "{path:path}", media_type=MediaType.TEXT, opt={"public": True}, name="static")
async def static_file(request: Request, path: FromPath[str]) -> Response[bytes]:  # type: ignore[type-arg]
    """A file by its hashed name. With the hash of another version (two run at once): ours, not kept."""
    name = path.lstrip("/")
    asset, cache_control = _served().get(name), _IMMUTABLE
    if asset is None:
        other = _HASHED.fullmatch(name)
        asset = assets().get(other[1] + other[2]) if other else None
        cache_control = "no-cache"
    if asset is None:
        raise NotFoundException
    encoding = accepted_encoding(request.headers.get("accept-encoding", ""))
    body = asset.body(encoding)
    headers = {"Cache-Control": cache_control}
    if asset.br is not None:
        headers["Vary"] = "Accept-Encoding"
        if body is not asset.raw and encoding is not None:
            headers["Content-Encoding"] = encoding
    return Response(body, media_type=asset.media_type, headers=headers)
