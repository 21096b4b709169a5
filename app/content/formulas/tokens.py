"""A formula cut into pieces, and the same formula copied elsewhere. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from app.content.formulas.places import MOST_COLUMNS, MOST_ROWS, letter

LONGEST_FORMULA = 200

Kind = Literal["number", "text", "error", "cell", "name", "sign"]


class Token(NamedTuple):
    kind: Kind
    text: str


class Unreadable(Exception):
    """This is no formula."""


_PIECE = re.compile(
    r"""(?P<number>[0-9]{1,15}(?:[,.][0-9]{1,15})?)
      | (?P<text>"(?:[^"]|"")*")
      | (?P<error>\#REF!)
      | (?P<cell>\$?[A-Za-z]\$?[1-9][0-9]{0,2}(?![A-Za-z0-9_.À-ÿ(]))
      | (?P<name>[A-Za-zÀ-ÿ_][A-Za-zÀ-ÿ0-9_.]*)
      | (?P<sign><=|>=|<>|[-+*/^&=<>();:%])
      | (?P<space>[\s\u00a0\u202f]+)""",
    re.VERBOSE,
)
_CELL = re.compile(r"(\$?)([A-Za-z])(\$?)([0-9]+)")


def is_formula(typed: str) -> bool:
    return typed.lstrip().startswith("=")


def tokens(formula: str) -> Iterator[Token]:
    """The pieces after the « = », spaces left out."""
    for kind, text in _pieces(formula.strip()[1:]):
        if kind != "space":
            yield Token(kind, text)  # type: ignore[arg-type]  # the names of the groups are the kinds


def moved(typed: str, rows: int, columns: int) -> str:
    """The formula copied that many rows down and columns right: what has no $ follows; out of the sheet, #REF!.

    What is no formula, or cannot be read, is copied as it is.
    """
    if not is_formula(typed):
        return typed
    try:
        pieces = list(_pieces(typed.strip()[1:]))
    except Unreadable:
        return typed
    return "=" + "".join(_moved_cell(text, rows, columns) if kind == "cell" else text for kind, text in pieces)


def canonical(typed: str) -> str:
    """The formula without spaces, names in capitals: what two ways of typing have in common."""
    try:
        return "=" + "".join(text if kind == "text" else text.upper() for kind, text in tokens(typed))
    except Unreadable:
        return typed.strip()


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    if len(text) > LONGEST_FORMULA:
        raise Unreadable
    at = 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:
            raise Unreadable
        yield str(found.lastgroup), found[0]
        at = found.end()


def _moved_cell(text: str, rows: int, columns: int) -> str:
    found = _CELL.fullmatch(text)
    assert found is not None
    column = ord(found[2].upper()) - ord("A") + (0 if found[1] else columns)
    row = int(found[4]) + (0 if found[3] else rows)
    if not (0 <= column < MOST_COLUMNS and 1 <= row <= MOST_ROWS):
        return "#REF!"
    return f"{found[1]}{letter(column)}{found[3]}{row}"
