"""Places of a sheet: `B2` is the second column and the second row. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_COLUMNS, MOST_ROWS = 26, 999

_PLACE = re.compile(r"\$?([A-Za-z])\$?([1-9][0-9]{0,2})")


class Place(NamedTuple):
    """A cell, counted from 0. Places are ordered as one reads: along the row, then down."""

    row: int
    column: int

    @property
    def name(self) -> str:
        return f"{letter(self.column)}{self.row + 1}"


class Area(NamedTuple):
    """The rectangle between two cells, both included: `first` is never below nor to the right of `last`."""

    first: Place
    last: Place

    @property
    def name(self) -> str:
        return self.first.name if self.first == self.last else f"{self.first.name}:{self.last.name}"

    def places(self) -> Iterator[Place]:
        for row in range(self.first.row, self.last.row + 1):
            for column in range(self.first.column, self.last.column + 1):
                yield Place(row, column)

    def within(self, rows: int, columns: int) -> Area | None:
        """What of it lies in a sheet of that size."""
        last = Place(min(self.last.row, rows - 1), min(self.last.column, columns - 1))
        return None if last.row < self.first.row or last.column < self.first.column else Area(self.first, last)


def letter(column: int) -> str:
    return chr(ord("A") + column)


def place(name: str) -> Place | None:
    """`B2`, `$b$2` -> the place; nothing for what is not one."""
    found = _PLACE.fullmatch(name.strip())
    return Place(int(found[2]) - 1, ord(found[1].upper()) - ord("A")) if found else None


def area(name: str) -> Area | None:
    """`B2`, `B2:D9` (in any direction) -> the rectangle; nothing for what is not one."""
    ends = [place(one) for one in name.split(":")]
    if len(ends) > 2 or ends[0] is None or ends[-1] is None:
        return None
    return between(ends[0], ends[-1])


def between(one: Place, other: Place) -> Area:
    return Area(
        Place(min(one.row, other.row), min(one.column, other.column)),
        Place(max(one.row, other.row), max(one.column, other.column)),
    )
