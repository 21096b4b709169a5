"""What one does to a document: write, order, format, insert, set pages, save. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from app.content.environments.editor_document import Document
from app.content.environments.editor_parts import (
    ALIGNS,
    COLOURS,
    LISTS,
    SIZES,
    STYLES,
    WRAPS,
    Block,
    Doc,
    Look,
    SavedFile,
)
from app.content.environments.editor_text import BOLD, ITALIC, marked
from app.content.environments.world import Action

MOST_ADDED = 12
FORMATS = ("odt", "pdf")


class Refused(Exception):
    """Why a gesture cannot be done: a code that the component puts in words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def written(now: Document, action: Action) -> Doc:
    """The text of the paragraph being edited; a proposal while changes are tracked."""
    name, text = now.state.editing, " ".join(action.get("text", "").split())
    if now.state.tracking:
        return replace(now.doc, suggested={**now.doc.suggested, name: text})
    suggested = {one: words for one, words in now.doc.suggested.items() if one != name}
    block = replace(now.known[name], text=text, revisions=())
    return replace(now.changed(block), suggested=suggested)


def added(now: Document, blocks: list[Block], action: Action) -> Doc:
    """A new paragraph after what is selected, or at the end."""
    rank = sum(one.startswith("n") for one in now.known) + 1
    if rank > MOST_ADDED:
        raise Refused("many")
    block = Block(id=f"n{rank}", text=" ".join(action.get("text", "").split()))
    at = now.order.index(blocks[-1].id) + 1 if blocks else len(now.order)
    return replace(now.changed(block), order=(*now.order[:at], block.id, *now.order[at:]))


def removed(now: Document, blocks: list[Block], action: Action) -> Doc:
    del action
    names = {one.id for one in blocks}
    return replace(now.doc, order=tuple(one for one in now.order if one not in names))


def up(now: Document, blocks: list[Block], action: Action) -> Doc:
    del action
    order = list(now.order)
    for one in blocks:
        at = order.index(one.id)
        if at > 0 and order[at - 1] not in {other.id for other in blocks}:
            order[at - 1], order[at] = order[at], order[at - 1]
    return replace(now.doc, order=tuple(order))


def down(now: Document, blocks: list[Block], action: Action) -> Doc:
    del action
    order = list(now.order)
    for one in reversed(blocks):
        at = order.index(one.id)
        if at + 1 < len(order) and order[at + 1] not in {other.id for other in blocks}:
            order[at + 1], order[at] = order[at], order[at + 1]
    return replace(now.doc, order=tuple(order))


def styled(now: Document, blocks: list[Block], action: Action) -> Doc:
    style = _among(STYLES, action.get("style"))
    return now.changed(*(replace(one, style=style) for one in blocks))


def listed(now: Document, blocks: list[Block], action: Action) -> Doc:
    kind = _among(LISTS, action.get("list"))
    return now.changed(*(replace(one, list=kind, level=0 if kind == "none" else one.level) for one in blocks))


def aligned(now: Document, blocks: list[Block], action: Action) -> Doc:
    align = _among(ALIGNS, action.get("align"))
    return now.changed(*(replace(one, align=align) for one in blocks))


def deeper(now: Document, blocks: list[Block], action: Action) -> Doc:
    """Further in a list, or back."""
    step = 1 if action.get("do") == "indent" else -1
    return now.changed(*(replace(one, level=min(max(one.level + step, 0), 3)) for one in blocks))


def emphasised(now: Document, blocks: list[Block], action: Action) -> Doc:
    """Bold or italic: whole paragraphs, or only the words given."""
    bold, words = action.get("do") == "bold", action.get("words", "").strip()
    if words:
        changed = [replace(one, text=marked(one.text, words, BOLD if bold else ITALIC)) for one in blocks]
        if changed == blocks:
            raise Refused("words")
        return now.changed(*changed)
    name = "bold" if bold else "italic"
    on = not all(getattr(one, name) for one in blocks)
    return now.changed(*(replace(one, **{name: on}) for one in blocks))


def painted(now: Document, blocks: list[Block], action: Action) -> Doc:
    """Size and colour set by hand."""
    looks = _look(action)
    return now.changed(*(replace(one, size=looks.size, colour=looks.colour) for one in blocks))


