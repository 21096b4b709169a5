"""Pages of the preview: each says what to watch, so that the script reloads it when a file is saved."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from litestar import Response

from app.preview.tree import ChallengeFolder, Reading, stamp_of
from app.preview.words import EVERYTHING
from app.web.pages import AnyRequest, page

ROOT = "/apercu"
WATCH = f"{ROOT}/empreinte"


def preview_page(
    request: AnyRequest, name: str, reading: Reading, *, folder: ChallengeFolder | None = None, **context: Any
) -> Response[bytes]:
    """A page that watches the whole tree, or one folder of it."""
    watch, stamp = WATCH, reading.stamp
    if folder is not None:
        watch, stamp = f"{WATCH}?epreuve={quote(folder.id)}", stamp_of(reading.root / folder.path)
    return page(
        request,
        f"preview/{name}",
        watch=watch,
        stamp=stamp,
        wrong=len(reading.problems),
        called=EVERYTHING,
        folder=folder,
        **context,
    )
