"""A column of a file, whatever its format: what its heading says, what it holds for a line. Pure.

The words of a file are French whatever the language of the pages: other files, and people's habits, rely on them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Generic, TypeAlias, TypeVar

from app.lib import csv_export
from app.lib.sheets import Cell, Heading

NOT_AVAILABLE = "NA"
YES, NO = "Oui", "Non"
MOMENT = "%d/%m/%Y %H:%M"

Value: TypeAlias = str | int | bool | Decimal | datetime | None
"""A text, a number, yes or no, a share (0 to 1), a moment on the clocks of Paris; None is not available."""
L = TypeVar("L")


@dataclass(frozen=True)
class Column(Generic[L]):
    """`width` in characters, for workbooks."""

    heading: str
    value: Callable[[L], Value]
    width: int = 12


def csv_line(columns: Sequence[Column[L]], line: L) -> str:
    """A line of CSV."""
    return csv_export.line(_csv(column.value(line)) for column in columns)


def sheet_row(columns: Sequence[Column[L]], line: L) -> list[Cell]:
    """The cells of a line in a workbook."""
    return [_cell(column.value(line)) for column in columns]


def headings(columns: Sequence[Column[L]]) -> tuple[Heading, ...]:
    return tuple(Heading(column.heading, column.width) for column in columns)


def _csv(value: Value) -> csv_export.Value:
    cell = _cell(value)
    return format(cell, MOMENT) if isinstance(cell, datetime) else cell


def _cell(value: Value) -> str | int | Decimal | datetime:
    if value is None:
        return NOT_AVAILABLE
    if isinstance(value, bool):
        return YES if value else NO
    return value
