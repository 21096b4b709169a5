"""From cell to cell: the value of each, once what it needs is known. Pure, without recursion from cell to cell, and
with a budget of cells read, so that no sheet can keep the server busy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.content.formulas.arguments import Argument, Refused, Table, compare, number, truth
from app.content.formulas.functions import call
from app.content.formulas.names import french
from app.content.formulas.places import Area, Place
from app.content.formulas.syntax import Call, Cell, Constant, Node, Operation, Range, tree
from app.content.formulas.tokens import is_formula
from app.content.formulas.values import Error, Value, typed_value

MOST_READ = 60_000
LARGEST = 1e15


class Calculation:
    """The values of a sheet. `contents`: what is typed in each cell that is not empty."""

    def __init__(self, contents: Mapping[Place, str], rows: int, columns: int) -> None:
        self._contents = contents
        self._rows, self._columns = rows, columns
        self._values: dict[Place, Value] = {}
        self._left = MOST_READ

    def value(self, place: Place) -> Value:
        """What the cell shows; a cell out of the sheet is empty."""
        waiting, opened = [place], set[Place]()
        while waiting:
            here = waiting[-1]
            if here in self._values:
                waiting.pop()
            elif here in opened:
                self._values[here] = self._computed(here)
            else:
                opened.add(here)
                waiting.extend(self._needed(here, opened))
        return self._values[place]

    def answer(self, formula: str) -> Value:
        """What a formula would show in a cell of its own."""
        node = tree(formula)
        for one in self._precedents(node):
            self.value(one)
        return self._result(node)

    def _needed(self, here: Place, opened: set[Place]) -> list[Place]:
        """Cells to compute first. One that already waits for this one closes a circle."""
        typed = self._contents.get(here, "")
        if not is_formula(typed):
            self._values[here] = typed_value(typed)
            return []
        needed = []
        for one in self._precedents(tree(typed)):
            if one in self._values:
                continue
            if one in opened:
                self._values[here] = Error.CIRCLE
                return []
            needed.append(one)
        if self._left < 0:
            self._values[here] = Error.LONG
            return []
        return needed

    def _computed(self, here: Place) -> Value:
        return self._result(tree(self._contents[here]))

    def _result(self, node: Node) -> Value:
        """A formula shows 0 for an empty cell, and no number too large to be one."""
        try:
            result = self._evaluated(node)
        except Refused as refused:
            return refused.error
        if isinstance(result, tuple):
            return Error.VALUE
        if isinstance(result, float) and not abs(result) < LARGEST:
            return Error.VALUE
        return 0.0 if result is None else result

    def _precedents(self, node: Node) -> Iterator[Place]:
        match node:
            case Cell(place):
                self._left -= 1
                yield place
            case Range(area):
                inside = area.within(self._rows, self._columns)
                for place in inside.places() if inside else ():
                    self._left -= 1
                    if self._left < 0:
                        return
                    yield place
            case Call(_, arguments):
                for one in arguments:
                    yield from self._precedents(one)
            case Operation(_, left, right):
                yield from self._precedents(left)
                yield from self._precedents(right)

    def _evaluated(self, node: Node) -> Argument:
        match node:
            case Constant(value):
                return value
            case Cell(place):
                return self._values.get(place, Error.LONG)
            case Range(area):
                return self._table(area)
            case Call(name, arguments):
                return self._called(french(name), arguments)
            case Operation(sign, left, right):
                return _operation(sign, self._single(left), self._single(right))

    def _single(self, node: Node) -> Value:
        value = self._evaluated(node)
        if isinstance(value, tuple):
            raise Refused(Error.VALUE)
        if isinstance(value, Error):
            raise Refused(value)
        return value

    def _table(self, area: Area) -> Table:
        inside = area.within(self._rows, self._columns)
        if inside is None:
            return ((None,),)
        columns = range(inside.first.column, inside.last.column + 1)
        return tuple(
            tuple(self._values.get(Place(row, column), Error.LONG) for column in columns)
            for row in range(inside.first.row, inside.last.row + 1)
        )

    def _called(self, name: str, arguments: tuple[Node, ...]) -> Argument:
        if name == "SI" and 2 <= len(arguments) <= 3:
            if truth(self._single(arguments[0])):
                return self._single(arguments[1])
            return self._single(arguments[2]) if len(arguments) == 3 else False
        if name == "SIERREUR" and len(arguments) == 2:
            try:
                return self._single(arguments[0])
            except Refused:
                return self._single(arguments[1])
        if name in ("SI", "SIERREUR"):
            raise Refused(Error.SYNTAX)
        return call(name, tuple(self._evaluated(one) for one in arguments))


def _operation(sign: str, left: Value, right: Value) -> Value:
    if sign == "&":
        return call("CONCATENER", (left, right))
    if sign in _COMPARISONS:
        return compare(left, right) in _COMPARISONS[sign]
    one, other = number(left), number(right)
    match sign:
        case "+":
            return one + other
        case "-":
            return one - other
        case "*":
            return one * other
        case "/":
            if other == 0:
                raise Refused(Error.DIVISION)
            return one / other
    return _power(one, other)


def _power(one: float, other: float) -> Value:
    try:
        result = one**other
    except (OverflowError, ZeroDivisionError):
        raise Refused(Error.VALUE) from None
    if isinstance(result, complex):
        raise Refused(Error.VALUE)
    return float(result)


_COMPARISONS = {"=": (0,), "<>": (-1, 1), "<": (-1,), ">": (1,), "<=": (-1, 0), ">=": (0, 1)}
