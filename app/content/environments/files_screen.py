"""What the window of a file explorer shows. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from app.content.environments.files_doing import matching
from app.content.environments.files_parts import TRASH, Entry, FilesState, Label, Place
from app.content.environments.files_tree import Tree
from app.lib.markdown import render_markdown
from app.lib.msgids import N_
from app.lib.text_matching import fold

UNITS = (N_("%(number)s o"), N_("%(number)s ko"), N_("%(number)s Mo"), N_("%(number)s Go"), N_("%(number)s To"))
_FIGURES = re.compile(r"(\d+)")


@dataclass(frozen=True)
class Size:
    """As file explorers tell it: `2.4` and the words of its unit."""

    number: float
    unit: str


@dataclass(frozen=True)
class Row:
    """A line of the list."""

    entry: Entry
    name: str
    """As shown: perhaps without its extension."""
    size: Size
    holds: int
    """How many things are in it, told instead of the size of a folder."""
    date: str
    origin: str
    """The path of what holds it, where what is shown does not come from one folder."""
    labels: list[str]
    ticked: bool


@dataclass(frozen=True)
class Step:
    """A place, or a folder on the way to what is shown."""

    id: str
    name: str


@dataclass(frozen=True)
class Reading:
    """A file that is open, or whose properties are shown."""

    name: str
    text: Markup
    path: str
    size: Size
    date: str
    properties: Mapping[str, str]
    """Those of the author's."""


@dataclass(frozen=True)
class FilesScreen:
    split: bool
    at: str
    place: Place | None
    left: Size | None
    """Room left in this place, when it has a limit."""
    places: list[Place]
    trashed: int
    path: list[Step]
    rows: list[Row]
    wide: bool
    """Rows come from several folders: each tells from which."""
    targets: list[Step]
    reading: Reading | None
    packed: bool
    state: FilesState


def shown(tree: Tree) -> list[Entry]:
    """The files and folders of the list, in order: folders first, names as people number them."""
    state = tree.state
    rows = list(_rows(tree))
    if state.order == "date":
        rows.sort(key=lambda one: one.date, reverse=not state.backwards)
    elif state.order == "size":
        rows.sort(key=tree.size, reverse=not state.backwards)
    else:
        rows.sort(key=_by_name, reverse=state.backwards)
    return sorted(rows, key=lambda one: one.kind != "folder")


def screen(tree: Tree, labels: Sequence[Label]) -> FilesScreen:
    state, place = tree.state, tree.place_of(tree.state.at)
    left = tree.left(place) if place else None
    wide = bool(state.query or state.wearing or state.at == TRASH)
    names = {one.id: one.name for one in labels}
    return FilesScreen(
        split=False,
        at=state.at,
        place=place,
        left=None if left is None else in_units(left),
        places=[one for one in tree.places if one.id not in state.ejected],
        trashed=len(state.trashed),
        path=[Step(name, tree.name_of(name)) for name in reversed([state.at, *tree.above(state.at)])],
        rows=[_row(tree, one, names, wide) for one in shown(tree)],
        wide=wide,
        targets=_targets(tree),
        reading=_reading(tree),
        packed=tree.packed(state.at),
        state=state,
    )


def in_units(size: int) -> Size:
    """Bytes as file explorers tell them: 980 bytes, 2.4 megabytes."""
    value, rank = float(size), 0
    while value >= 1000 and rank < len(UNITS) - 1:
        value, rank = value / 1000, rank + 1
    return Size(float(f"{value:.3g}") if value < 999.5 else round(value), UNITS[rank])


def in_words(date: str) -> str:
    """`2026-05-12 14:30` as `12/05/2026 14:30`."""
    day, _, hour = date.partition(" ")
    return " ".join(filter(None, ("/".join(reversed(day.split("-"))), hour)))


def _rows(tree: Tree) -> Iterator[Entry]:
    state = tree.state
    if state.at == TRASH:
        yield from (tree.entries[one] for one in state.trashed if one in tree.entries)
    elif state.query or state.wearing:
        for one in tree.entries.values():
            if state.wearing and state.wearing not in one.labels:
                continue
            if (not state.query or matching(state.query, one.name)) and tree.reachable(one.id):
                yield one
    else:
        yield from tree.children.get(state.at, ())


def _by_name(entry: Entry) -> list[tuple[bool, int, str]]:
    pieces = [*_FIGURES.split(fold(entry.stem)), fold(entry.extension)]
    return [(True, int(one), "") if one.isdecimal() else (False, 0, one) for one in pieces]


def _row(tree: Tree, entry: Entry, labels: dict[str, str], wide: bool) -> Row:
    return Row(
        entry,
        shown_name(tree.state, entry),
        in_units(tree.size(entry)),
        len(tree.children.get(entry.id, ())),
        in_words(entry.date),
        tree.path(entry.parent) if wide else "",
        [labels[one] for one in entry.labels if one in labels],
        entry.id in tree.state.ticked,
    )


def shown_name(state: FilesState, entry: Entry) -> str:
    """With its extension or without, as one chose."""
    return entry.name if state.extensions else entry.stem


def _targets(tree: Tree) -> list[Step]:
    """Where things can be put."""
    folders = [one for one in tree.entries.values() if one.kind == "folder" and not tree.packed(one.id)]
    names = [one.id for one in tree.places] + [one.id for one in folders]
    found = [Step(name, tree.path(name)) for name in names if tree.reachable(name)]
    return sorted(found, key=lambda one: fold(one.name))


def _reading(tree: Tree) -> Reading | None:
    entry = tree.entries.get(tree.state.reading)
    if entry is None:
        return None
    source = entry.source
    content = source.content if source and entry.kind == "file" and entry.id in tree.state.opened else ""
    return Reading(
        shown_name(tree.state, entry),
        render_markdown(content) if content else Markup(),
        tree.path(entry.parent),
        in_units(tree.size(entry)),
        in_words(entry.date),
        source.properties if source else {},
    )
