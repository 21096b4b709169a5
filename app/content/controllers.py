"""Files of the challenges, named by their content: browsers keep them for ever."""

from __future__ import annotations

from litestar import Controller, Response, get
from litestar.params import FromPath

from app.content.releases import media_file
from app.lib.refusals import NotFound

SHOWN = {"image/webp", "image/png", "image/jpeg", "image/avif", "image/gif"}
"""Types a page may show. Anything else is only downloaded: a file of a challenge never runs as a page of ours."""


class MediaController(Controller):
    path = "/fichiers"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get("/{fingerprint:str}/{name:str}")
    async def download(self, fingerprint: FromPath[str], name: FromPath[str]) -> Response[bytes]:  # noqa: ARG002 (the name is for people)
        """An illustration or an attachment."""
        found = await media_file(fingerprint)
        if found is None:
            raise NotFound
        return file_response(*found)


ROUTES = [MediaController]


def file_response(media_type: str, content: bytes) -> Response[bytes]:
    """A file of a challenge, shown or downloaded, kept by the browser, harmless."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    if media_type == "image/svg+xml":
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    elif media_type not in SHOWN:
        headers["Content-Disposition"] = "attachment"
        headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return Response(content, media_type=media_type, headers=headers)
