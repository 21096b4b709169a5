"""A web browser: tabs, bookmarks, history, private window, downloads, padlock, permissions, extensions, clearing data.

Facts: `at`, `address`, `tabs`, `private` (a private window is open), `privates` (how many were), `visited`;
`bookmarks` (pages), `history` (lines left, and pages seen), `home`, `zoom`, `panel`, `accepted` (pages opened in spite
of a warning), `padlock` (pages whose padlock was opened), `filled` (passwords used), `erased` (clearings at once);
`d1.place` (`downloads`, `trash`, a folder, empty), `d1.listed`; by id: data, extensions, permissions, settings,
fields, and buttons (how many times each was pressed).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec.structs import replace

from app.content.environments.browser_keeping import DOWNLOADS, BrowserState, Keeping
from app.content.environments.browser_parts import ZOOMS, BrowserPage
from app.content.environments.browser_screen import BrowserScreen, screen_of
from app.content.environments.web import WebState
from app.content.environments.web_addresses import host_of
from app.content.environments.web_tabs import Place, Tab, Tabs
from app.content.environments.world import Action, Fact, toggled, with_one, without_one
from app.content.parts import Fault

LONGEST_ADDRESS = 200


class Browser(Keeping, kw_only=True, frozen=True, tag="browser"):
    """A browser and the pages it may open."""

    tabs: tuple[str, ...] = ()
    """Pages open at the start, the first in front; empty: `first`."""
    home: str = ""
    """The home page; empty: an empty page."""

    STATE: ClassVar[type[WebState]] = BrowserState

    def start(self) -> BrowserState:
        names = self.tabs or (self.first or self.home,)
        state = BrowserState(tabs=Tabs(all=tuple(Tab(place=Place(page=one)) for one in names)))
        return self._recorded(state)

    def act(self, state: BrowserState, action: Action) -> BrowserState:
        after = self._act(state, action)
        here, there = self.front(state), self.front(after)
        moved = (here.place, here.at) != (there.place, there.at)
        if moved:
            said = after.said if after.pressed != state.pressed else ""
            after = replace(after, looked="", said=said, missing="", panel="" if "panel" not in action else after.panel)
        return self._recorded(after) if moved or self.refused(state) != self.refused(after) else after

    def front(self, state: BrowserState) -> Tabs:
        """The tabs of the window in front."""
        return state.tabs if state.aside is None else state.aside

    def shown_page(self, state: BrowserState) -> BrowserPage | None:
        page = self.page(self.front(state).place.page)
        return page if isinstance(page, BrowserPage) else None

    def refused(self, state: BrowserState) -> bool:
        """The browser warns instead of showing the page."""
        page = self.shown_page(state)
        shown = self.certificate(state, page)
        return bool(page and shown and shown.trouble and page.id not in state.accepted)

    def _recorded(self, state: BrowserState) -> BrowserState:
        page = self.shown_page(state)
        if page is None or self.refused(state):
            return state
        if state.aside is None:
            state = replace(state, trail=with_one(state.trail, page.id))
        return self.seen(state, page.id)

    def _act(self, state: BrowserState, action: Action) -> BrowserState:
        page, tabs = self.shown_page(state), self.front(state)
        if action.get("do") == "enter":
            action = self._entered(state, action)
        if (panel := action.get("panel")) is not None:
            return self._panel(state, page, panel)
        if "press" in action and page and not self.refused(state):
            state, _, go = self.press(state, page, action)
            return self._to(state, Place(page=go)) if go else state
        if (target := action.get("follow", "")) and page and target in page.links(self.values(state)):
            return self._open(state, target, apart=action.get("apart") == "on")
        if (target := action.get("open", "")) and target in self._kept_targets(state):
            return self._open(state, target, apart=False)
        if "tab" in action:
            return self._with(state, tabs.showing(action["tab"]))
        if page and (done := self._on_page(state, page, action)) is not state:
            return done
        return self._do(state, action)

    def _entered(self, state: BrowserState, action: Action) -> Action:
        """What the key Enter means: the button of the field that was filled."""
        page = self.shown_page(state)
        if action.get("address", "").strip() not in {"", self.shown_address(state)}:
            return {**action, "do": "go"}
        if state.panel == "history" and action.get("seek", "") != state.sought:
            return {**action, "do": "seek"}
        if action.get("find", "") != state.looked or page is None:
            return {**action, "do": "find"}
        return {**action, "press": next((one.id for one in page.buttons if not one.first), "")}

    def _panel(self, state: BrowserState, page: BrowserPage | None, panel: str) -> BrowserState:
        if panel == "padlock" and page:
            return replace(state, panel=panel, padlock=with_one(state.padlock, page.id))
        return replace(state, panel=panel) if panel in {"", *self.panel_names()} else state

    def _kept_targets(self, state: BrowserState) -> set[str]:
        """What bookmarks and history lead to."""
        return {*self.marked(state), *(one.id for one in self.remembered(state))}

    def _open(self, state: BrowserState, target: str, *, apart: bool) -> BrowserState:
        line = next((one.address for one in self.history if one.id == target), target)
        place = self._place(line)
        if apart:
            return self._with(state, self.front(state).opened(place, in_front=True))
        return replace(self._to(state, place), panel="")

    def _place(self, target: str) -> Place:
        page = self.find(target)
        return Place(page=page.id if page else "", address="" if self.page(target) else target[:LONGEST_ADDRESS])

    def _to(self, state: BrowserState, place: Place) -> BrowserState:
        return self._with(state, self.front(state).to(place))

    def _with(self, state: BrowserState, tabs: Tabs) -> BrowserState:
        return replace(state, tabs=tabs) if state.aside is None else replace(state, aside=tabs)

    def _on_page(self, state: BrowserState, page: BrowserPage, action: Action) -> BrowserState:
        """Gestures on the page in front."""
        if (name := action.get("download", "")) in {one.id for one in page.downloads} and not self.refused(state):
            return replace(state, files={**state.files, name: DOWNLOADS}, unlisted=without_one(state.unlisted, name))
        if name := action.get("fill", ""):
            return state if self.refused(state) else self.fill(state, page, name)
        match action.get("do"):
            case "bookmark":
                return replace(state, bookmarks=toggled(self.marked(state), page.id))
            case "make_home":
                return replace(state, home=page.id)
            case "accept" if self.refused(state):
                return replace(state, accepted=with_one(state.accepted, page.id), panel="")
            case "find":
                return replace(state, looked=action.get("find", "").strip()[:60])
            case "refresh":
                host = host_of(page.address)
                old = {one.id: False for one in self.data if one.type == "cache" and one.site == host}
                return replace(state, values=self.changed(state, old))
        return state

    def _do(self, state: BrowserState, action: Action) -> BrowserState:
        match action.get("do"):
            case "go":
                typed = action.get("address", "").strip()
                return state if typed in {"", self.shown_address(state)} else self._open(state, typed, apart=False)
            case "private" if state.aside is None:
                return replace(state, aside=Tabs(all=(Tab(),)), privates=min(state.privates + 1, 99), panel="")
            case "leave" if state.aside is not None:
                return replace(state, aside=None, panel="")
            case "zoom_in" | "zoom_out" as way:
                at = ZOOMS.index(state.zoom) + (1 if way == "zoom_in" else -1) if state.zoom in ZOOMS else 2
                return replace(state, zoom=ZOOMS[min(max(at, 0), len(ZOOMS) - 1)])
        tabs = self.front(state)
        moved = tabs.after(action.get("do", ""), Place(page=self.home_of(state)))
        kept = self.keep(state, action)
        return self._with(state, moved) if moved is not tabs else kept

    def home_of(self, state: BrowserState) -> str:
        return state.home or self.home

    def shown_address(self, state: BrowserState) -> str:
        place = self.front(state).place
        return self.address_of(place.address or place.page) if place.address or place.page else ""

    def facts(self, state: BrowserState) -> Mapping[str, Fact]:
        files: dict[str, Fact] = {}
        for one in self.downloads():
            files[f"{one.id}.place"] = self.place_of(state, one)
            files[f"{one.id}.listed"] = bool(self.place_of(state, one)) and one.id not in state.unlisted
        return {
            **self.web_facts(state),
            **self.kept(state),
            **files,
            "at": self.front(state).place.page,
            "address": self.shown_address(state),
            "tabs": tuple(one.place.page for one in state.tabs.all),
            "private": state.aside is not None,
            "privates": state.privates,
            "bookmarks": self.marked(state),
            "history": tuple(one.id for one in self.remembered(state)),
            "home": self.home_of(state),
            "zoom": state.zoom,
            "panel": state.panel,
            "accepted": state.accepted,
            "padlock": state.padlock,
            "filled": state.filled,
            "erased": state.erased,
        }

    def screen(self, state: BrowserState) -> BrowserScreen:
        page = self.shown_page(state)
        return screen_of(self, state, page, tabs=self.front(state), refused=self.refused(state))

    def faults(self) -> Iterator[Fault]:
        yield from super().faults()
        for name in (*self.tabs, *(one.page for one in self.bookmarks), *filter(None, (self.first, self.home))):
            if self.page(name) is None:
                yield Fault(("pages",), "K061", f"la page « {name} » n’existe pas", "donnez l’id d’une page")
        asked = {one.id for one in self.permissions}
        for at, page in enumerate(self.pages):
            for name in page.certificate.when if page.certificate else ():
                if name not in self.firsts():
                    yield Fault(("pages", at, "certificate"), "K061", f"« {name} » n’existe pas", "corrigez l’id")
            if page.asks and page.asks not in asked:
                yield Fault(("pages", at, "asks"), "K061", f"« {page.asks} » n’existe pas", "donnez une permission")
