"""What functions and operators are given, taken as a number, as a text, as true or false, or compared. Pure."""

from __future__ import annotations

from typing import TypeAlias

from app.content.formulas.values import Error, Value, plain, read_number, shown

Table: TypeAlias = tuple[tuple[Value, ...], ...]
"""Values of a range, row by row."""

Argument: TypeAlias = Value | Table


class Refused(Exception):
    """The cell shows this error."""

    def __init__(self, error: Error) -> None:
        super().__init__(error.value)
        self.error = error


def number(value: Argument) -> float:
    """The value as a number: an empty cell is 0, a text that writes a number is that number."""
    match value:
        case None:
            return 0.0
        case bool():
            return float(value)
        case float():
            return value
        case Error():
            raise Refused(value)
        case str():
            read = read_number(value)
            if read is not None:
                return read
    raise Refused(Error.VALUE)


def text(value: Argument) -> str:
    if isinstance(value, Error):
        raise Refused(value)
    if isinstance(value, tuple):
        raise Refused(Error.VALUE)
    return plain(value) if isinstance(value, float) else shown(value)


def truth(value: Argument) -> bool:
    if isinstance(value, str):
        raise Refused(Error.VALUE)
    return number(value) != 0


def compare(left: Value, right: Value) -> int:
    """-1, 0 or 1: numbers before texts before true and false; capitals do not count; empty is 0 or an empty text."""
    for one in (left, right):
        if isinstance(one, Error):
            raise Refused(one)
    if left is None:
        left = _nothing_like(right)
    if right is None:
        right = _nothing_like(left)
    first, second = _sortable(left), _sortable(right)
    return (first > second) - (first < second)


def _nothing_like(value: Value) -> Value:
    return "" if isinstance(value, str) else False if isinstance(value, bool) else 0.0


def _sortable(value: Value) -> tuple[int, float, str]:
    if isinstance(value, bool):
        return (2, float(value), "")
    return (1, 0.0, value.casefold()) if isinstance(value, str) else (0, number(value), "")
