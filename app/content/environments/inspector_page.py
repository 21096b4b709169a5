"""The elements of an inspected page, read from its author’s HTML. None of it is ever sent as HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

MOST_ELEMENTS = 60

VOID = ("img", "input", "br", "hr", "meta", "link")
TAGS = (
    *("h1", "h2", "h3", "h4", "p", "div", "span", "strong", "em", "a", "button", "ul", "ol", "li", "nav", "main"),
    *("header", "footer", "section", "article", "label", "figure", "blockquote"),
)
"""What an element may be changed into."""


@dataclass(frozen=True)
class Element:
    """An element: its own text comes before the elements inside it."""

    id: str
    """`n4`: the fourth tag opened in the page."""
    tag: str
    attributes: dict[str, str]
    text: str
    parent: str
    children: tuple[str, ...]


@dataclass
class _Draft:
    id: str
    tag: str
    attributes: dict[str, str]
    parent: str
    text: list[str] = field(default_factory=list)
    children: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.drafts: list[_Draft] = []
        self.opened: list[_Draft] = []
        self.mistakes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.opened[-1] if self.opened else None
        attributes = {name: " ".join((value or "").split()) for name, value in attrs}
        draft = _Draft(f"n{len(self.drafts) + 1}", tag, attributes, parent.id if parent else "")
        if parent:
            parent.children.append(draft.id)
        self.drafts.append(draft)
        if tag not in VOID:
            self.opened.append(draft)

    def handle_endtag(self, tag: str) -> None:
        if self.opened and self.opened[-1].tag == tag:
            self.opened.pop()
        else:
            self.mistakes.append(f"</{tag}> ne ferme rien")

    def handle_data(self, data: str) -> None:
        if data.strip() and self.opened:
            self.opened[-1].text.append(" ".join(data.split()))


@lru_cache(maxsize=512)
def read_page(html: str) -> tuple[Element, ...]:
    """The elements in order; the first one holds all the others."""
    return tuple(
        Element(one.id, one.tag, one.attributes, " ".join(one.text), one.parent, tuple(one.children))
        for one in _read(html).drafts
    )


def page_mistakes(html: str) -> Iterator[str]:
    reader = _read(html)
    yield from reader.mistakes
    yield from (f"<{one.tag}> n’est pas fermé" for one in reader.opened)
    if not reader.drafts or reader.drafts[0].tag != "html" or sum(not one.parent for one in reader.drafts) > 1:
        yield "la page doit être dans un seul <html>"
    if len(reader.drafts) > MOST_ELEMENTS:
        yield f"plus de {MOST_ELEMENTS} éléments"


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def above(page: dict[str, Element], name: str) -> list[Element]:
    """The element and those that hold it, the nearest first."""
    found = []
    while name in page:
        found.append(page[name])
        name = page[name].parent
    return found
