"""What a shared drive is made of: people and groups, folders and documents, who may do what, versions, comments."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from app.content.environments.world import State, ThingId
from app.content.parts import Line, LocalId, Part

MINE, SHARED, TRASH = "mine", "shared", "trash"

Role = Literal["none", "read", "comment", "edit", "owner"]
ROLES: tuple[Role, ...] = ("none", "read", "comment", "edit", "owner")
GIVEN: tuple[Role, ...] = ("read", "comment", "edit")
"""What one may give; each allows what comes before it."""

Link = Literal["none", "members", "anyone"]
LINKS: tuple[Link, ...] = ("none", "members", "anyone")

Kind = Literal["folder", "text", "sheet", "slides", "form", "file", "shortcut"]
CREATED: tuple[Kind, ...] = ("folder", "text", "sheet", "slides", "form")
View = Literal["text", "share", "versions", "comments", "manage", "add"]
Size = Annotated[int, msgspec.Meta(ge=0)]


class Person(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    about: str = ""
    """A class, an address, a job: what tells two people of the same name apart."""
    member: bool = True
    """Of the school, the association…: reached by links open to members."""


class Group(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    members: tuple[ThingId, ...]


class Version(Part, kw_only=True, frozen=True):
    id: ThingId
    date: Line
    author: ThingId
    text: str
    """Markdown."""
    label: str = ""
    """A name given to the version."""


class Comment(Part, kw_only=True, frozen=True):
    id: ThingId
    author: ThingId
    date: str = ""
    text: Line
    replies: tuple[Line, ...] = ()
    """Words shown as they are: `Nora : oui, c’est fait`."""
    resolved: bool = False


class Accepts(Part, kw_only=True, frozen=True):
    """What a folder takes: a place to hand work in."""

    says: Line
    extensions: tuple[Line, ...] = ()
    most: Size | None = None
    """Bytes."""


class Upload(Part, kw_only=True, frozen=True):
    """A file of the computer, to drop in a folder."""

    id: ThingId
    name: Line
    size: Size


class Item(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    parent: LocalId = MINE
    """A folder written above, or where it stands: one's own space, what others share."""
    kind: Kind = "text"
    owner: ThingId
    grants: dict[ThingId, Role] = {}  # noqa: RUF012 (msgspec copies it)
    """Roles given to people and groups."""
    link: Link = "none"
    link_role: Role = "read"
    inherits: bool = True
    """Whoever has a role on the folder has it here."""
    date: str = ""
    """Words: when it changed last."""
    versions: tuple[Version, ...] = ()
    """Oldest first; the last is what one reads."""
    comments: tuple[Comment, ...] = ()
    trashed: bool = False
    accepts: Accepts | None = None


class Saved(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A version made here."""

    text: str
    of: str = ""
    """The version it brings back."""


class Thing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document or a folder as it has become."""

    name: str
    parent: str
    kind: Kind
    owner: str
    of: str = ""
    """What it is a copy of, a shortcut to, or the file it comes from."""
    grants: dict[str, Role] = {}
    until: dict[str, str] = {}
    link: Link = "none"
    link_role: Role = "read"
    inherits: bool = True
    trashed: bool = False
    offline: bool = False
    saved: tuple[Saved, ...] = ()
    labels: dict[str, str] = {}
    """Names given here to versions."""


class DriveState(State, frozen=True, kw_only=True, omit_defaults=True):
    at: str = MINE
    """The folder shown, or where one is: `mine`, `shared`, `trash`."""
    open: str = ""
    view: View = "add"
    version: str = ""
    """The version shown."""
    editing: bool = False
    checking: str = ""
    """Whose access is looked at."""
    refused: str = ""
    said: str = ""
    opened: tuple[str, ...] = ()
    changed: dict[str, Thing] = {}  # noqa: RUF012
    resolved: tuple[str, ...] | None = None
    replies: dict[str, tuple[str, ...]] = {}  # noqa: RUF012
    comments: dict[str, tuple[str, ...]] = {}  # noqa: RUF012
