"""Where a campaign is: how many are in each state, and day after day. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

from app.campaigns.opening import PARIS
from app.campaigns.queries import State
from app.web.charts import Parts, Plot, line_plot, parts_of


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt of one learner; a learner has one current attempt, earlier ones are replaced."""

    learner: int
    state: State
    replaced: bool
    started_at: datetime
    shared_at: datetime | None
    moved_at: datetime
    """Its last answer, its sending, or its beginning."""


@dataclass(frozen=True)
class Day:
    """A day when something happened, in Paris; both counts since the beginning."""

    date: date
    started: int
    received: int


@dataclass(frozen=True)
class Activity:
    """What both charts show."""

    states: Mapping[State, int]
    parts: Parts
    """Received, to send, under way."""
    days: tuple[Day, ...]
    plot: Plot
    moved_at: datetime | None
    """When something last happened; None as long as nobody came."""

    @property
    def rows(self) -> list[tuple[date, int, int]]:
        return [(one.date, one.started, one.received) for one in self.days]

    @property
    def participants(self) -> int:
        return self.parts.total

    @property
    def to_remind(self) -> int:
        """Who has not finished, or not sent."""
        return self.states["started"] + self.states["to_share"]


ORDER: tuple[State, ...] = ("shared", "to_share", "started")


def activity_of(attempts: Iterable[Attempt]) -> Activity:
    """Count the attempts of a campaign that are neither deleted nor trials.

    A day counts who first began it, and who first sent then: the last day has the figures of the campaign (orga 1.7).
    """
    found = list(attempts)
    states = Counter(one.state for one in found if not one.replaced)
    current = {one.learner for one in found if not one.replaced}
    began: dict[int, datetime] = {}
    sent: dict[int, datetime] = {}
    for one in found:
        if one.learner in current:
            began[one.learner] = min(one.started_at, began.get(one.learner, one.started_at))
        if one.shared_at is not None:
            sent[one.learner] = min(one.shared_at, sent.get(one.learner, one.shared_at))
    days = _days(began.values(), sent.values())
    counts = {state: states[state] for state in ORDER}
    series = [[one.started for one in days], [one.received for one in days]]
    plot = line_plot([one.date.toordinal() for one in days], series)
    moved_at = max((one.moved_at for one in found), default=None)
    return Activity(counts, parts_of(list(counts.values())), days, plot, moved_at)


def _days(began: Iterable[datetime], sent: Iterable[datetime]) -> tuple[Day, ...]:
    starts, receipts = _by_day(began), _by_day(sent)
    days = sorted(starts | receipts)
    started = accumulate(starts[day] for day in days)
    received = accumulate(receipts[day] for day in days)
    return tuple(Day(*values) for values in zip(days, started, received, strict=True))


def _by_day(moments: Iterable[datetime]) -> Counter[date]:
    return Counter(moment.astimezone(PARIS).date() for moment in moments)
