"""What a goal may say of a document. Pure."""

from __future__ import annotations

from app.content.environments.editor_document import Document
from app.content.environments.editor_parts import STYLES, Block
from app.content.environments.editor_text import BOLD, ITALIC, settled_text, words_in
from app.content.environments.world import Fact


def document_facts(now: Document) -> dict[str, Fact]:
    """Every fact, by name."""
    facts = _of_document(now)
    for block in now.known.values():
        facts |= {f"{block.id}.{name}": value for name, value in _of_block(now, block).items()}
    for style in STYLES:
        look = now.look(style)
        facts |= {f"{style}.colour": look.colour, f"{style}.size": look.size}
    for block in now.written:
        for one in block.revisions:
            settled = now.doc.settled.get(one.id)
            facts[one.id] = "waits" if settled is None else "accepted" if settled else "refused"
    for comment in now.comments:
        facts[f"{comment.id}.there"] = comment.id not in now.doc.removed
        facts[f"{comment.id}.resolved"] = comment.id in now.resolved
        facts[f"{comment.id}.replies"] = now.doc.replies.get(comment.id, ())
    for rank, said in enumerate(now.doc.said, 1):
        facts |= {f"said{rank}.on": said.on, f"said{rank}.words": said.words, f"said{rank}.text": said.text}
    return facts


def _of_document(now: Document) -> dict[str, Fact]:
    texts = [now.text(one) for one in now.blocks]
    page = now.page
    return {
        "order": tuple(one.id for one in now.blocks),
        "sequence": " ".join(one.id for one in now.blocks),
        "text": "\n".join(texts),
        "empty": sum(not text.strip() for text in texts),
        "outline": now.outline,
        "toc": now.doc.toc or (),
        "toc.made": now.doc.toc is not None,
        "toc.after": now.doc.toc_after,
        "waiting": now.waiting,
        "tracking": now.state.tracking,
        "comments": len(now.doc.said),
        "header": page.header,
        "footer": page.footer,
        "number": page.number,
        "first": page.first,
        "landscape": page.landscape,
        "margin": page.margin,
        "columns": page.columns,
        "title": page.title,
        "author": page.author,
        "language": page.language,
        "files": tuple(f"{one.folder}/{one.name}.{one.format}" for one in now.state.files),
    }


def _of_block(now: Document, block: Block) -> dict[str, Fact]:
    text = settled_text(block, now.doc.settled)
    by_hand = block.bold or block.italic or block.size or block.colour or block.align != "left"
    return {
        "there": block.id in now.order,
        "text": now.text(block),
        "style": block.style,
        "list": block.list,
        "level": block.level,
        "align": block.align,
        "bold": block.bold,
        "italic": block.italic,
        "size": block.size,
        "colour": block.colour,
        "page": block.page,
        "direct": bool(by_hand),
        "strong": words_in(text, BOLD),
        "em": words_in(text, ITALIC),
        "suggested": now.doc.suggested.get(block.id, ""),
        "alt": block.alt,
        "decorative": block.decorative,
        "width": block.width,
        "wrap": block.wrap,
    }
