"""What the window of the browser shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.content.environments.browser_keeping import BrowserState, Keeping
from app.content.environments.browser_parts import (
    BrowserPage,
    Certificate,
    Datum,
    Download,
    Extension,
    Password,
    Permission,
    Visit,
)
from app.content.environments.search_screen import TabLine, short
from app.content.environments.web import PageView
from app.content.environments.web_addresses import shown
from app.content.environments.web_pages import Field, Value
from app.content.environments.web_tabs import Tabs
from app.lib.msgids import N_

MOST_LINES = 8
"""Lines of the history shown at once: a search gives the others."""


@dataclass(frozen=True)
class Panel:
    """The drawer that is open."""

    name: str
    lines: list[Visit]
    hidden: int
    """Lines of the history that are not shown."""
    marks: list[tuple[str, str]]
    """Page and name."""
    data: dict[str, list[Datum]]
    """By site."""
    files: list[tuple[Download, str]]
    extensions: list[tuple[Extension, Value]]
    permissions: list[tuple[Permission, Value]]
    settings: list[tuple[Field, Value]]
    certificate: Certificate | None


@dataclass(frozen=True)
class BrowserScreen:
    tabs: list[TabLine]
    address: str
    lock: Literal["", "safe", "plain", "wrong"]
    """Empty, encrypted, not encrypted, encrypted with a trouble."""
    may_back: bool
    may_forward: bool
    private: bool
    page: BrowserPage | None
    view: PageView | None
    refused: bool
    trouble: str
    """Why the page is not safe, as the browser says it."""
    lost: bool
    marked: bool
    zoom: int
    tiny: str
    asks: Permission | None
    proposed: list[Password]
    panels: list[str]
    panel: Panel | None
    looked: str
    sought: str
    split: bool = False


def screen_of(
    world: Keeping, state: BrowserState, page: BrowserPage | None, *, tabs: Tabs, refused: bool
) -> BrowserScreen:
    place, values = tabs.place, world.kept(state)
    names = [world.page(one.place.page) for one in tabs.all]
    titles = [one.title if one else N_("Nouvel onglet") for one in names]
    asked = next((one for one in world.permissions if page and one.id == page.asks and values[one.id] == "ask"), None)
    shown_now = world.certificate(state, page)
    address = place.address or (page.address if page else "")
    return BrowserScreen(
        tabs=[TabLine(rank, short(title), rank == tabs.at + 1) for rank, title in enumerate(titles, 1)],
        address=shown(address) if address else "",
        lock=_lock(page, shown_now),
        may_back=bool(tabs.tab.past),
        may_forward=bool(tabs.tab.ahead),
        private=state.aside is not None,
        page=page,
        view=world.view(state, page, place.address, state.looked) if page and not refused else None,
        refused=refused,
        trouble=shown_now.trouble if shown_now else "",
        lost=bool(place.address) and page is None,
        marked=bool(page and page.id in world.marked(state)),
        zoom=state.zoom,
        tiny=page.tiny.text if page and page.tiny and state.zoom >= page.tiny.zoom else "",
        asks=asked,
        proposed=world.proposed(page) if page and not refused else [],
        panels=world.panel_names(),
        panel=_panel(world, state, page) if state.panel else None,
        looked=state.looked,
        sought=state.sought,
    )


def _lock(page: BrowserPage | None, certificate: Certificate | None) -> Literal["", "safe", "plain", "wrong"]:
    if page is None:
        return ""
    if certificate is None:
        return "plain"
    return "wrong" if certificate and certificate.trouble else "safe"


def _panel(world: Keeping, state: BrowserState, page: BrowserPage | None) -> Panel:
    values, found = world.kept(state), world.sought(state)
    names = {one.page: one.name for one in world.bookmarks}
    there = [one for one in world.data if values[one.id] and not _private(state)]
    return Panel(
        name=state.panel,
        lines=found[:MOST_LINES] if state.panel == "history" else [],
        hidden=max(0, len(found) - MOST_LINES),
        marks=[(one, names.get(one) or _title(world, one)) for one in world.marked(state)],
        data={site: [one for one in there if one.site == site] for site in dict.fromkeys(one.site for one in there)},
        files=[(one, world.place_of(state, one)) for one in world.downloads() if _listed(world, state, one)],
        extensions=[(one, values[one.id]) for one in world.extensions],
        permissions=[(one, values[one.id]) for one in world.permissions],
        settings=[(one, values[one.id]) for one in world.settings],
        certificate=world.certificate(state, page),
    )


def _private(state: BrowserState) -> bool:
    return state.aside is not None


def _listed(world: Keeping, state: BrowserState, one: Download) -> bool:
    return bool(world.place_of(state, one)) and one.id not in state.unlisted


def _title(world: Keeping, name: str) -> str:
    page = world.page(name)
    return page.title if page else name
