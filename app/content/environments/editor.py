"""A word processor: paragraphs and their styles, lists, table of contents, pages, search, revisions, comments, saving.

Facts, for each paragraph or image `p1`: `p1.there`, `p1.text`, `p1.style`, `p1.list`, `p1.level`, `p1.align`,
`p1.bold`, `p1.italic`, `p1.size`, `p1.colour`, `p1.page`, `p1.direct` (something is set by hand), `p1.strong` and
`p1.em` (words in bold, in italic), `p1.suggested`, `p1.alt`, `p1.decorative`, `p1.width`, `p1.wrap`; of the document:
`order` (ids), `sequence` (the same, in one text), `text`, `outline` (`2 Les abeilles`), `toc` (as it was made),
`toc.made`, `toc.after`, `empty` (paragraphs without a word), `waiting` (revisions), `tracking`, `header`, `footer`,
`number`, `first`, `landscape`, `margin`, `columns`, `title`, `author`, `language`; for each style `h1.colour`,
`h1.size`; for each revision, `r1` (waits, accepted or refused); for each comment `c1.there`, `c1.resolved`,
`c1.replies`; `comments` (how many were added) and `said1.on`, `said1.words`, `said1.text`; `files` (`f1/a.pdf`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec.structs import replace

from app.content.environments.editor_document import Document
from app.content.environments.editor_doing import (
    ON_BLOCKS,
    Refused,
    added,
    defined,
    described,
    filed,
    paged,
    tabled,
    written,
)
from app.content.environments.editor_facts import document_facts
from app.content.environments.editor_find import found, replaced
from app.content.environments.editor_parts import (
    TOOLS,
    Block,
    Comment,
    Doc,
    EditorState,
    Folder,
    Look,
    Page,
    Style,
    Tool,
)
from app.content.environments.editor_review import reviewed
from app.content.environments.editor_screen import EditorScreen, screen
from app.content.environments.editor_text import waiting
from app.content.environments.world import LONGEST_STATE, Action, Fact, State, World, encode
from app.content.parts import Fault, Line

MOST_PAST = 6
AS_WRITTEN = str.maketrans({"\u00a0": " ", "\u202f": " ", "'": "’"})
"""What is typed or copied from the window, as authors write it: the window shows other spaces and apostrophes."""


class Editor(World, kw_only=True, frozen=True, tag="editor"):
    """A document open in a word processor."""

    blocks: Annotated[tuple[Block, ...], msgspec.Meta(min_length=1, max_length=60)]
    comments: tuple[Comment, ...] = ()
    looks: dict[Style, Look] = {}  # noqa: RUF012 (msgspec copies it)
    """What styles say, when it is not the usual."""
    page: Page = Page()
    proposed: Line = "Document"
    """Name proposed when saving."""
    folders: tuple[Folder, ...] = ()
    tools: tuple[Tool, ...] = ("text", "format", "find", "insert", "page", "review")
    """What the window offers; the first is shown."""
    already: tuple[dict[str, str], ...] = ()
    """Actions done before the start: « Annuler » goes back on them."""

    STATE: ClassVar[type[State]] = EditorState

    def start(self) -> EditorState:
        state = EditorState(tool=self.tools[0])
        for action in self.already:
            state = self._acted(state, action, TOOLS)
        return replace(state, tool=self.tools[0], ticked=(), editing="", told="", found=-1)

    def act(self, state: EditorState, action: Action) -> EditorState:
        return self._acted(state, {name: typed.translate(AS_WRITTEN) for name, typed in action.items()}, self.tools)

    def facts(self, state: EditorState) -> Mapping[str, Fact]:
        return document_facts(self._document(state))

    def screen(self, state: EditorState) -> EditorScreen:
        return screen(self._document(state))

    def faults(self) -> Iterator[Fault]:
        blocks = [one.id for one in self.blocks]
        revisions = [one.id for block in self.blocks for one in block.revisions]
        comments = [one.id for one in self.comments]
        for name in sorted({*blocks, *revisions, *comments}):
            if (*blocks, *revisions, *comments).count(name) > 1:
                yield Fault(("blocks",), "K001", f"l’identifiant « {name} » sert deux fois", "changez-le")
        for position, block in enumerate(self.blocks):
            for one in block.revisions:
                if f"[[{one.id}]]" not in block.text:
                    message = f"la révision « {one.id} » n’a pas de place"
                    yield Fault(("blocks", position, "text"), "K061", message, f"écrivez [[{one.id}]] dans le texte")
        for position, comment in enumerate(self.comments):
            if comment.on not in blocks:
                message = f"le paragraphe « {comment.on} » n’existe pas"
                yield Fault(("comments", position, "on"), "K061", message, "donnez l’id d’un paragraphe")
        if not self.tools:
            yield Fault(("tools",), "K061", "il n’y a pas d’outil", "donnez-en un au moins")

    def _document(self, state: EditorState) -> Document:
        return Document(
            self.blocks, self.page, self.comments, {str(name): one for name, one in self.looks.items()}, state
        )

    def _acted(self, before: EditorState, action: Action, tools: tuple[Tool, ...]) -> EditorState:
        now = self._document(before)
        ticked = [one for one in now.blocks if action.get(one.id) == "on"]
        state = replace(before, refused="", told="", found=-1, ticked=tuple(one.id for one in ticked))
        if (tool := next((one for one in tools if one == action.get("tool")), None)) is not None:
            return replace(state, tool=tool, editing="")
        gesture = action.get("do", "")
        if gesture in ("undo", "redo"):
            return _turned(state, back=gesture == "undo") or before
        now = self._document(state)
        try:
            return self._done(now, ticked, {**action, "do": _enter(state, action)}) or before
        except Refused as no:
            return replace(state, refused=no.code)

    def _done(self, now: Document, ticked: list[Block], action: Action) -> EditorState | None:
        state, gesture = now.state, action["do"]
        if state.tool == "text" and gesture in ("edit", "write", "cancel", "add"):
            return self._wrote(now, ticked, action)
        if gesture in ON_BLOCKS and ON_BLOCKS[gesture][0] == state.tool:
            if not ticked:
                raise Refused("nothing")
            return _with(state, ON_BLOCKS[gesture][1](now, ticked, action), gesture)
        match state.tool, gesture:
            case "styles", "define":
                return _with(state, defined(now, action), gesture)
            case "insert", "toc":
                return _with(state, tabled(now, ticked, action), gesture)
            case "page", "page":
                return _with(state, paged(now, action), gesture)
            case "find", "count":
                return replace(state, found=found(now, action), told="count")
            case "find", "replace":
                doc, times = replaced(now, action)
                return replace(_with(state, doc, gesture), found=times)
            case "file", "properties":
                return _with(state, described(now, action), gesture)
            case "file", "save" if self.folders:
                file = filed(tuple(one.id for one in self.folders), action)
                kept = tuple(one for one in state.files if one != file)
                return replace(state, files=(*kept, file)[-6:], told="save")
            case "review", "track":
                return replace(state, tracking=not state.tracking)
            case "review", _:
                doc_after = reviewed(now, ticked, action)
                return None if doc_after is None else _with(state, doc_after, "review")
        return None

    def _wrote(self, now: Document, ticked: list[Block], action: Action) -> EditorState:
        state, gesture = now.state, action["do"]
        if gesture == "cancel":
            return replace(state, editing="")
        if gesture == "add":
            return _with(state, added(now, ticked, action), gesture)
        if gesture == "write" and state.editing in now.order:
            return replace(_with(state, written(now, action), gesture), editing="")
        if len(ticked) != 1:
            raise Refused("one")
        if ticked[0].kind == "image" or waiting(ticked[0], state.doc.settled):
            raise Refused("image" if ticked[0].kind == "image" else "revised")
        return replace(state, editing=ticked[0].id)


def _enter(state: EditorState, action: Action) -> str:
    """The Enter key: what the tool mostly does."""
    if action.get("do") != "enter":
        return action.get("do", "")
    usual = {"text": "write" if state.editing else "add", "find": "count", "page": "page", "file": "properties"}
    return usual.get(state.tool, "")


def _with(state: EditorState, doc: Doc, told: str) -> EditorState:
    """With another document: the one before can come back. Old ones go when there is no more room."""
    if doc == state.doc:
        return replace(state, told=told)
    after = replace(state, doc=doc, told=told, past=(*state.past, state.doc)[-MOST_PAST:], future=())
    while after.past and len(encode(after)) > LONGEST_STATE * 3 // 4:
        after = replace(after, past=after.past[1:])
    return after


def _turned(state: EditorState, *, back: bool) -> EditorState | None:
    """Undone, or done again; None when there is nothing to undo."""
    if back and state.past:
        future = (*state.future, state.doc)
        return replace(state, doc=state.past[-1], past=state.past[:-1], future=future, editing="", told="undo")
    if not back and state.future:
        past = (*state.past, state.doc)
        return replace(state, doc=state.future[-1], past=past, future=state.future[:-1], editing="", told="redo")
    return None
