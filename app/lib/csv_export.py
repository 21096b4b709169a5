"""CSV as spreadsheets of French offices open it, and as no formula can run in it. Pure.

Source of the rules: facts of Pix Orga, section 3.1. A file is `BOM`, then one `line` for each row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from typing import TypeAlias


class Mark(Enum):
    """What a cell says of itself: ours, where a text may be anybody's."""

    NO_VALUE = "-"
    """Alone in its cell, a hyphen is no formula."""


Value: TypeAlias = str | int | float | Decimal | Mark | None

BOM = "\ufeff"
"""First in the file: without it, Excel reads accents wrong."""
SEPARATOR = ";"
END = "\n"

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The last four are how Asian keyboards write the first: some spreadsheets take them for the same."""
_DIGITS = re.compile("[0-9][0-9-]*")


def line(values: Iterable[Value]) -> str:
    """One line of the file, with its end."""
    return SEPARATOR.join(map(serialised, values)) + END


def serialised(value: Value) -> str:
    """One value as it stands between two separators.

    Numbers as they are, with a decimal comma. Text made of digits and hyphens as it is; any other text between
    double quotes, its own doubled, and behind a `'` when a spreadsheet would take it for a formula (a leading
    hyphen among them: `-1-2` would be computed). Anything else is an empty text.
    """
    if isinstance(value, str):
        return value if _DIGITS.fullmatch(value) else f'"{_guarded(value)}"'
    if isinstance(value, Mark):
        return f'"{value.value}"'
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return '""'
    return _decimal(value)


def _guarded(text: str) -> str:
    safe = f"'{text}" if text.startswith(_FORMULA_STARTS) else text
    return safe.replace('"', '""')


def _decimal(value: float | Decimal) -> str:
    written = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return written.replace(".", ",")
