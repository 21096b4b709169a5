"""The sheet of a moment: what is typed where, its values, its rows sorted and filtered. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import msgspec

from app.content.formulas.calculation import Calculation
from app.content.formulas.places import Place, place
from app.content.formulas.tokens import moved
from app.content.formulas.values import Error, Value, read_number, shown
from app.lib.text_matching import fold

Typed = str | int | float | None
"""A cell in YAML: a text as one would type it, or a number."""


class Filter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Rows whose cell of a column passes the test; several values are set apart by « ; »."""

    column: str
    test: Literal["is", "not", "contains", "at_least", "at_most"] = "is"
    value: str = ""

    def keeps(self, value: Value) -> bool:
        if self.test in ("at_least", "at_most"):
            limit = read_number(self.value)
            if limit is None or not isinstance(value, float):
                return False
            return value >= limit if self.test == "at_least" else value <= limit
        wanted = [fold(one) for one in self.value.split(";")]
        text = fold(shown(value))
        if self.test == "contains":
            return any(one in text for one in wanted)
        return (text in wanted) == (self.test == "is")


@dataclass(frozen=True)
class Sheet:
    """Cells that are not empty, and how big the grid is."""

    contents: Mapping[Place, str]
    height: int
    width: int
    headers: int
    filters: tuple[Filter, ...] = ()

    @cached_property
    def calculation(self) -> Calculation:
        return Calculation(self.contents, self.height, self.width)

    def value(self, where: Place) -> Value:
        return self.calculation.value(where)

    def places(self) -> Iterator[Place]:
        for row in range(self.height):
            for column in range(self.width):
                yield Place(row, column)

    @cached_property
    def data(self) -> Sequence[int]:
        """Rows below the headers, down to the first empty one: what is sorted and filtered."""
        filled = {where.row for where in self.contents}
        end = next((row for row in range(self.headers, self.height) if row not in filled), self.height)
        return range(self.headers, end)

    @cached_property
    def kept(self) -> list[int]:
        """Rows of data that no filter hides."""
        return [row for row in self.data if all(self._passes(row, one) for one in self.filters)]

    def _passes(self, row: int, one: Filter) -> bool:
        top = place(f"{one.column}1")
        return top is None or one.keeps(self.value(Place(row, top.column)))

    def column(self, column: int, rows: Sequence[int]) -> list[Value]:
        return [self.value(Place(row, column)) for row in rows]

    def lines(self) -> list[tuple[str, ...]]:
        """The rows of data, in any order: what sorting well keeps."""
        return sorted(tuple(self._still(row, column) for column in range(self.width)) for row in self.data)

    def _still(self, row: int, column: int) -> str:
        """What is typed, told as from row 500: formulas that follow their row stay the same."""
        return moved(self.contents.get(Place(row, column), ""), 500 - row, 0)

    def sorted_by(self, keys: Sequence[int], columns: Sequence[int], *, down: bool) -> dict[Place, str]:
        """What these columns hold once the rows are sorted by the keys, the first one foremost. Empty cells go last.

        Rows that are equal stay in order. A formula follows its row, as if copied there.
        """
        rows = list(self.data)
        for key in reversed(keys):
            rows.sort(key=lambda row: rank(self.value(Place(row, key))), reverse=down)
            rows.sort(key=lambda row: self.value(Place(row, key)) in (None, ""))
        return {
            Place(to, column): moved(self.contents.get(Place(row, column), ""), to - row, 0)
            for to, row in zip(self.data, rows, strict=True)
            for column in columns
        }


def rank(value: Value) -> tuple[int, float, str]:
    """Numbers, then texts, then true and false, then errors."""
    match value:
        case bool():
            return (2, float(value), "")
        case float():
            return (0, value, "")
        case Error():
            return (3, 0.0, value.value)
        case None:
            return (4, 0.0, "")
    return (1, 0.0, fold(value))


def direction(values: Sequence[Value]) -> str:
    """`up`, `down`, or `no` when the values are in neither order."""
    ranks = [rank(one) for one in values]
    if ranks == sorted(ranks):
        return "up"
    return "down" if ranks == sorted(ranks, reverse=True) else "no"


def written(typed: Typed) -> str:
    """What one would type to get this."""
    if isinstance(typed, float):
        return f"{typed:.15g}".replace(".", ",")
    return "" if typed is None else str(typed)
