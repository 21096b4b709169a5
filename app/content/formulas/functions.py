"""The functions of the sheet, by their French names. They take what is already computed: values, tables for ranges.

A function refuses by raising `Refused` with the error the cell shows.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Mapping

from app.content.formulas.arguments import Argument, Refused, compare, number, text, truth
from app.content.formulas.criteria import meets
from app.content.formulas.names import french
from app.content.formulas.values import Error, Value, rounded

LONGEST_TEXT = 500


def call(name: str, arguments: tuple[Argument, ...]) -> Value:
    """What a function answers; #NOM? when there is none of that name."""
    known = FUNCTIONS.get(french(name))
    if known is None:
        raise Refused(Error.NAME)
    least, most, function = known
    if not least <= len(arguments) <= most:
        raise Refused(Error.SYNTAX)
    result = function(*arguments)
    return float(result) if isinstance(result, int) and not isinstance(result, bool) else result


def _cells(arguments: tuple[Argument, ...]) -> Iterator[Value]:
    for one in arguments:
        if isinstance(one, tuple):
            for row in one:
                yield from row
        else:
            yield one


def _numbers(*arguments: Argument) -> list[float]:
    """Numbers of the ranges (their texts and blanks do not count) and those written in the formula."""
    found = []
    for one in arguments:
        inside = isinstance(one, tuple)
        for value in _cells((one,)):
            if isinstance(value, Error):
                raise Refused(value)
            if not inside:
                found.append(number(value))
            elif isinstance(value, float):
                found.append(value)
    return found


def _average(*arguments: Argument) -> Value:
    found = _numbers(*arguments)
    return math.fsum(found) / len(found) if found else Error.DIVISION


def _median(*arguments: Argument) -> Value:
    found = _numbers(*arguments)
    return float(statistics.median(found)) if found else Error.VALUE


def _count(*arguments: Argument) -> Value:
    return sum(isinstance(one, float) for one in _cells(arguments))


def _count_if(cells: Argument, wanted: Argument) -> Value:
    return sum(meets(one, wanted) for one in _cells((cells,)))


def _chosen(cells: Argument, wanted: Argument, summed: Argument) -> list[float]:
    pairs = zip(_cells((cells,)), _cells((cells if summed is None else summed,)), strict=False)
    return _numbers((tuple(value for one, value in pairs if meets(one, wanted)),))


def _sum_if(cells: Argument, wanted: Argument, summed: Argument = None) -> Value:
    return math.fsum(_chosen(cells, wanted, summed))


def _average_if(cells: Argument, wanted: Argument, averaged: Argument = None) -> Value:
    found = _chosen(cells, wanted, averaged)
    return math.fsum(found) / len(found) if found else Error.DIVISION


def _lookup(wanted: Argument, table: Argument, column: Argument, near: Argument = True) -> Value:
    """RECHERCHEV: exact when the last argument is FAUX or 0; else the last row not above what is looked for."""
    if not isinstance(table, tuple) or isinstance(wanted, tuple):
        raise Refused(Error.VALUE)
    rank = int(number(column)) - 1
    if not 0 <= rank < len(table[0]):
        raise Refused(Error.REFERENCE)
    if not truth(near):
        found = next((row for row in table if _same(row[0], wanted)), None)
    else:
        below = [row for row in table if row[0] is not None and _kind(row[0]) == _kind(wanted)]
        found = next((row for row in reversed(below) if compare(row[0], wanted) <= 0), None)
    if found is None:
        raise Refused(Error.MISSING)
    return 0.0 if found[rank] is None else found[rank]


def _same(value: Value, wanted: Value) -> bool:
    return value is not None and _kind(value) == _kind(wanted) and compare(value, wanted) == 0


def _kind(value: Value) -> type:
    return float if value is None else type(value)


def _joined(*arguments: Argument) -> Value:
    result = "".join(text(one) for one in _cells(arguments))
    return result if len(result) <= LONGEST_TEXT else Error.VALUE


def _length(value: Argument) -> int:
    """A number of letters given in a formula."""
    wanted = number(value)
    if not 0 <= wanted < 1e6:
        raise Refused(Error.VALUE)
    return int(wanted)


def _right(value: Argument, letters: Argument = 1.0) -> Value:
    whole = text(value)
    return whole[max(0, len(whole) - _length(letters)) :]


def _middle(value: Argument, first: Argument, letters: Argument) -> Value:
    start = _length(first) - 1
    if start < 0:
        raise Refused(Error.VALUE)
    return text(value)[start : start + _length(letters)]


def _remainder(value: Argument, divisor: Argument) -> Value:
    by = number(divisor)
    if by == 0:
        raise Refused(Error.DIVISION)
    return number(value) % by


def _truths(arguments: tuple[Argument, ...]) -> list[bool]:
    return [truth(one) for one in _cells(arguments) if not isinstance(one, str) and one is not None]


def _position(wanted: Argument, within: Argument, start: Argument = 1.0) -> Value:
    found = text(within).lower().find(text(wanted).lower(), max(0, _length(start) - 1))
    return found + 1 if found >= 0 else Error.VALUE


_MANY = 30
FUNCTIONS: Mapping[str, tuple[int, int, Callable[..., Value]]] = {
    "SOMME": (1, _MANY, lambda *values: math.fsum(_numbers(*values))),
    "PRODUIT": (1, _MANY, lambda *values: math.prod(_numbers(*values))),
    "MOYENNE": (1, _MANY, _average),
    "MEDIANE": (1, _MANY, _median),
    "MIN": (1, _MANY, lambda *values: min(_numbers(*values), default=0.0)),
    "MAX": (1, _MANY, lambda *values: max(_numbers(*values), default=0.0)),
    "NB": (1, _MANY, _count),
    "NBVAL": (1, _MANY, lambda *values: sum(one is not None for one in _cells(values))),
    "NB.VIDE": (1, 1, lambda cells: sum(one in (None, "") for one in _cells((cells,)))),
    "NB.SI": (2, 2, _count_if),
    "SOMME.SI": (2, 3, _sum_if),
    "MOYENNE.SI": (2, 3, _average_if),
    "ET": (1, _MANY, lambda *values: all(_truths(values))),
    "OU": (1, _MANY, lambda *values: any(_truths(values))),
    "NON": (1, 1, lambda value: not truth(value)),
    "ARRONDI": (1, 2, lambda value, digits=0.0: rounded(number(value), int(max(-15, min(15, number(digits)))))),
    "ENT": (1, 1, lambda value: float(math.floor(number(value)))),
    "ABS": (1, 1, lambda value: abs(number(value))),
    "MOD": (2, 2, _remainder),
    "RECHERCHEV": (3, 4, _lookup),
    "CONCATENER": (1, _MANY, _joined),
    "GAUCHE": (1, 2, lambda value, letters=1.0: text(value)[: _length(letters)]),
    "DROITE": (1, 2, _right),
    "STXT": (3, 3, _middle),
    "CHERCHE": (2, 3, _position),
    "NBCAR": (1, 1, lambda value: len(text(value))),
    "MAJUSCULE": (1, 1, lambda value: text(value).upper()[:LONGEST_TEXT]),
    "MINUSCULE": (1, 1, lambda value: text(value).lower()),
    "SUPPRESPACE": (1, 1, lambda value: " ".join(text(value).split())),
}
