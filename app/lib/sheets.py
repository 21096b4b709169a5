"""What a workbook is made of, whatever its format: sheets of typed cells, written row after row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol, TypeAlias

Cell: TypeAlias = str | int | Decimal | datetime | date | None
"""A text, a number, a share (0 to 1, shown in percents), a moment on the clock of the reader, a day, or an empty cell.
Text is text: nothing in a cell is ever a formula or a link."""

LONGEST_TEXT = 32_767
"""Characters of a cell: Excel holds no more."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The first cell of a column; `width` in characters."""

    words: str
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """`name`: at most 31 characters, none of `[]:*?/\\`."""

    name: str
    headings: tuple[Heading, ...]


class Workbook(Protocol):
    """`begin(sheet)`, `rows(…)` again and again, then the next sheet; `close()` writes the end of the file."""

    def begin(self, sheet: Sheet) -> None:
        """The rows that follow belong to this sheet; its first line stays in sight."""

    def rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Writes rows, and keeps nothing of them."""

    def close(self) -> None:
        """The file is whole."""


def readable(text: str) -> str:
    """The text without what XML cannot hold (most control characters, lone surrogates)."""
    return text.translate(_UNREADABLE)[:LONGEST_TEXT]


_UNREADABLE = dict.fromkeys(
    [*(code for code in range(0x20) if code not in (0x9, 0xA, 0xD)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)
