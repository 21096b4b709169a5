"""What the window of a word processor shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from app.content.environments.editor_document import Document
from app.content.environments.editor_parts import Block, Comment, EditorState, Page, Revision, Said
from app.content.environments.editor_text import settled_text, shown


@dataclass(frozen=True)
class Line:
    """A paragraph as it is shown."""

    block: Block
    html: Markup
    words: str
    """Its first words, to name its box."""
    look: str
    """Classes: what its style and its settings make of it."""
    mark: str
    """Of a list: `•`, or its number."""
    ticked: bool


@dataclass(frozen=True)
class Remark:
    """A comment of the author, and what was answered."""

    comment: Comment
    mine: tuple[str, ...]
    resolved: bool


@dataclass(frozen=True)
class Change:
    """A revision that waits."""

    revision: Revision
    where: str


@dataclass(frozen=True)
class EditorScreen:
    split: bool
    state: EditorState
    lines: list[Line]
    page: Page
    toc: list[tuple[int, str]] | None
    toc_after: str
    editing: str
    """The text of the paragraph being edited."""
    image: Block | None
    """The image selected."""
    changes: list[Change]
    remarks: list[Remark]
    said: tuple[Said, ...]


def screen(now: Document) -> EditorScreen:
    state, doc = now.state, now.doc
    ticked = [one for one in now.blocks if one.id in state.ticked]
    edited = now.known.get(state.editing)
    text = doc.suggested.get(state.editing) or (settled_text(edited, doc.settled) if edited else "")
    return EditorScreen(
        split=False,
        state=state,
        lines=_lines(now),
        page=now.page,
        toc=None if doc.toc is None else [(int(one[0]), one[2:]) for one in doc.toc],
        toc_after=doc.toc_after if doc.toc_after in now.order else "",
        editing=text,
        image=next((one for one in ticked if one.kind == "image"), None),
        changes=[
            Change(one, now.text(block)[:40])
            for block in now.blocks
            for one in block.revisions
            if one.id in now.waiting
        ],
        remarks=[Remark(one, doc.replies.get(one.id, ()), one.id in now.resolved) for one in now.left()],
        said=doc.said,
    )


def _lines(now: Document) -> list[Line]:
    lines, counts = [], [0, 0, 0, 0]
    for block in now.blocks:
        if block.list == "number":
            counts[block.level] += 1
            counts[block.level + 1 :] = [0] * (3 - block.level)
        elif block.list == "none":
            counts = [0, 0, 0, 0]
        mark = {"bullet": "•", "number": f"{counts[block.level]}."}.get(block.list, "")
        html = shown(block, now.doc.settled, now.doc.suggested.get(block.id))
        words = " ".join(now.text(block).split()[:5])
        lines.append(Line(block, html, words, _look(now, block), mark, block.id in now.state.ticked))
    return lines


def _look(now: Document, block: Block) -> str:
    style = now.look(block.style)
    size, colour = block.size or style.size, block.colour or style.colour
    parts = [f"st-{block.style}", f"al-{block.align}", f"in-{block.level}"]
    parts += [f"z{size}"] if size else []
    parts += [f"c-{colour}"] if colour else []
    parts += [name for name, on in (("b", block.bold), ("it", block.italic)) if on]
    return " ".join(parts)
