"""Month after month: how much was sent, and what it showed. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

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
        """Every month from the first sending to the last, those without any too."""
        if not self._sendings:
            return []
        month, last, found = min(self._sendings), max(self._sendings), []
        while month <= last:
            tests = self._tests[month]
            mean = 100 * self._mastery[month] / tests if tests else None
            found.append(Month(date(*month, 1), self._sendings[month], mean))
            month = (month[0] + 1, 1) if month[1] == 12 else (month[0], month[1] + 1)
        return found
