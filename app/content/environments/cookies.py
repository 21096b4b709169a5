"""Sites that ask for consent, and accounts that hold data: panels over the pages, what they place, what is left.

Facts: `at` (page), `layer` (panel over it, or empty), `trackers` (placed now, by id), `answered` (panels closed),
`visited`, `looked` (the list of trackers was opened); by id: fields, and buttons (how many times each was pressed).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

import msgspec
from msgspec.structs import replace

from app.content.environments.web import PageView, WebState, WebWorld
from app.content.environments.web_pages import Button, Page, When, fits
from app.content.environments.web_tabs import Place, Tab
from app.content.environments.web_tabs import Tabs as Walk
from app.content.environments.world import Action, Fact, ThingId, with_one, without_one
from app.content.parts import Fault, Line, Part

MOST_GESTURES = 99


class SitePage(Page, kw_only=True, frozen=True):
    greets: str = ""
    """The panel that covers it on arrival, until it is closed: the banner of its site."""
    layer: bool = False
    """It is a panel: it covers the page where one is."""


class Tracker(Part, kw_only=True, frozen=True):
    """Something the site leaves on the device, as long as fields have these values."""

    id: ThingId
    name: Line
    about: Line
    """Who placed it and what for."""
    when: When = {}  # noqa: RUF012 (msgspec copies it)
    waits: str = ""
    """Not before this panel is closed; empty: at once, whatever is answered."""


class Site(Part, kw_only=True, frozen=True):
    """A tab of the window."""

    page: ThingId
    name: Line


class CookiesState(WebState, frozen=True, kw_only=True, omit_defaults=True):
    walk: Walk = Walk()
    layer: str = ""
    answered: tuple[str, ...] = ()
    panel: bool = False
    """The list of what was placed is shown."""
    looked: bool = False
    gestures: dict[str, int] = {}  # noqa: RUF012 (msgspec copies it)
    """Presses in the panels of each banner."""
    banner: str = ""
    """The banner whose panels are open."""


class Cookies(WebWorld, kw_only=True, frozen=True, tag="cookies"):
    """Pages, the panels that cover them, and what they place."""

    pages: Annotated[tuple[SitePage, ...], msgspec.Meta(min_length=1, max_length=80)]
    first: ThingId
    sites: tuple[Site, ...] = ()
    """To go from one site to another; nothing when there is one."""
    trackers: tuple[Tracker, ...] = ()
    counts: bool = False
    """Shows how many times one pressed in the banner of the site."""

    STATE: ClassVar[type[WebState]] = CookiesState

    def start(self) -> CookiesState:
        state = CookiesState(walk=Walk(all=(Tab(place=Place(page=self.first)),)))
        return self._arrived(state)

    def act(self, state: CookiesState, action: Action) -> CookiesState:
        if action.get("do") == "trackers" and self.trackers:
            return replace(state, panel=not state.panel, looked=True)
        page = self._front(state)
        if action.get("do") == "enter" and page:
            action = {**action, "press": next((one.id for one in page.buttons if not one.first), "")}
        if "press" in action and page:
            return self._pressed(state, page, action)
        if (target := action.get("follow", "")) and page and target in page.links(self.values(state)):
            found = self.find(target)
            return self._to(state, found.id if found else "")
        if action.get("open") in {one.page for one in self.sites}:
            return self._to(state, action["open"])
        if action.get("do") == "back":
            walk = state.walk.back()
            return (
                self._arrived(replace(state, walk=walk, layer="", said="", panel=False))
                if walk != state.walk
                else state
            )
        return state

    def _front(self, state: CookiesState) -> SitePage | None:
        """The panel, or else the page."""
        return self._site_page(state.layer or state.walk.place.page)

    def _site_page(self, name: str) -> SitePage | None:
        return next((one for one in self.pages if one.id == name), None)

    def _pressed(self, state: CookiesState, page: SitePage, action: Action) -> CookiesState:
        state, button, go = self.press(state, page, action)
        if button is None:
            return replace(state, panel=False)
        if page.layer:
            count = min(state.gestures.get(state.banner, 0) + 1, MOST_GESTURES)
            state = replace(state, gestures={**state.gestures, state.banner: count})
        return self._after(replace(state, panel=False), button, go)

    def _after(self, state: CookiesState, button: Button, go: str) -> CookiesState:
        said = state.said
        if button.closes and state.layer:
            state = replace(state, layer="", answered=with_one(state.answered, state.banner))
        return replace(self._to(state, go), said=said) if go else state

    def _to(self, state: CookiesState, name: str) -> CookiesState:
        page = self._site_page(name)
        if page is None:
            return state
        state = replace(state, said="", missing="", panel=False)
        if page.layer:
            banner = state.banner if state.layer else page.id
            again = without_one(state.answered, banner)
            return self.seen(replace(state, layer=name, banner=banner, answered=again), name)
        return self._arrived(replace(state, walk=state.walk.to(Place(page=name)), layer=""))

    def _arrived(self, state: CookiesState) -> CookiesState:
        """The page where one is has been seen, unless a banner covers it."""
        page = self._site_page(state.walk.place.page)
        if page is None:
            return state
        if page.greets and page.greets not in state.answered:
            return self.seen(replace(state, layer=page.greets, banner=page.greets), page.greets)
        return self.seen(state, page.id)

    def placed(self, state: CookiesState) -> list[Tracker]:
        """What is on the device now."""
        values = self.values(state)
        return [
            one for one in self.trackers if (not one.waits or one.waits in state.answered) and fits(one.when, values)
        ]

    def facts(self, state: CookiesState) -> Mapping[str, Fact]:
        return {
            **self.web_facts(state),
            "at": state.walk.place.page,
            "layer": state.layer,
            "answered": state.answered,
            "trackers": tuple(one.id for one in self.placed(state)),
            "looked": state.looked,
        }

    def screen(self, state: CookiesState) -> CookiesScreen:
        behind, front = self._site_page(state.walk.place.page), self._front(state)
        return CookiesScreen(
            sites=[(one, state.walk.place.page == one.page) for one in self.sites],
            address=self.address_of(behind.id) if behind else "",
            may_back=bool(state.walk.tab.past),
            covered=behind.title if behind and state.layer else "",
            view=self.view(state, front) if front else None,
            placed=self.placed(state) if state.panel else [],
            panel=state.panel,
            gestures=state.gestures.get(state.banner, 0) if self.counts and state.banner else None,
        )

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        layers, known = {one.id for one in self.pages if one.layer}, self.firsts()
        for at, page in enumerate(self.pages):
            if page.greets and page.greets not in layers:
                yield Fault(
                    ("pages", at, "greets"), "K061", f"« {page.greets} » n’est pas un panneau", "mettez `layer`"
                )
        for name in (self.first, *(one.page for one in self.sites)):
            if self._site_page(name) is None or name in layers:
                yield Fault(("sites",), "K061", f"la page « {name} » n’existe pas", "donnez l’id d’une page")
        for at, one in enumerate(self.trackers):
            if (one.waits and one.waits not in layers) or any(name not in known for name in one.when):
                yield Fault(("trackers", at), "K061", "ce traceur dépend de ce qui n’existe pas", "corrigez les ids")


@dataclass(frozen=True)
class CookiesScreen:
    sites: list[tuple[Site, bool]]
    address: str
    may_back: bool
    covered: str
    """The title of the page that a panel covers."""
    view: PageView | None
    placed: list[Tracker]
    panel: bool
    gestures: int | None
    split: bool = False
