"""A shared drive as it is now: what is where, what a document says, who may do what and through which way. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from app.content.environments.drive_parts import (
    MINE,
    ROLES,
    SHARED,
    DriveState,
    Group,
    Item,
    Person,
    Role,
    Saved,
    Thing,
    Version,
)
from app.content.environments.world import NOW


@dataclass(frozen=True)
class Way:
    """How somebody comes to have a role: given, by a group, by a link, as the owner; here or on a folder above."""

    how: Literal["owner", "given", "group", "link"]
    on: str
    role: Role
    group: str = ""


@dataclass(frozen=True)
class Told:
    """A version, written by the author or made here."""

    id: str
    date: str
    author: str
    text: str
    label: str


@dataclass(frozen=True)
class Tree:
    """Everything there is, what one does not see included."""

    me: str
    people: Sequence[Person]
    groups: Sequence[Group]
    items: Sequence[Item]
    state: DriveState

    @cached_property
    def things(self) -> dict[str, Thing]:
        written = {one.id: thing_of(one) for one in self.items}
        return written | self.state.changed

    @cached_property
    def written(self) -> dict[str, Item]:
        return {one.id: one for one in self.items}

    def above(self, name: str) -> Iterator[str]:
        """The folders that hold it, nearest first, then where it stands."""
        while name in self.things:
            name = self.things[name].parent
            yield name

    def trashed(self, name: str) -> bool:
        return any(one in self.things and self.things[one].trashed for one in (name, *self.above(name)))

    def held(self, at: str) -> list[str]:
        """The ids of what one sees there, folders first."""
        found = [name for name, one in self.things.items() if one.parent == at and not one.trashed and self.may(name)]
        return sorted(found, key=lambda name: self.things[name].kind != "folder")

    def in_bin(self) -> list[str]:
        return [name for name, one in self.things.items() if one.trashed and self.may(name)]

    def may(self, name: str, role: Role = "read") -> bool:
        """Whether one has that role at least."""
        return ROLES.index(self.role(self.me, name)) >= ROLES.index(role)

    def role(self, person: str, name: str) -> Role:
        """The greatest role of somebody."""
        return max((way.role for way in self.ways(person, name)), key=ROLES.index, default="none")

    def ways(self, person: str, name: str) -> list[Way]:
        """All the ways by which somebody has a role, the nearest first."""
        found, groups = [], {one.id for one in self.groups if person in one.members}
        member = any(one.id == person and one.member for one in self.people)
        for on in self.open_from(name):
            thing = self.things[on]
            if thing.owner == person:
                found.append(Way("owner", on, "owner" if on == name else "edit"))
            for who, role in thing.grants.items():
                if who == person:
                    found.append(Way("given", on, role))
                elif who in groups:
                    found.append(Way("group", on, role, who))
            if thing.link == "anyone" or (thing.link == "members" and member):
                found.append(Way("link", on, thing.link_role))
        return found

    def open_from(self, name: str) -> list[str]:
        """It, and the folders whose rights it takes."""
        chain = [name] if name in self.things else []
        while chain and self.things[chain[-1]].inherits and self.things[chain[-1]].parent in self.things:
            chain.append(self.things[chain[-1]].parent)
        return chain

    def link(self, name: str) -> str:
        """The widest link that leads there, its own or that of a folder above: `none`, `members`, `anyone`."""
        widths = [self.things[one].link for one in self.open_from(name)]
        return "anyone" if "anyone" in widths else "members" if "members" in widths else "none"

    def source(self, name: str) -> str:
        """The document itself: what a shortcut leads to."""
        thing = self.things.get(name)
        return thing.of if thing and thing.kind == "shortcut" else name

    def versions(self, name: str) -> list[Told]:
        """Oldest first."""
        thing = self.things[name]
        item = self.written.get(name) or self.written.get(thing.of)
        written = item.versions if item else ()
        told = [self._told(thing, one) for one in written]
        return told + [self._saved(thing, rank, one) for rank, one in enumerate(thing.saved, 1)]

    def text(self, name: str) -> str:
        versions = self.versions(name)
        return versions[-1].text if versions else ""

    def name_of(self, name: str) -> str:
        """Of a thing, a person or a group."""
        if name in self.things:
            return self.things[name].name
        names = {one.id: one.name for one in self.people} | {one.id: one.name for one in self.groups}
        return names.get(name, "")

    def stands(self, name: str) -> str:
        """Where it is in the end: `mine` or `shared`."""
        return next((one for one in self.above(name) if one in (MINE, SHARED)), "")

    def _told(self, thing: Thing, one: Version) -> Told:
        return Told(one.id, one.date, one.author, one.text, thing.labels.get(one.id, one.label))

    def _saved(self, thing: Thing, rank: int, one: Saved) -> Told:
        return Told(f"w{rank}", NOW, self.me, one.text, thing.labels.get(f"w{rank}", ""))


def thing_of(item: Item) -> Thing:
    """As its author wrote it."""
    return Thing(
        name=item.name,
        parent=item.parent,
        kind=item.kind,
        owner=item.owner,
        grants=item.grants,
        link=item.link,
        link_role=item.link_role,
        inherits=item.inherits,
        trashed=item.trashed,
    )
