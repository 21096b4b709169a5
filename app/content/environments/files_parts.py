"""What a file explorer is made of: places, folders and files, and what has changed of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec

from app.content.environments.world import State, ThingId
from app.content.parts import Line, Part

TRASH, GONE = "trash", "gone"

Kind = Literal["folder", "file", "archive"]
Order = Literal["name", "date", "size"]
ORDERS: tuple[Order, ...] = ("name", "date", "size")
Size = Annotated[int, msgspec.Meta(ge=0)]


class Place(Part, kw_only=True, frozen=True):
    """The computer, a USB key, an online space."""

    id: ThingId
    name: Line
    room: Size | None = None
    """Room left at the start, in bytes; nothing is written beyond it. None: no limit."""
    removable: bool = False
    """It can be ejected."""


class Label(Part, kw_only=True, frozen=True):
    """A tag that files may wear."""

    id: ThingId
    name: Line


class Item(Part, kw_only=True, frozen=True):
    """A folder, a file, or an archive (its `parent`ed items are what it holds)."""

    id: ThingId
    name: Line
    parent: ThingId
    kind: Kind = "file"
    size: Size = 0
    """In bytes; a folder has the size of what it holds, and so has an archive without a size of its own."""
    date: str = ""
    """`2026-05-12`, perhaps with an hour: `2026-05-12 14:30`."""
    content: str = ""
    """Markdown shown when the file is opened."""
    properties: dict[Line, Line] = {}  # noqa: RUF012 (msgspec copies it)
    """Shown beside the content: `Auteur: Léo`."""
    labels: tuple[ThingId, ...] = ()
    trashed: bool = False
    """In the bin at the start; `parent` is where it came from."""
    protected: str = ""
    """Why it cannot be renamed, moved or deleted, in a sentence."""
    closed: str = ""
    """Why it cannot be opened, nor anything be put into it, in a sentence."""


class Made(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A copy, an archive or a new folder."""

    id: str
    name: str
    parent: str
    kind: Kind = "file"
    of: str = ""


class FilesState(State, frozen=True, kw_only=True, omit_defaults=True):
    at: str
    """The place or folder shown, or the bin."""
    reading: str = ""
    """The file shown, or whose properties are."""
    query: str = ""
    wearing: str = ""
    """Only what wears this label is shown."""
    order: Order = "name"
    backwards: bool = False
    extensions: bool = True
    ticked: tuple[str, ...] = ()
    """What was ticked when the last gesture was refused."""
    refused: str = ""
    about: str = ""
    """What was refused to whom: a name."""
    said: str = ""
    opened: tuple[str, ...] = ()
    moved: dict[str, str] = {}  # noqa: RUF012 (msgspec copies it)
    renamed: dict[str, str] = {}  # noqa: RUF012
    labelled: dict[str, tuple[str, ...]] = {}  # noqa: RUF012
    trashed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    made: tuple[Made, ...] = ()
    ejected: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A file, a folder or an archive as it is now."""

    id: str
    name: str
    parent: str
    kind: Kind
    size: int
    source: Item | None
    """What the author wrote of it, or of what it is a copy of; None for a new folder or archive."""
    labels: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """Its name without its extension."""
        return self.name if self.kind == "folder" else self.name.rpartition(".")[0] or self.name

    @property
    def extension(self) -> str:
        """With its dot; empty when there is none."""
        return self.name[len(self.stem) :]

    @property
    def date(self) -> str:
        return self.source.date if self.source else ""

    @property
    def protected(self) -> str:
        return self.source.protected if self.source and self.source.id == self.id else ""

    @property
    def closed(self) -> str:
        return self.source.closed if self.source else ""
