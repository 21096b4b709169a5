"""The tree of files as it is now: what holds what, what is in the bin, how much room is left. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.content.environments.files_parts import GONE, TRASH, Entry, FilesState, Item, Place

PACKED = 2
"""An archive made here takes half the room of what it holds."""


@dataclass(frozen=True)
class Tree:
    """Everything that is there, the bin included."""

    places: Sequence[Place]
    items: Sequence[Item]
    state: FilesState

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """By id; what is gone for good left out."""
        found = {one.id: self._written(one) for one in self.items}
        for made in self.state.made:
            of = found.get(made.of)
            name = self.state.renamed.get(made.id, made.name)
            source = of.source if of and made.kind != "folder" and made.kind == of.kind else None
            found[made.id] = Entry(
                made.id,
                name,
                self.state.moved.get(made.id, made.parent),
                made.kind,
                of.size if of and made.kind == of.kind else 0,
                source,
                self.state.labelled.get(made.id, of.labels if of and source else ()),
            )
        return {name: one for name, one in found.items() if name not in self.state.gone}

    @cached_property
    def children(self) -> dict[str, list[Entry]]:
        """What each folder, archive or place holds, what is in the bin apart."""
        found: dict[str, list[Entry]] = {}
        for one in self.entries.values():
            if one.id not in self.state.trashed:
                found.setdefault(one.parent, []).append(one)
        return found

    def above(self, name: str) -> Iterator[str]:
        """The ids of what holds it, nearest first, the place last."""
        while name in self.entries:
            name = self.entries[name].parent
            yield name

    def inside(self, name: str) -> Iterator[Entry]:
        """All that it holds, at any depth."""
        for one in self.children.get(name, ()):
            yield one
            yield from self.inside(one.id)

    def where(self, name: str) -> str:
        """The id of what holds it; the bin, when it or what holds it is there; `gone`."""
        chain = [name, *self.above(name)]
        if not any(one.id == chain[-1] for one in self.places):
            return GONE
        return TRASH if set(chain) & set(self.state.trashed) else chain[1]

    def reachable(self, name: str) -> bool:
        """Neither in the bin, nor inside something that is or that is gone, nor on a place taken away."""
        chain = [name, *self.above(name)]
        there = {one.id for one in self.places} - set(self.state.ejected)
        return chain[-1] in there and not set(chain) & set(self.state.trashed)

    def place_of(self, name: str) -> Place | None:
        last = [name, *self.above(name)][-1]
        return next((one for one in self.places if one.id == last), None)

    def packed(self, name: str) -> bool:
        """An archive, or something inside one: to look at, not to change."""
        return any(one in self.entries and self.entries[one].kind == "archive" for one in (name, *self.above(name)))

    def size(self, entry: Entry) -> int:
        """Bytes of a file, of all that a folder holds, of an archive."""
        if entry.kind == "file" or (entry.kind == "archive" and entry.size):
            return entry.size
        held = sum(self.size(one) for one in self.children.get(entry.id, ()))
        return held if entry.kind == "folder" else held // PACKED

    def left(self, place: Place) -> int | None:
        """Bytes that can still be written there: what lies in the bin still takes its room. None: no limit."""
        if place.room is None:
            return None
        before = Tree(self.places, self.items, FilesState(at=""))
        return place.room + before._taken(place) - self._taken(place)

    def path(self, name: str) -> str:
        """Its name and those of what holds it: `Ordinateur / Documents / cv.odt`."""
        return " / ".join(self.name_of(one) for one in reversed([name, *self.above(name)]))

    def name_of(self, name: str) -> str:
        """The name of a place, a folder or a file."""
        if name in self.entries:
            return self.entries[name].name
        return next((one.name for one in self.places if one.id == name), "")

    def origin(self, name: str) -> str:
        """The id of what the author wrote that it comes from, through copies and archives; its own for a new folder."""
        made = {one.id: one.of for one in self.state.made}
        while made.get(name):
            name = made[name]
        return name

    def _written(self, one: Item) -> Entry:
        name, parent = self.state.renamed.get(one.id, one.name), self.state.moved.get(one.id, one.parent)
        return Entry(one.id, name, parent, one.kind, one.size, one, self.state.labelled.get(one.id, one.labels))

    def _taken(self, place: Place) -> int:
        kept = [one for one in self.entries.values() if self.place_of(one.id) == place]
        return sum(self.size(one) for one in kept if one.parent == place.id or one.id in self.state.trashed)
