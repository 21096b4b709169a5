"""Month after month: how much was sent, and what it showed. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

FEWEST = 6
"""Months shown, when something was ever sent."""
MonthOfYear: TypeAlias = tuple[int, int]
"""Year, month."""


@dataclass(frozen=True, slots=True)
class Month:
    """`percent`: mean mastery of the results sent that month, None when there were none."""

    first_day: date
    sendings: int
    percent: float | None


@dataclass
class Months:
    """Adds sendings up."""

    _sendings: Counter[MonthOfYear] = field(default_factory=Counter)
    _tests: Counter[MonthOfYear] = field(default_factory=Counter)
    _mastery: dict[MonthOfYear, float] = field(default_factory=dict)

    def add(self, month: MonthOfYear, validated: int = 0, total: int = 0) -> None:
        """One sending; `total` skills aimed at, 0 for a profile."""
        self._sendings[month] += 1
        if total:
            self._tests[month] += 1
            self._mastery[month] = self._mastery.get(month, 0.0) + validated / total

    def all(self) -> list[Month]:
        """Every month from the first sending to the last, those without any too, and a few before to see it grow."""
        if not self._sendings:
            return []
        first, last = (year * 12 + month - 1 for year, month in (min(self._sendings), max(self._sendings)))
        return [self._month(divmod(one, 12)) for one in range(min(first, last - FEWEST + 1), last + 1)]

    def _month(self, place: tuple[int, int]) -> Month:
        key = (place[0], place[1] + 1)
        tests = self._tests[key]
        return Month(date(*key, 1), self._sendings[key], 100 * self._mastery[key] / tests if tests else None)
