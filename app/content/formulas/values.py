"""What a cell holds: nothing, a number, a text, true or false, an error. Reading what is typed, showing it. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import TypeAlias

from app.lib.msgids import N_
from app.lib.text_matching import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE


class Error(Enum):
    """What a formula that cannot answer shows instead."""

    NAME = N_("#NOM?")
    """A function or a name that does not exist."""
    DIVISION = "#DIV/0!"
    REFERENCE = "#REF!"
    """A cell that no longer exists."""
    VALUE = N_("#VALEUR!")
    """A text where a number is needed, a result that does not fit."""
    MISSING = "#N/A"
    """What one looks for is not there."""
    SYNTAX = N_("#ERREUR!")
    """Something that cannot be read as a formula."""
    CIRCLE = "#CIRC!"
    """A cell that needs its own result."""
    LONG = "#LONG!"
    """More work than a sheet is allowed."""


Value: TypeAlias = float | str | bool | Error | None
"""`None` for an empty cell. Numbers are always float."""

FORMATS = ("general", "integer", "number", "euro", "percent", "percent1", "text")

_SPACES = re.compile(f"[ {NO_BREAK_SPACE}{NARROW_NO_BREAK_SPACE}]")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:,[0-9]{0,15})?")


def typed_value(text: str) -> Value:
    """What a sheet makes of a text typed in a cell: `1 200,5` is a number, `12 %` is 0.12, `3,50 €` is 3.5,
    `12.5` and `'12` are texts, as in a French spreadsheet."""
    bare = text.strip()
    if not bare:
        return None
    if bare.startswith("'"):
        return bare[1:]
    if bare.upper() in ("VRAI", "FAUX"):
        return bare.upper() == "VRAI"
    number = read_number(bare)
    return bare if number is None else number


def read_number(text: str) -> float | None:
    """The number a text writes, in French; nothing when it writes none."""
    bare = _SPACES.sub("", text)
    scale = 1.0
    if bare.endswith("%"):
        bare, scale = bare[:-1], 100.0
    elif bare.endswith("€"):
        bare = bare[:-1]
    return float(bare.replace(",", ".")) / scale if _NUMBER.fullmatch(bare) else None


def typed_format(text: str) -> str:
    """The format that typing gives: `12 %` a percentage, `3,50 €` an amount."""
    if read_number(text) is None:
        return "general"
    return {"%": "percent", "€": "euro"}.get(text.strip()[-1], "general")


def shown(value: Value, form: str = "general") -> str:
    """A value as a cell shows it."""
    match value:
        case None:
            return ""
        case Error():
            return value.value
        case bool():
            return N_("VRAI") if value else N_("FAUX")
        case float():
            return _NUMBERS.get(form, plain)(value)
        case str():
            return value


def plain(number: float) -> str:
    """A number with ten significant digits at most, without useless zeros: `0,3`."""
    text = f"{number:.10g}"
    if "e" in text and abs(number) < 1e15:
        text = f"{number:.10f}".rstrip("0").rstrip(".")
    return ("0" if text in ("-0", "") else text).replace(".", ",")


def rounded(number: float, digits: int) -> float:
    """Half away from zero, as spreadsheets do."""
    if not math.isfinite(number) or abs(number) >= 1e15:
        return number
    step = Decimal(1).scaleb(-max(-15, min(15, digits)))
    return float((Decimal(repr(number)) / step).quantize(Decimal(1), ROUND_HALF_UP) * step)


def _grouped(number: float, digits: int) -> str:
    text = f"{rounded(number, digits):,.{digits}f}"
    return text.replace(",", NARROW_NO_BREAK_SPACE).replace(".", ",")


_NUMBERS: dict[str, Callable[[float], str]] = {
    "integer": lambda number: _grouped(number, 0),
    "number": lambda number: _grouped(number, 2),
    "euro": lambda number: f"{_grouped(number, 2)}{NO_BREAK_SPACE}€",
    "percent": lambda number: f"{_grouped(number * 100, 0)}{NO_BREAK_SPACE}%",
    "percent1": lambda number: f"{_grouped(number * 100, 1)}{NO_BREAK_SPACE}%",
}
