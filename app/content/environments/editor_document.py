"""The document as it is now: its blocks in order, its outline, its styles, what waits in it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from app.content.environments.editor_parts import HEADINGS, Block, Comment, Doc, EditorState, Look, Page
from app.content.environments.editor_text import plain, settled_text, waiting


@dataclass(frozen=True)
class Document:
    """What the author wrote, and what has changed since."""

    written: Sequence[Block]
    page_written: Page
    comments: Sequence[Comment]
    looks_written: dict[str, Look]
    state: EditorState

    @property
    def doc(self) -> Doc:
        return self.state.doc

    @cached_property
    def known(self) -> dict[str, Block]:
        """Every block by id, those taken away included."""
        return {one.id: one for one in self.written} | self.doc.blocks

    @cached_property
    def order(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.written) if self.doc.order is None else self.doc.order

    @property
    def blocks(self) -> list[Block]:
        return [self.known[one] for one in self.order if one in self.known]

    @property
    def page(self) -> Page:
        return self.doc.page or self.page_written

    def look(self, style: str) -> Look:
        return self.doc.looks.get(style, self.looks_written.get(style, Look()))

    def text(self, block: Block) -> str:
        """Its words, without marks."""
        return plain(settled_text(block, self.doc.settled))

    @property
    def outline(self) -> tuple[str, ...]:
        """Headings in order, each after its level: `2 Les abeilles`."""
        return tuple(f"{HEADINGS[one.style]} {self.text(one)}" for one in self.blocks if one.style in HEADINGS)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Revisions and suggestions that nobody has accepted or refused."""
        return tuple(name for one in self.blocks for name in waiting(one, self.doc.settled))

    @property
    def resolved(self) -> tuple[str, ...]:
        start = tuple(one.id for one in self.comments if one.resolved)
        return start if self.doc.resolved is None else self.doc.resolved

    def left(self) -> list[Comment]:
        """Comments of the author that are still there."""
        return [one for one in self.comments if one.id not in self.doc.removed]

    def changed(self, *blocks: Block) -> Doc:
        """The document with these blocks instead of what they were."""
        return replace(self.doc, blocks={**self.doc.blocks, **{one.id: one for one in blocks}})
