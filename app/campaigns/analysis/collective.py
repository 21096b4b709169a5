"""What the people of a campaign validated together, and how their results spread. Pure.

Source of the rules: facts of Orga, section 2.3. Population: the last sending of each person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from app.campaigns.analysis.tally import Tally
from app.campaigns.arrangement import Arrangement, Run
from app.campaigns.mastery import percent_of
from app.campaigns.outcomes import VALIDATED

RANGES = 10


@dataclass(frozen=True, slots=True)
class Share:
    """What some people validated of the skills of a competence or a topic; `validated` by all of them together."""

    run: Run
    people: int
    validated: int

    @property
    def mean_validated(self) -> float:
        """Skills validated by each on average, with one decimal, half up; 0 for nobody."""
        return half_up(Fraction(10 * self.validated, self.people)) / 10 if self.people else 0.0

    @property
    def percent(self) -> int:
        """Mean validated over skills aimed at, whole, half up; 0 for nobody."""
        return percent_of(self.validated, self.people * self.run.total)


@dataclass(frozen=True, slots=True)
class Results:
    """How the results of people spread: whole percents of the skills of the campaign."""

    people: int
    mean: int
    lowest: int
    median: int
    highest: int
    ranges: tuple[int, ...]
    """People in each of the ten ranges: 0 to 10, 11 to 20… 91 to 100 %."""

    @property
    def rows(self) -> list[tuple[str, int]]:
        """The ranges in figures, with their people."""
        return [(f"{10 * place + bool(place)}–{10 * place + 10}", people) for place, people in enumerate(self.ranges)]


def competence_shares(arrangement: Arrangement, tally: Tally) -> list[Share]:
    """By competence, in the order of the framework."""
    by_topic = {one.run.key: one.validated for one in topic_shares(arrangement, tally)}
    found = []
    for run in arrangement.competences:
        inside = (one for one in arrangement.topics if run.start <= one.start < run.end)
        found.append(Share(run, tally.people, sum(by_topic[one.key] for one in inside)))
    return found


def topic_shares(arrangement: Arrangement, tally: Tally) -> list[Share]:
    """By topic, in the order of the framework."""
    return [Share(run, tally.people, _validated(tally.slices[run.key])) for run in arrangement.topics]


def results_of(total: int, by_validated: Mapping[int, int]) -> Results | None:
    """`total`: skills of the campaign; `by_validated`: skills validated -> people. None for nobody."""
    people = sum(by_validated.values())
    if not people:
        return None
    percents = sorted((percent_of(validated, total), number) for validated, number in by_validated.items())
    ranges = [0] * RANGES
    for percent, number in percents:
        ranges[range_of(percent)] += number
    validated = sum(one * number for one, number in by_validated.items())
    return Results(
        people,
        percent_of(validated, people * total),
        percents[0][0],
        _median(percents, people),
        percents[-1][0],
        tuple(ranges),
    )


def range_of(percent: int) -> int:
    """0 for 0 to 10 %, 1 for 11 to 20 %… 9 for 91 to 100 %."""
    return max(0, (percent - 1) // 10)


def half_up(value: Fraction) -> int:
    """The nearest whole number, the higher one for halves."""
    return floor(value + Fraction(1, 2))


def _validated(slices: Mapping[str, int]) -> int:
    return sum(letters.count(VALIDATED) * people for letters, people in slices.items())


def _median(percents: Sequence[tuple[int, int]], people: int) -> int:
    """Of percents with how many people have each, by rising percent."""
    middles, before, found = ((people - 1) // 2, people // 2), 0, []
    for percent, number in percents:
        found += [percent for place in middles if before <= place < before + number]
        before += number
    return half_up(Fraction(sum(found), 2))
