"""What a word processor works on: blocks of a document, revisions, comments, pages, and what has become of them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from app.content.environments.world import State, ThingId
from app.content.parts import Line, LocalId, Part

Style = Literal["normal", "title", "h1", "h2", "h3", "quote", "caption"]
STYLES: tuple[Style, ...] = ("normal", "title", "h1", "h2", "h3", "quote", "caption")
HEADINGS: dict[str, int] = {"h1": 1, "h2": 2, "h3": 3}
ListKind = Literal["none", "bullet", "number"]
LISTS: tuple[ListKind, ...] = ("none", "bullet", "number")
Align = Literal["left", "center", "right", "justify"]
ALIGNS: tuple[Align, ...] = ("left", "center", "right", "justify")
Colour = Literal["", "black", "green", "blue", "red"]
COLOURS: tuple[Colour, ...] = ("", "black", "green", "blue", "red")
Size = Literal[0, 11, 12, 14, 18, 24]
SIZES: tuple[Size, ...] = (0, 11, 12, 14, 18, 24)
"""Points; 0 is what the style says."""
Wrap = Literal["inline", "around", "over"]
WRAPS: tuple[Wrap, ...] = ("inline", "around", "over")
Tool = Literal["text", "format", "styles", "find", "insert", "page", "review", "image", "file"]
TOOLS: tuple[Tool, ...] = ("text", "format", "styles", "find", "insert", "page", "review", "image", "file")


class Revision(Part, kw_only=True, frozen=True):
    """A change that waits: `[[r1]]` marks its place in the text."""

    id: ThingId
    author: Line
    old: str = ""
    new: str = ""


class Block(Part, kw_only=True, frozen=True):
    """A paragraph, or an image: as written by the author, then as it has become."""

    id: LocalId
    text: str = ""
    """`**bold**`, `_italic_`, `[[r1]]`. Of an image: what it shows, in words that everyone reads."""
    kind: Literal["text", "image"] = "text"
    style: Style = "normal"
    list: ListKind = "none"
    level: Annotated[int, msgspec.Meta(ge=0, le=3)] = 0
    """How far a line of a list goes in."""
    align: Align = "left"
    bold: bool = False
    italic: bool = False
    size: Size = 0
    colour: Colour = ""
    """Set by hand on this paragraph, whatever its style says."""
    page: bool = False
    """Begins a new page."""
    alt: str = ""
    """Text alternative of an image."""
    decorative: bool = False
    width: int = 12
    """Of an image, in centimetres."""
    wrap: Wrap = "inline"
    revisions: tuple[Revision, ...] = ()


class Comment(Part, kw_only=True, frozen=True):
    id: ThingId
    on: ThingId
    """The block it is about."""
    words: str = ""
    """The words it is about."""
    author: Line
    text: Line
    replies: tuple[Line, ...] = ()
    resolved: bool = False


class Folder(Part, kw_only=True, frozen=True):
    """Where a document may be saved; the first is proposed."""

    id: ThingId
    name: Line


class Page(Part, kw_only=True, frozen=True):
    """Settings of the pages and of the document."""

    header: str = ""
    footer: str = ""
    number: bool = False
    """A field writes the number of the page in the footer."""
    first: bool = False
    """The first page has neither header nor footer."""
    landscape: bool = False
    margin: int = 2
    """Centimetres."""
    columns: int = 1
    title: str = ""
    author: str = ""
    language: str = ""


class Look(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a style says."""

    colour: Colour = ""
    size: Size = 0


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A comment written here."""

    on: str
    words: str
    text: str


class SavedFile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    folder: str
    name: str
    format: str


class Doc(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What has changed of the document: what « Annuler » goes back on."""

    order: tuple[str, ...] | None = None
    blocks: dict[str, Block] = {}
    looks: dict[str, Look] = {}
    page: Page | None = None
    toc: tuple[str, ...] | None = None
    toc_after: str = ""
    """The block that the table of contents follows; empty at the top."""
    settled: dict[str, bool] = {}
    """Revisions: accepted or refused."""
    suggested: dict[str, str] = {}
    """Texts proposed for blocks, while changes are tracked."""
    said: tuple[Said, ...] = ()
    replies: dict[str, tuple[str, ...]] = {}
    resolved: tuple[str, ...] | None = None
    removed: tuple[str, ...] = ()
    """Comments taken away."""


class EditorState(State, frozen=True, kw_only=True, omit_defaults=True):
    tool: Tool = "text"
    ticked: tuple[str, ...] = ()
    editing: str = ""
    tracking: bool = False
    refused: str = ""
    told: str = ""
    found: int = -1
    """How many places the last search found or replaced."""
    doc: Doc = Doc()
    past: tuple[Doc, ...] = ()
    future: tuple[Doc, ...] = ()
    files: tuple[SavedFile, ...] = ()
