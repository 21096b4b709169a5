"""One reading of everything that was sent gives the levels and the months. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.campaigns.arrangement import Arrangement
from app.campaigns.opening import PARIS
from app.campaigns.outcomes import VALIDATED
from app.campaigns.statistics.levels import Levels
from app.campaigns.statistics.months import MonthOfYear, Months


@dataclass
class Reading:
    """`read()` rows by learner, then by id, in any number of times; `end()` after the last.

    `arrangements`: by campaign, those of assessments. `area`: only what concerns it (`"1"` to `"5"`), all when empty.
    """

    arrangements: Mapping[int, Arrangement]
    area: str
    levels: Levels = field(default_factory=Levels)
    months: Months = field(default_factory=Months)
    _learner: int | None = None
    _latest: dict[int, str] = field(default_factory=dict)
    _met: set[int] = field(default_factory=set)

    def read(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Rows: learner, campaign, shared_at, outcomes. A later row of the same campaign takes the place of the
        former in the levels; each is a sending in its month."""
        for row in rows:
            if row["learner"] != self._learner:
                self._end_of_learner()
                self._learner = row["learner"]
            arrangement = self.arrangements.get(row["campaign"])
            if arrangement is not None:
                letters = arrangement.arranged(row["outcomes"])
                self._latest[row["campaign"]] = letters
                self._sent(_month(row["shared_at"]), arrangement, letters, row["outcomes"])
            elif not self.area:
                self.months.add(_month(row["shared_at"]))

    def end(self) -> None:
        """Nothing more to read."""
        self._end_of_learner()
        for campaign in self._met:
            self.levels.aims(self.arrangements[campaign])

    def _end_of_learner(self) -> None:
        if self._latest:
            self.levels.learner((self.arrangements[campaign], letters) for campaign, letters in self._latest.items())
            self._met.update(self._latest)
            self._latest = {}

    def _sent(self, month: MonthOfYear, arrangement: Arrangement, letters: str, outcomes: str) -> None:
        if not self.area:
            self.months.add(month, outcomes.count(VALIDATED), arrangement.total)
        for run in arrangement.areas:
            if run.key == self.area:
                self.months.add(month, run.validated(letters), run.total)


def _month(moment: datetime) -> MonthOfYear:
    local = moment.astimezone(PARIS)
    return local.year, local.month
