"""Does the sheet answer as it should with other data too? Pure."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Annotated

import msgspec

from app.content.environments.sheet import Sheet, Typed, written
from app.content.environments.world import ThingId
from app.content.formulas.places import area
from app.content.formulas.tokens import is_formula, moved
from app.content.formulas.values import Value, typed_value
from app.content.parts import Line, Part


class Trial(Part, kw_only=True, frozen=True):
    """The same sheet with other data: what a right formula follows and a number typed by hand does not."""

    id: ThingId
    set: dict[Line, Typed] = {}  # noqa: RUF012 (msgspec copies it)
    expect: Annotated[dict[Line, Typed], msgspec.Meta(min_length=1)]
    """By cell or range: a value, or a formula written for its first cell, copied to the others."""

    def holds(self, sheet: Sheet) -> bool:
        contents = dict(sheet.contents)
        for name, typed in self.set.items():
            inside = area(name)
            for where in inside.places() if inside else ():
                contents[where] = written(typed)
        tried = replace(sheet, contents={where: typed for where, typed in contents.items() if typed})
        return all(_answers(tried, name, written(typed)) for name, typed in self.expect.items())


def _answers(sheet: Sheet, name: str, wanted: str) -> bool:
    inside = area(name)
    if inside is None:
        return False
    first = inside.first
    for where in inside.places():
        model = moved(wanted, where.row - first.row, where.column - first.column)
        value = sheet.calculation.answer(model) if is_formula(model) else typed_value(model)
        if not _same(sheet.value(where), value):
            return False
    return True


def _same(one: Value, other: Value) -> bool:
    """Numbers but for what computing loses; texts but for capitals; an empty text is an empty cell."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(one, str | None) and isinstance(other, str | None):
        return (one or "").casefold() == (other or "").casefold()
    return type(one) is type(other) and one == other
