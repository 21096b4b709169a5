"""What a browser keeps and shows: certificates, bookmarks, history, data of the sites, permissions… Pure."""

from __future__ import annotations

from typing import Literal

from app.content.environments.web_pages import Page, PageText, When
from app.content.environments.world import ThingId
from app.content.parts import Line, Part


class Certificate(Part, kw_only=True, frozen=True):
    """Shown by the padlock. `trouble`: what the browser says before it refuses to open the page."""

    to: Line
    by: Line
    since: Line
    until: Line
    trouble: str = ""
    when: When = {}  # noqa: RUF012 (msgspec copies it)
    """Presented only while values are these; otherwise an ordinary one is."""


class Download(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    about: str = ""
    """Its size, what it is."""
    kept: bool = False
    """Downloaded already."""


class Tiny(Part, kw_only=True, frozen=True):
    """A text too small to be read below an enlargement."""

    text: PageText
    zoom: int


class BrowserPage(Page, kw_only=True, frozen=True):
    certificate: Certificate | None = None
    """Without one, a plain page in https has an ordinary certificate."""
    downloads: tuple[Download, ...] = ()
    asks: ThingId | Literal[""] = ""
    """The permission it asks for as long as it is neither given nor refused."""
    tiny: Tiny | None = None


class Bookmark(Part, kw_only=True, frozen=True):
    page: ThingId
    name: Line


class Visit(Part, kw_only=True, frozen=True):
    """A line of the history."""

    id: ThingId
    title: Line
    address: Line
    at: Line
    """When, in words: « hier, 14 h 32 »."""


class Datum(Part, kw_only=True, frozen=True):
    """A cookie, a session or a copy that a site left; true while it is there: passages of pages may depend on it."""

    id: ThingId
    site: Line
    name: Line
    about: str = ""
    type: Literal["cookie", "login", "cache"] = "cookie"
    there: bool = True


class Extension(Part, kw_only=True, frozen=True):
    """True while it is on."""

    id: ThingId
    name: Line
    about: str = ""
    on: bool = True


class Permission(Part, kw_only=True, frozen=True):
    """`ask`, `allow` or `block`."""

    id: ThingId
    site: Line
    what: Line
    """« La position », « Les notifications »."""
    value: Literal["ask", "allow", "block"] = "ask"


class Password(Part, kw_only=True, frozen=True):
    """Proposed on the pages of this very host, and nowhere else."""

    id: ThingId
    site: Line
    user: Line


class Folder(Part, kw_only=True, frozen=True):
    """Where a downloaded file may be put."""

    id: ThingId
    name: Line


ZOOMS = (50, 75, 100, 125, 150, 200, 300)
PANELS = ("bookmarks", "history", "downloads", "data", "permissions", "extensions", "passwords", "settings")
