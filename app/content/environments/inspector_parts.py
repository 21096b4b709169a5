"""What an author writes of an inspected page, and what changes in it."""

from __future__ import annotations

from app.content.environments.world import State, ThingId
from app.content.parts import Line, Part


class Request(Part, kw_only=True, frozen=True):
    """A line of the network panel."""

    id: ThingId
    address: Line
    status: int = 200
    kind: Line = "page"
    size: str = ""
    """In words: `12 Ko`."""
    during: str = ""
    """Which site was being visited."""
    detail: str = ""
    """What opening the line shows (Markdown)."""
    element: str = ""
    """`n3`: the request follows an attribute of this element…"""
    attribute: str = ""
    found: tuple[Line, ...] = ()
    """…and is answered 200 when it is one of these, `status` otherwise."""


class Stored(Part, kw_only=True, frozen=True):
    """A line of the storage panel: a cookie, what a page keeps."""

    id: ThingId
    name: Line
    value: Line
    site: Line
    about: str = ""


class InspectorState(State, frozen=True, kw_only=True, omit_defaults=True):
    tab: str = "page"
    open: str = ""
    expanded: tuple[str, ...] = ()
    """Elements whose inside is shown in the tree."""
    attributes: dict[str, str | None] = {}  # noqa: RUF012 (msgspec copies it)
    """By `n4@alt`; nothing for an attribute taken away."""
    texts: dict[str, str] = {}  # noqa: RUF012
    tags: dict[str, str] = {}  # noqa: RUF012
    values: dict[str, str] = {}  # noqa: RUF012
    """Values of declarations."""
    off: tuple[str, ...] = ()
    width: int = 0
    seen: tuple[str, ...] = ()
    """Requests opened."""
    forgotten: tuple[str, ...] = ()
    refused: bool = False
    """What was typed cannot be set."""
