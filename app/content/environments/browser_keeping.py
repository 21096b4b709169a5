"""What a browser keeps of one's walks, and how it is erased: bookmarks, history, data, permissions, files. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec
from msgspec.structs import replace

from app.content.environments.browser_parts import (
    PANELS,
    Bookmark,
    BrowserPage,
    Certificate,
    Datum,
    Download,
    Extension,
    Folder,
    Password,
    Permission,
    Visit,
)
from app.content.environments.web import WebState, WebWorld
from app.content.environments.web_addresses import host_of
from app.content.environments.web_pages import Field, Value, fits
from app.content.environments.web_tabs import Tabs
from app.content.environments.world import Action, ThingId, with_one, without_one
from app.lib.msgids import N_
from app.lib.text_matching import fold

DOWNLOADS, TRASH = "downloads", "trash"
AUTHORITY, SINCE, UNTIL = N_("Autorité Clairval"), N_("3 mars 2026"), N_("1er juin 2026")
"""What an ordinary certificate says."""


class BrowserState(WebState, frozen=True, kw_only=True, omit_defaults=True):
    tabs: Tabs = Tabs()
    aside: Tabs | None = None
    """The private window, in front while it is open."""
    privates: int = 0
    panel: str = ""
    sought: str = ""
    """Words looked for in the history."""
    looked: str = ""
    """Words looked for in the page."""
    trail: tuple[str, ...] = ()
    """Pages seen in the ordinary window, that the history still holds."""
    forgotten: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] | None = None
    home: str = ""
    zoom: int = 100
    accepted: tuple[str, ...] = ()
    """Pages opened in spite of a warning."""
    files: dict[str, str] = {}  # noqa: RUF012 (msgspec copies it)
    unlisted: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    padlock: tuple[str, ...] = ()
    """Pages whose padlock was opened."""
    erased: int = 0
    """How many times everything was erased at once."""


class Keeping(WebWorld, kw_only=True, frozen=True):
    """The drawers of the browser."""

    pages: Annotated[tuple[BrowserPage, ...], msgspec.Meta(min_length=1, max_length=80)]
    bookmarks: tuple[Bookmark, ...] = ()
    history: Annotated[tuple[Visit, ...], msgspec.Meta(max_length=300)] = ()
    data: tuple[Datum, ...] = ()
    extensions: tuple[Extension, ...] = ()
    permissions: tuple[Permission, ...] = ()
    passwords: tuple[Password, ...] = ()
    settings: tuple[Field, ...] = ()
    folders: tuple[Folder, ...] = ()
    """Where a downloaded file may be put, besides Téléchargements and the bin."""
    panels: tuple[Literal["bookmarks", "history", "downloads"], ...] = ("bookmarks", "history", "downloads")
    """Those always there; the others are when they hold something."""

    def firsts(self) -> dict[str, Value]:
        return {
            **super().firsts(),
            **{one.id: one.first() for one in self.settings},
            **{one.id: one.there for one in self.data},
            **{one.id: one.on for one in self.extensions},
            **{one.id: one.value for one in self.permissions},
        }

    def values(self, state: WebState) -> dict[str, Value]:
        """As pages find them: a private window has neither the data of the sites nor the extensions."""
        kept = super().values(state)
        if isinstance(state, BrowserState) and state.aside is not None:
            kept |= {one.id: False for one in self.data} | {one.id: False for one in self.extensions}
        return kept

    def kept(self, state: BrowserState) -> dict[str, Value]:
        """As the ordinary window has them."""
        return super().values(state)

    def certificate(self, state: BrowserState, page: BrowserPage | None) -> Certificate | None:
        """What the site presents now: the page's, or an ordinary one; none for what is not encrypted."""
        if page is None or page.address.startswith("http://"):
            return None
        if page.certificate and fits(page.certificate.when, self.kept(state)):
            return page.certificate
        return Certificate(to=host_of(page.address), by=AUTHORITY, since=SINCE, until=UNTIL)

    def panel_names(self) -> list[str]:
        filled = {
            "data": self.data,
            "permissions": self.permissions,
            "extensions": self.extensions,
            "passwords": self.passwords,
            "settings": self.settings,
        }
        return [one for one in PANELS if one in self.panels or filled.get(one)]

    def downloads(self) -> Iterator[Download]:
        for page in self.pages:
            yield from page.downloads

    def place_of(self, state: BrowserState, one: Download) -> str:
        """`downloads`, `trash`, a folder, or empty for what was never downloaded."""
        return state.files.get(one.id, DOWNLOADS if one.kept else "")

    def folder_name(self, name: str) -> str:
        return next((one.name for one in self.folders if one.id == name), name)

    def marked(self, state: BrowserState) -> tuple[str, ...]:
        """Pages among the bookmarks."""
        first = tuple(dict.fromkeys(one.page for one in self.bookmarks))
        return first if state.bookmarks is None else state.bookmarks

    def remembered(self, state: BrowserState) -> list[Visit]:
        """The lines of the history, the latest first."""
        known = [page for name in reversed(state.trail) if (page := self.page(name))]
        new = [Visit(id=one.id, title=one.title, address=one.address, at=N_("aujourd’hui")) for one in known]
        return [*new, *(one for one in self.history if one.id not in state.forgotten)]

    def sought(self, state: BrowserState) -> list[Visit]:
        """Those where the words are."""
        words = fold(state.sought)
        return [one for one in self.remembered(state) if words in fold(one.title + one.address)]

    def keep(self, state: BrowserState, action: Action) -> BrowserState:
        """After a gesture on one of the drawers; the same state when it is none."""
        values = self._set(state, action)
        if values is not None:
            return replace(state, values=self.changed(state, values))
        if "unmark" in action:
            return replace(state, bookmarks=without_one(self.marked(state), action["unmark"]))
        if "forget" in action:
            return self._forget(state, [one for one in self.remembered(state) if one.id == action["forget"]])
        if "seek" in action and action.get("do") == "seek":
            return replace(state, sought=action["seek"].strip()[:60])
        if action.get("do") == "forget_found":
            return self._forget(state, self.sought(state))
        if action.get("do") == "clear":
            return self._clear(state, action)
        return self._file(state, action)

    def _set(self, state: BrowserState, action: Action) -> dict[str, Value] | None:
        """Values that a gesture of the panels changes: a datum erased, an extension, a permission, the settings."""
        here = {one.id for one in self.data if self.kept(state)[one.id]}
        if action.get("erase") in here:
            return {action["erase"]: False}
        if site := action.get("erase_site"):
            return {one.id: False for one in self.data if one.site == site}
        if (name := action.get("switch", "")) in {one.id for one in self.extensions}:
            return {name: not self.kept(state)[name]}
        for verb in ("allow", "block", "ask"):
            if action.get(verb) in {one.id for one in self.permissions}:
                return {action[verb]: verb}
        if action.get("do") == "save" and state.panel == "settings":
            return {one.id: one.accepts(action.get(one.id), self.kept(state)[one.id]) for one in self.settings}
        return None

    def _forget(self, state: BrowserState, lines: list[Visit]) -> BrowserState:
        gone = {one.id for one in lines}
        left = tuple(one for one in state.trail if one not in gone)
        old = {one.id for one in self.history} & gone
        return replace(state, trail=left, forgotten=tuple(sorted({*state.forgotten, *old})))

    def _clear(self, state: BrowserState, action: Action) -> BrowserState:
        """« Effacer les données de navigation »: what was ticked."""
        ticked = [one for one in ("history", "data", "downloads") if action.get(one) == "on"]
        if not ticked:
            return state
        if "history" in ticked:
            state = self._forget(state, self.remembered(state))
        if "data" in ticked:
            state = replace(state, values=self.changed(state, {one.id: False for one in self.data}))
        if "downloads" in ticked:
            state = replace(state, unlisted=tuple(one.id for one in self.downloads() if self.place_of(state, one)))
        return replace(state, erased=min(state.erased + 1, 99))

    def _file(self, state: BrowserState, action: Action) -> BrowserState:
        there = {one.id for one in self.downloads() if self.place_of(state, one)}
        if (name := action.get("trash", "")) in there:
            return replace(state, files={**state.files, name: TRASH})
        if (name := action.get("unlist", "")) in there:
            return replace(state, unlisted=with_one(state.unlisted, name))
        where = action.get(f"where-{action.get('put', '')}", "")
        if action.get("put") in there and where in {DOWNLOADS, *(one.id for one in self.folders)}:
            return replace(state, files={**state.files, action["put"]: where})
        return state

    def proposed(self, page: BrowserPage) -> list[Password]:
        """Passwords kept for the very host of a page that asks for one."""
        if not any(one.type == "password" for one in page.fields):
            return []
        return [one for one in self.passwords if one.site == host_of(page.address)]

    def fill(self, state: BrowserState, page: BrowserPage, name: ThingId) -> BrowserState:
        one = next((one for one in self.proposed(page) if one.id == name), None)
        if one is None:
            return state
        texts = [field for field in page.fields if field.type == "text"][:1]
        typed: dict[str, Value] = {field.id: one.user for field in texts}
        typed |= {field.id: "••••••••" for field in page.fields if field.type == "password"}
        return replace(state, values=self.changed(state, typed), filled=with_one(state.filled, name))
