"""Tabs of a browser: where each one is, where it was, where it may come back. Pure."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

MOST_TABS = 6
LONGEST_PAST = 12


class Asked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was asked of the engine."""

    text: str
    section: str = ""
    type: str = ""
    language: str = ""
    after: str = ""
    before: str = ""
    number: int = 1
    """Which page of results."""


class Place(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A page, an address that leads nowhere, results, or the home page when everything is empty."""

    page: str = ""
    address: str = ""
    """As asked for; empty: the page's own."""
    asked: Asked | None = None


class Tab(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    place: Place = Place()
    past: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()


class Tabs(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The tabs open, from left to right; `at`: which is in front."""

    all: tuple[Tab, ...] = (Tab(),)
    at: int = 0

    @property
    def tab(self) -> Tab:
        return self.all[self.at] if 0 <= self.at < len(self.all) else Tab()

    @property
    def place(self) -> Place:
        return self.tab.place

    def to(self, place: Place) -> Tabs:
        """Goes there in the tab in front."""
        tab = self.tab
        if place == tab.place:
            return self
        return self._with(Tab(place=place, past=(*tab.past, tab.place)[-LONGEST_PAST:]))

    def back(self) -> Tabs:
        tab = self.tab
        if not tab.past:
            return self
        return self._with(Tab(place=tab.past[-1], past=tab.past[:-1], ahead=(tab.place, *tab.ahead)))

    def forward(self) -> Tabs:
        tab = self.tab
        if not tab.ahead:
            return self
        return self._with(Tab(place=tab.ahead[0], past=(*tab.past, tab.place), ahead=tab.ahead[1:]))

    def opened(self, place: Place, *, in_front: bool) -> Tabs:
        """One more tab, on the right; the same when there are too many."""
        if len(self.all) >= MOST_TABS:
            return self
        return Tabs(all=(*self.all, Tab(place=place)), at=len(self.all) if in_front else self.at)

    def closed(self) -> Tabs:
        """Without the tab in front; the last one is never closed."""
        if len(self.all) == 1:
            return self
        left = tuple(one for rank, one in enumerate(self.all) if rank != self.at)
        return Tabs(all=left, at=min(self.at, len(left) - 1))

    def showing(self, number: str) -> Tabs:
        """With this tab in front; tabs are numbered from 1."""
        if number.isascii() and number.isdigit() and 1 <= int(number[:3]) <= len(self.all):
            return replace(self, at=int(number[:3]) - 1)
        return self

    def after(self, gesture: str, home: Place) -> Tabs:
        """After a button of the window; the same when it is none of these."""
        match gesture:
            case "back":
                return self.back()
            case "forward":
                return self.forward()
            case "home":
                return self.to(home)
            case "new":
                return self.opened(home, in_front=True)
            case "close":
                return self.closed()
        return self

    def _with(self, tab: Tab) -> Tabs:
        left = tuple(tab if rank == self.at else one for rank, one in enumerate(self.all))
        return replace(self, all=left)
