"""A search engine over a small invented web, in a browser with tabs.

Facts: `at` (page in front, empty for the engine), `address`, `tabs` (pages open, one by tab), `visited`; of the last
search: `query` (as typed), `searches` (how many), `results` (ids, without the ads), `signs` (`quotes`, `minus`,
`site`, `type`, `or`…), `section`, `type`, `language`, `after`, `before`; `looked` (words looked for in the page);
and for the forms of the pages, every field by its id, every button by its id (how many times it was pressed).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal
from urllib.parse import quote_plus, unquote_plus

import msgspec
from msgspec.structs import replace

from app.content.environments.search_engine import Engine, SearchPage, Section
from app.content.environments.search_query import words_of
from app.content.environments.search_screen import SearchScreen, screen_of, title_of
from app.content.environments.web import WebState, WebWorld
from app.content.environments.web_addresses import host_of, leads_to, read_address
from app.content.environments.web_pages import Button, Page
from app.content.environments.web_tabs import MOST_TABS, Asked, Place, Tab, Tabs
from app.content.environments.world import Action, Fact
from app.content.parts import Fault

FILTERS = ("type", "language", "after", "before")
LONGEST_QUERY = 200


class SearchState(WebState, frozen=True, kw_only=True, omit_defaults=True):
    tabs: Tabs = Tabs()
    last: Asked | None = None
    searches: int = 0
    looked: str = ""
    """Words looked for in the page."""
    apart: bool = False
    """A page has just been opened in another tab."""


class Search(WebWorld, kw_only=True, frozen=True, tag="search"):
    """A browser window on an invented web, and its search engine."""

    pages: Annotated[tuple[SearchPage, ...], msgspec.Meta(min_length=1, max_length=80)]
    engine: str = "Trouvetou"
    """Name of the engine; empty when there is none (one walks from page to page)."""
    query: str = ""
    """Asked already: its results are shown at opening."""
    sections: tuple[Section, ...] = ()
    """Besides « Tout »: images, news…"""
    filters: tuple[Literal["type", "language", "date"], ...] = ()
    """Those offered as controls; the operators always work."""
    strict: bool = False
    """A page without every word is never a result, as in a database."""
    per_page: Annotated[int, msgspec.Meta(ge=2, le=10)] = 5

    STATE: ClassVar[type[WebState]] = SearchState

    def start(self) -> SearchState:
        asked = Asked(text=self.query) if self.query else None
        place = Place(page=self.first, asked=None if self.first else asked)
        return SearchState(tabs=Tabs(all=(Tab(place=place),)), last=asked)

    @property
    def motor(self) -> Engine:
        return Engine(self.pages, self.strict)

    def act(self, state: SearchState, action: Action) -> SearchState:
        moved = self._move(state, action)
        if moved.tabs.place != state.tabs.place or moved.tabs.at != state.tabs.at:
            looked = state.looked if moved.looked != state.looked else ""
            said = moved.said if moved.said != state.said or moved.pressed != state.pressed else ""
            moved = replace(moved, looked=looked, said=said, missing="")
        return self.seen(moved, moved.tabs.place.page)

    def _move(self, state: SearchState, action: Action) -> SearchState:
        place, tabs = state.tabs.place, state.tabs
        if action.get("do") == "enter":
            action = self._entered(state, action)
        state = replace(state, apart=False)
        if "press" in action:
            return self._press(state, action)
        if name := action.get("open") or action.get("follow"):
            return self._open(state, name, apart=action.get("apart") == "on")
        if "tab" in action:
            return replace(state, tabs=tabs.showing(action["tab"]))
        if place.asked and "section" in action:
            return self._ask(state, replace(place.asked, section=action["section"], number=1))
        if place.asked and (number := action.get("results", "")).isdecimal():
            wanted = replace(place.asked, number=min(int(number[:3]), self.motor.many(place.asked, self.per_page)))
            return replace(state, tabs=tabs.to(replace(place, asked=wanted)))
        return self._do(state, action)

    def _entered(self, state: SearchState, action: Action) -> Action:
        """What the key Enter means: the button of the field that was filled."""
        page = self.page(state.tabs.place.page)
        if action.get("address", "").strip() not in {"", self.shown_address(state.tabs.place)}:
            return {**action, "do": "go"}
        if page is None or action.get("find", "") != state.looked:
            return {**action, "do": "find" if page else "search"}
        main = next((one.id for one in page.buttons if not one.first), "")
        return {**action, "press": main}

    def _do(self, state: SearchState, action: Action) -> SearchState:
        tabs = state.tabs
        match action.get("do", ""):
            case "go":
                return self._go(state, action.get("address", "").strip())
            case "search" if self.engine and not tabs.place.page:
                asked = tabs.place.asked or Asked(text="")
                given = {name: action[name].strip() for name in FILTERS if name in action}
                return self._ask(state, replace(asked, text=action.get("q", ""), number=1, **given))
            case "find" if tabs.place.page:
                return replace(state, looked=action.get("find", "").strip()[:60])
        return replace(state, tabs=tabs.after(action.get("do", ""), self._home))

    @property
    def host(self) -> str:
        """Domain of the engine."""
        return f"{'-'.join(words_of(self.engine))}.example"

    @property
    def _home(self) -> Place:
        return Place(page="" if self.engine else self.first)

    def _ask(self, state: SearchState, asked: Asked) -> SearchState:
        text = " ".join(asked.text.split())[:LONGEST_QUERY]
        if not text or asked.section not in {"", *(one.id for one in self.sections)}:
            return state
        asked = replace(asked, text=text)
        tabs = state.tabs.to(Place(asked=asked))
        return replace(state, tabs=tabs, last=asked, searches=state.searches + (asked != state.last))

    def _go(self, state: SearchState, typed: str) -> SearchState:
        tabs = state.tabs
        if not typed or typed == self.shown_address(state.tabs.place):
            return state
        if (wanted := read_address(typed)) is None:
            return self._ask(state, Asked(text=typed)) if self.engine else state
        if self.engine and wanted.host == self.host:
            asked = next((one[2:] for one in wanted.params if one.startswith("q=")), "")
            text = unquote_plus(asked)
            return self._ask(state, Asked(text=text)) if text.strip() else replace(state, tabs=tabs.to(self._home))
        return replace(state, tabs=tabs.to(self._place(typed)))

    def _open(self, state: SearchState, target: str, *, apart: bool) -> SearchState:
        if target not in self._offered(state):
            return state
        place = self._place(target)
        if not apart:
            return replace(state, tabs=state.tabs.to(place))
        tabs = state.tabs.opened(place, in_front=False)
        return self.seen(replace(state, tabs=tabs, apart=len(state.tabs.all) < MOST_TABS), place.page)

    def _offered(self, state: SearchState) -> set[str]:
        """What a click may open where one is."""
        place = state.tabs.place
        if page := self.page(place.page):
            return set(page.links(self.values(state)))
        if place.asked is None:
            return set()
        found = self.motor.ask(place.asked)
        first = (place.asked.number - 1) * self.per_page
        return {one.id for one in (*found.ads, *found.pages[first : first + self.per_page])}

    def _place(self, target: str) -> Place:
        if self.page(target):
            return Place(page=target)
        page = leads_to(target, ((one.id, one.address) for one in self.pages))
        return Place(page=page, address=target[:LONGEST_QUERY])

    def _press(self, state: SearchState, action: Action) -> SearchState:
        page = self.page(state.tabs.place.page)
        if page is None:
            return state
        state, button, go = self.press(state, page, action)
        if button is None:
            return state
        if button.searches and self.engine:
            return self._ask(state, self._site_query(state, page, button))
        return replace(state, tabs=state.tabs.to(Place(page=go))) if go else state

    def _site_query(self, state: SearchState, page: Page, button: Button) -> Asked:
        words = str(self.values(state)[page.fields[0].id]) if page.fields else ""
        return Asked(text=f"{words} site:{button.searches}" if words else "")

    def shown_address(self, place: Place) -> str:
        if place.page or place.address:
            return self.address_of(place.address or place.page)
        if not self.engine:
            return ""
        return f"https://{self.host}" + (f"/?q={quote_plus(place.asked.text)}" if place.asked else "")

    def facts(self, state: SearchState) -> Mapping[str, Fact]:
        last = state.last or Asked(text="")
        found = self.motor.ask(last)
        return {
            **self.web_facts(state),
            "at": state.tabs.place.page,
            "address": self.shown_address(state.tabs.place).removeprefix("https://"),
            "tabs": tuple(one.place.page for one in state.tabs.all),
            "query": last.text,
            "searches": state.searches,
            "results": tuple(one.id for one in found.pages),
            "signs": found.signs,
            **{name: getattr(last, name) for name in ("section", *FILTERS)},
            "looked": state.looked,
        }

    def screen(self, state: SearchState) -> SearchScreen:
        place = state.tabs.place
        page = self.page(place.page)
        return screen_of(
            state.tabs,
            address=self.shown_address(place),
            titles=[title_of(one.place, self.page(one.place.page), self.engine) for one in state.tabs.all],
            view=self.view(state, page, place.address, state.looked) if page else None,
            found=self.motor.ask(place.asked) if place.asked and not page else None,
            per_page=self.per_page,
            apart=state.apart,
            looked=state.looked,
        )

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        if self.first and self.page(self.first) is None:
            yield Fault(("first",), "K061", f"la page « {self.first} » n’existe pas", "donnez l’id d’une page")
        if not self.engine and not self.first:
            yield Fault(("first",), "K061", "sans moteur, il faut une page de départ", "donnez `first`")
        known = {"web", *(one.id for one in self.sections)}
        for at, page in enumerate(self.pages):
            if not host_of(page.address):
                yield Fault(
                    ("pages", at, "address"), "K061", f"« {page.address} » n’est pas une adresse", "corrigez-la"
                )
            for name in set(page.sections) - known:
                yield Fault(("pages", at, "sections"), "K061", f"la rubrique « {name} » n’existe pas", "déclarez-la")
