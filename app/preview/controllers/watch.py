"""What the script and the pages fetch: whether files changed, the files of the challenges."""

from __future__ import annotations

import asyncio

from litestar import Controller, MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from app.content.controllers import file_response
from app.lib.refusals import NotFound
from app.preview.tree import stamp_of
from app.preview.workshop import Workshop
from app.web.pages import AnyRequest


class WatchController(Controller):
    """Asked each second by an open page."""

    path = "/apercu/empreinte"

    @get()
    async def stamp(
        self, request: AnyRequest, workshop: NamedDependency[Workshop], epreuve: FromQuery[str] = ""
    ) -> Response[str | None]:
        """The stamp of the tree, or of the folder of a challenge; 304 to who has it."""
        reading = await workshop.tree.reading() if epreuve else None
        folder = reading.folders.get(epreuve) if reading else None
        root = workshop.tree.root
        tag = f'"{await asyncio.to_thread(stamp_of, root / folder.path if folder else root)}"'
        headers = {"ETag": tag, "Cache-Control": "no-store"}
        if request.headers.get("if-none-match") == tag:
            return Response(None, status_code=304, media_type=MediaType.TEXT, headers=headers)
        return Response(tag.strip('"') + "\n", media_type=MediaType.TEXT, headers=headers)


class FilesController(Controller):
    """Attachments and illustrations, at the addresses that learners' pages give, from the tree."""

    path = "/fichiers/{fingerprint:str}/{name:str}"

    @get()
    async def download(
        self, workshop: NamedDependency[Workshop], fingerprint: FromPath[str], name: FromPath[str]
    ) -> Response[bytes]:
        """One file, as it is now."""
        reading = await workshop.tree.reading()
        for folder in reading.folders.values():
            for stored in folder.playables:
                for media in stored.media:
                    if media.fingerprint == fingerprint and media.name == name:
                        path = reading.root / folder.path / media.name
                        return file_response(media.type, await asyncio.to_thread(path.read_bytes))
        raise NotFound
