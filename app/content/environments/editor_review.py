"""Reviewing a document: changes accepted or refused, comments. Pure."""

from __future__ import annotations

from msgspec.structs import replace

from app.content.environments.editor_document import Document
from app.content.environments.editor_doing import Refused
from app.content.environments.editor_parts import Block, Doc, Said
from app.content.environments.editor_text import plain, settled_text
from app.content.environments.world import Action, toggled

MOST_SAID = 10


def reviewed(now: Document, blocks: list[Block], action: Action) -> Doc | None:
    """The document after a gesture of the review tool; None when there is no such gesture."""
    if (name := action.get("accept", "")) in now.waiting:
        return _settled(now, {name: True})
    if (name := action.get("refuse", "")) in now.waiting:
        return _settled(now, {name: False})
    known = {one.id for one in now.left()}
    if (name := action.get("reply", "")) in known:
        return _replied(now, name, action.get(f"text-{name}", ""))
    if (name := action.get("resolve", "")) in known:
        return replace(now.doc, resolved=toggled(now.resolved, name))
    if (name := action.get("remove", "")) in known:
        return replace(now.doc, removed=(*now.doc.removed, name))
    match action.get("do"):
        case "accept_all":
            return _settled(now, dict.fromkeys(now.waiting, True))
        case "refuse_all":
            return _settled(now, dict.fromkeys(now.waiting, False))
        case "remove_all":
            return replace(now.doc, removed=tuple(one.id for one in now.comments), said=())
        case "comment":
            return _said(now, blocks, action)
    return None


def _settled(now: Document, choices: dict[str, bool]) -> Doc:
    return replace(now.doc, settled={**now.doc.settled, **choices})


def _replied(now: Document, name: str, text: str) -> Doc:
    told = now.doc.replies.get(name, ())
    if not text.strip():
        raise Refused("empty")
    if len(told) >= MOST_SAID:
        raise Refused("many")
    return replace(now.doc, replies={**now.doc.replies, name: (*told, text.strip()[:300])})


def _said(now: Document, blocks: list[Block], action: Action) -> Doc:
    text, words = action.get("text", "").strip()[:300], action.get("words", "").strip()
    if len(blocks) != 1:
        raise Refused("one")
    if not text:
        raise Refused("empty")
    if words and words not in plain(settled_text(blocks[0], now.doc.settled)):
        raise Refused("words")
    if len(now.doc.said) >= MOST_SAID:
        raise Refused("many")
    return replace(now.doc, said=(*now.doc.said, Said(on=blocks[0].id, words=words, text=text)))
