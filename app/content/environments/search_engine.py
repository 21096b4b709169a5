"""What a small search engine answers: the pages that fit a query, ranked, and the ads above them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import msgspec

from app.content.environments.search_query import Indexed, Query, Term, alike, read_query, words_of
from app.content.environments.web_addresses import host_of, read_address
from app.content.environments.web_pages import Page
from app.content.environments.web_render import snippet
from app.content.environments.web_tabs import Asked
from app.content.environments.world import ThingId
from app.content.parts import Line, LocalId, Part
from app.lib.msgids import N_

MOST_ADS = 3
IN_TITLE, IN_ADDRESS, MOST_IN_TEXT = 5, 2, 4
"""What a word of the query brings to a page's rank: in its title, in its address, and at most in its text."""

_MONTHS = (
    *(N_("janvier"), N_("février"), N_("mars"), N_("avril"), N_("mai"), N_("juin")),
    *(N_("juillet"), N_("août"), N_("septembre"), N_("octobre"), N_("novembre"), N_("décembre")),
)


class Section(Part, kw_only=True, frozen=True):
    """A part of the engine: images, news, maps."""

    id: ThingId
    name: Line


class SearchPage(Page, kw_only=True, frozen=True):
    """A page of the web as the engine may know it."""

    site: str = ""
    """Name of the site, above the address in the results."""
    snippet: str = ""
    """Extract shown in the results; empty: the beginning of the text. It is read before the page is opened."""
    words: str = ""
    """Other words under which the engine finds it."""
    date: Annotated[str, msgspec.Meta(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?)?$")] = ""
    """When it was published, as 2024-05-17: for the filters, and shown with the result."""
    language: LocalId = "fr"
    type: LocalId = "html"
    sections: tuple[str, ...] = ("web",)
    """Where it appears: `web` (« Tout »), or ids of sections."""
    marks: dict[LocalId, str] = {}  # noqa: RUF012 (msgspec copies it)
    """Fields of a catalogue: `auteur: Nadia Roy` answers to `auteur:roy`."""
    weight: int = 0
    """Added to its rank: how known it is."""
    indexed: bool = True
    """False: the engine does not know it."""
    ad: str = ""
    """The words that tell it is paid for (« Annonce »): shown above the results."""

    @property
    def day(self) -> list[str]:
        """Its date in words that the component translates: « 3 », « mai », « 2024 »."""
        year, *rest = self.date.split("-")
        words = [f"{int(rest[1])}" if len(rest) > 1 else "", _MONTHS[(int(rest[0]) - 1) % 12] if rest else "", year]
        return [one for one in words if one]

    def quoted(self) -> str:
        return self.snippet or snippet(self.text)

    def known(self) -> Indexed:
        every = (self.title, self.site, self.words, self.snippet, *self.all_text())
        return Indexed(
            title=words_of(self.title),
            text=tuple(word for one in every for word in words_of(one)),
            host=host_of(self.address),
            address=self.address,
            type=self.type,
            language=self.language,
            date=self.date,
            marks={name: words_of(value) for name, value in self.marks.items()},
        )


@dataclass(frozen=True)
class Found:
    """The answer to a query."""

    asked: Asked
    pages: list[SearchPage]
    ads: list[SearchPage]
    signs: tuple[str, ...]
    loose: bool
    """No page holds every word: these hold some of them."""


class Engine:
    """The engine of a web; `strict`: a page without every word is never an answer."""

    def __init__(self, pages: tuple[SearchPage, ...], strict: bool) -> None:
        self.known = [(one, one.known()) for one in pages if one.indexed or one.ad]
        self.strict = strict
        self.marks = frozenset(name for one in pages for name in one.marks)

    @property
    def types(self) -> list[str]:
        """Formats of the pages, for the filter."""
        return sorted({one.type for one, _ in self.known})

    @property
    def languages(self) -> list[str]:
        return sorted({one.language for one, _ in self.known})

    def ask(self, asked: Asked) -> Found:
        query = read_query(asked.text, self.marks)
        shelf = [pair for pair in self.known if not pair[0].ad and _on_shelf(pair[0], asked)]
        found = [pair for pair in shelf if query.every and query.holds(pair[1])]
        loose = False
        if not found and not self.strict and not query.signs:
            found = [pair for pair in shelf if _holds_half(query, pair[1])]
            loose = bool(found)
        wanted = list(query.words())
        found.sort(key=lambda pair: -_rank(pair[0], pair[1], wanted))
        ads = [page for page, known in self.known if page.ad and not asked.section and _tempts(wanted, known)]
        return Found(asked, [page for page, _ in found], ads[:MOST_ADS], query.signs, loose)

    def many(self, asked: Asked, per_page: int) -> int:
        """How many pages of results."""
        return max(1, -(-len(self.ask(asked).pages) // per_page))


def _on_shelf(page: SearchPage, asked: Asked) -> bool:
    return (
        (asked.section or "web") in page.sections
        and asked.type in {"", page.type}
        and asked.language in {"", page.language}
        and (not asked.after or (bool(page.date) and page.date >= asked.after))
        and (not asked.before or (bool(page.date) and page.date <= asked.before))
    )


def _holds_half(query: Query, page: Indexed) -> bool:
    """At least half of the words: what engines give rather than nothing."""
    terms = [one for group in query.every for one in group if isinstance(one, Term)]
    return len(terms) > 1 and 2 * sum(one.holds(page) for one in terms) >= len(terms)


def _rank(page: SearchPage, known: Indexed, wanted: list[str]) -> int:
    return page.weight + sum(_brings(word, known) for word in dict.fromkeys(wanted))


def _brings(word: str, page: Indexed) -> int:
    times = sum(alike(word, one) for one in page.text)
    address = read_address(page.address)
    path = words_of(f"{page.host} {address.path}") if address else ()
    return (
        IN_TITLE * any(alike(word, one) for one in page.title)
        + IN_ADDRESS * any(alike(word, one) for one in path)
        + min(times, MOST_IN_TEXT)
    )


def _tempts(wanted: list[str], page: Indexed) -> bool:
    return any(alike(one, word) for one in wanted for word in page.text)