def cleared(now: Document, blocks: list[Block], action: Action) -> Doc:
    """Nothing set by hand is left: only the style speaks. Words in bold or italic stay."""
    del action
    return now.changed(*(replace(one, bold=False, italic=False, size=0, colour="", align="left") for one in blocks))


def broken(now: Document, blocks: list[Block], action: Action) -> Doc:
    """Begins a new page, or no more."""
    del action
    on = not all(one.page for one in blocks)
    return now.changed(*(replace(one, page=on) for one in blocks))


def pictured(now: Document, blocks: list[Block], action: Action) -> Doc:
    """The settings of an image."""
    image = blocks[0]
    if image.kind != "image":
        raise Refused("image")
    width = action.get("width", "")
    return now.changed(
        replace(
            image,
            alt=action.get("alt", image.alt).strip(),
            decorative=action.get("decorative") == "on",
            width=min(max(int(width), 1), 30) if width.isdecimal() and len(width) < 4 else image.width,
            align=_among(ALIGNS, action.get("align", image.align)),
            wrap=_among(WRAPS, action.get("wrap", image.wrap)),
        )
    )


def defined(now: Document, action: Action) -> Doc:
    """What a style says: all the paragraphs that wear it follow."""
    style = _among(STYLES, action.get("style"))
    return replace(now.doc, looks={**now.doc.looks, style: _look(action)})


def tabled(now: Document, blocks: list[Block], action: Action) -> Doc:
    """The table of contents, made of the headings as they are now: after what is selected, or at the top."""
    del action
    at = blocks[-1].id if blocks else now.doc.toc_after if now.doc.toc is not None else ""
    return replace(now.doc, toc=now.outline, toc_after=at)


def paged(now: Document, action: Action) -> Doc:
    """Header, footer, page number, paper, margins."""
    page, margin = now.page, action.get("margin", "")
    return replace(
        now.doc,
        page=replace(
            page,
            header=action.get("header", page.header).strip()[:120],
            footer=action.get("footer", page.footer).strip()[:120],
            number=action.get("number") == "on",
            first=action.get("first") == "on",
            landscape=action.get("paper", "landscape" if page.landscape else "") == "landscape",
            margin=int(margin) if margin in ("1", "2", "3", "4") else page.margin,
            columns={"1": 1, "2": 2}.get(action.get("columns", ""), page.columns),
        ),
    )


def described(now: Document, action: Action) -> Doc:
    """The properties of the document."""
    typed = {name: action[name].strip()[:120] for name in ("title", "author", "language") if name in action}
    return replace(now.doc, page=replace(now.page, **typed))


def filed(folders: tuple[str, ...], action: Action) -> SavedFile:
    """The document under a name, somewhere, in a format."""
    name = action.get("name", "").strip()
    if not name or len(name) > 80 or set(name) & set('/\\:*?"<>|'):
        raise Refused("name")
    return SavedFile(
        folder=_among(folders, action.get("folder")), name=name, format=_among(FORMATS, action.get("format", "odt"))
    )


OnBlocks = Callable[[Document, list[Block], Action], Doc]

ON_BLOCKS: Mapping[str, tuple[str, OnBlocks]] = {
    "remove": ("text", removed),
    "up": ("text", up),
    "down": ("text", down),
    "style": ("format", styled),
    "list": ("format", listed),
    "align": ("format", aligned),
    "indent": ("format", deeper),
    "outdent": ("format", deeper),
    "bold": ("format", emphasised),
    "italic": ("format", emphasised),
    "paint": ("format", painted),
    "clear": ("format", cleared),
    "break": ("insert", broken),
    "image": ("image", pictured),
}
"""Gestures on the blocks selected, and the tool that offers them."""


def _look(action: Action) -> Look:
    size = action.get("size", "0")
    return Look(
        colour=_among(COLOURS, action.get("colour", "")),
        size=_among(SIZES, int(size) if size.isdecimal() and len(size) < 4 else 0),
    )


def _among(known: tuple[Any, ...], typed: object) -> Any:
    """What was chosen, among what is offered."""
    if typed not in known:
        raise Refused("choice")
    return typed
