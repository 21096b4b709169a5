"""What the window of the search engine shows."""

from __future__ import annotations

from dataclasses import dataclass

from app.content.environments.search_engine import Found, SearchPage
from app.content.environments.web import PageView
from app.content.environments.web_addresses import shown
from app.content.environments.web_pages import Page
from app.content.environments.web_tabs import Asked, Place, Tabs
from app.lib.msgids import N_

LONGEST_TITLE = 24


@dataclass(frozen=True)
class TabLine:
    number: int
    title: str
    current: bool


@dataclass(frozen=True)
class Result:
    page: SearchPage
    address: str
    extract: str


@dataclass(frozen=True)
class Results:
    asked: Asked
    many: int
    ads: list[Result]
    lines: list[Result]
    loose: bool
    numbers: list[int]
    """Pages of results, when there are several."""


@dataclass(frozen=True)
class SearchScreen:
    tabs: list[TabLine]
    address: str
    may_back: bool
    may_forward: bool
    view: PageView | None
    results: Results | None
    lost: bool
    """The address leads nowhere."""
    apart: bool
    looked: str
    split: bool = False


def title_of(place: Place, page: Page | None, engine: str) -> str:
    """What a tab is called."""
    if page:
        return page.title
    return place.asked.text if place.asked else N_("Page introuvable") if place.address else engine


def screen_of(
    tabs: Tabs,
    *,
    address: str,
    titles: list[str],
    view: PageView | None,
    found: Found | None,
    per_page: int,
    apart: bool,
    looked: str,
) -> SearchScreen:
    place = tabs.place
    return SearchScreen(
        tabs=[TabLine(rank, short(title), rank == tabs.at + 1) for rank, title in enumerate(titles, 1)],
        address=address,
        may_back=bool(tabs.tab.past),
        may_forward=bool(tabs.tab.ahead),
        view=view,
        results=_results(found, per_page) if found else None,
        lost=bool(place.address) and view is None,
        apart=apart,
        looked=looked,
    )


def _results(found: Found, per_page: int) -> Results:
    first = (found.asked.number - 1) * per_page
    pages = -(-len(found.pages) // per_page)
    return Results(
        asked=found.asked,
        many=len(found.pages),
        ads=[_line(one) for one in found.ads] if found.asked.number == 1 else [],
        lines=[_line(one) for one in found.pages[first : first + per_page]],
        loose=found.loose,
        numbers=list(range(1, pages + 1)) if pages > 1 else [],
    )


def _line(page: SearchPage) -> Result:
    return Result(page, shown(page.address), page.quoted())


def short(title: str) -> str:
    """A title, cut for a tab."""
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
