"""Searching a document, and replacing what is found. Pure."""

from __future__ import annotations

from msgspec.structs import replace

from app.content.environments.editor_document import Document
from app.content.environments.editor_doing import Refused
from app.content.environments.editor_parts import Doc
from app.content.environments.editor_text import pattern, waiting
from app.content.environments.world import Action


def replaced(now: Document, action: Action) -> tuple[Doc, int]:
    """All that a search finds is replaced, headers and footers included; and how many times."""
    query = action.get("q", "")
    if not query:
        raise Refused("query")
    wanted = pattern(query, case=action.get("case") == "on", whole=action.get("whole") == "on")
    into = action.get("with", "")
    texts = {one.id: wanted.subn(lambda _: into, one.text) for one in now.blocks if not waiting(one, now.doc.settled)}
    doc = now.changed(*(replace(now.known[name], text=text) for name, (text, times) in texts.items() if times))
    ends = {name: wanted.subn(lambda _: into, getattr(now.page, name)) for name in ("header", "footer")}
    if any(times for _, times in ends.values()):
        doc = replace(doc, page=replace(now.page, **{name: text for name, (text, _) in ends.items()}))
    return doc, sum(times for _, times in (*texts.values(), *ends.values()))


def found(now: Document, action: Action) -> int:
    """How many times the document says it."""
    query = action.get("q", "")
    if not query:
        raise Refused("query")
    wanted = pattern(query, case=action.get("case") == "on", whole=action.get("whole") == "on")
    whole = [now.text(one) for one in now.blocks] + [now.page.header, now.page.footer]
    return sum(len(wanted.findall(one)) for one in whole)
