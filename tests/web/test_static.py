from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import brotli
import httpx
import pytest

from app.web.static import BUNDLES, STATIC, assets, minify_css, minify_js, static


async def test_a_file_is_kept_for_ever_under_the_name_of_its_content(site: httpx.AsyncClient) -> None:
    answer = await site.get(static("css/pix.css"))
    assert re.fullmatch(r"/static/css/pix\.[0-9a-f]{10}\.css", static("css/pix.css"))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/css")
    assert ".btn" in answer.text


@pytest.mark.parametrize("encoding", ["br", "gzip"])
async def test_it_is_sent_compressed(site: httpx.AsyncClient, encoding: str) -> None:
    async with site.stream("GET", static("js/app.js"), headers={"Accept-Encoding": encoding}) as answer:
        raw = b"".join([chunk async for chunk in answer.aiter_raw()])
    assert answer.headers["content-encoding"] == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    decompress = brotli.decompress if encoding == "br" else gzip.decompress
    assert decompress(raw) == assets()["js/app.js"].raw


async def test_an_image_is_sent_as_it_is(site: httpx.AsyncClient) -> None:
    answer = await site.get(static("icon-192.png"), headers={"Accept-Encoding": "gzip, br"})
    assert "content-encoding" not in answer.headers
    assert answer.content == (STATIC / "icon-192.png").read_bytes()


async def test_the_hash_of_another_version_gets_ours_and_does_not_keep_it(site: httpx.AsyncClient) -> None:
    answer = await site.get("/static/css/pix.0123456789.css")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")


@pytest.mark.parametrize("name", ["js/README.md", "css/rien.css", "../app/settings.py", "%2e%2e/pyproject.toml"])
async def test_nothing_else_is_served(site: httpx.AsyncClient, name: str) -> None:
    assert (await site.get(f"/static/{name}")).status_code == 404


def test_a_name_that_does_not_exist_fails_when_the_component_is_rendered() -> None:
    with pytest.raises(KeyError):
        static("css/rien.css")


def test_htmx_is_the_file_we_examined() -> None:
    stated = re.search(r"SHA-256: `([0-9a-f]{64})`", Path(STATIC / "js" / "README.md").read_text())
    assert stated
    assert hashlib.sha256((STATIC / "js" / "htmx.min.js").read_bytes()).hexdigest() == stated[1]
    assert assets()["js/app.js"].raw.startswith((STATIC / BUNDLES["js/app.js"][0]).read_bytes())


def test_what_a_page_loads_stays_within_its_budget() -> None:
    sizes = {name: len(asset.br or asset.raw) for name, asset in assets().items()}
    assert sizes["js/app.js"] <= 16_000
    assert sizes["css/pix.css"] <= 6_000
    assert sizes["css/orga.css"] <= 3_000
    assert sizes["icons.svg"] <= 2_000


def test_a_smaller_style_sheet_says_the_same() -> None:
    css = """/* note */
    @media (min-width: 48rem) { .a > b , .c :is(d): hover { color: red; content: " ; : }"; inset: calc(1px + 2px) } }
    .deep > h1 { margin: 0 ; }
    """
    assert minify_css(css) == (
        '@media (min-width:48rem){.a>b,.c :is(d):hover{color:red;content:" ; : }";inset:calc(1px + 2px)}}'
        ".deep>h1{margin:0}"
    )


def test_a_smaller_script_keeps_its_lines() -> None:
    assert minify_js("// note\n  let a = 1; // kept\n\n  b();\n") == "let a = 1; // kept\nb();"
