"""Every constant of the adaptive test and of its score, by version: a candidate has that of the day of joining. Pure.

Source: facts of certification, section A2.2. The versions are a YAML file in Git, beside what scores the test
(`app/certification/scoring/configurations.yaml`): a change is a new version with its start date, never an edit of one
that candidates have had.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

COMPETENCES = 16
PIX_PER_LEVEL = 8
Percent = Annotated[int, msgspec.Meta(ge=1, le=100)]
Intervals = tuple[tuple[float, float], ...]


class Configuration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One version. The defaults are the constants of A2.2; capacities are on its scale, −9 to 9.

    `starts`: the first day of joining to which it applies, in UTC. `variation_percent`: how far one answer may move
    the capacity, as a part of it; None: no limit. `probability_to_pick`: percent, of taking each question in turn
    among the `most_informative`. `score_intervals`: the capacities that are worth each step of the score, in order
    and end to end. `competence_cut_points`: by code, the capacities from which level 1, 2… of the competence is
    reached. `choice`: whether questions are chosen to inform of the capacity, or of what is believed of each
    competence. `scoring`: the same of the result.
    """

    starts: date
    framework: str = "core"
    maximum_length: Annotated[int, msgspec.Meta(ge=1, le=200)] = 32
    between_same_competence: Annotated[int, msgspec.Meta(ge=0, le=15)] = 2
    one_question_per_topic: bool = True
    through_all_competences: bool = True
    variation_percent: Annotated[float, msgspec.Meta(gt=0, le=10)] | None = 0.5
    first_capacity: Annotated[float, msgspec.Meta(ge=-8, le=8)] = -3.0
    probability_to_pick: Percent = 51
    most_informative: Annotated[int, msgspec.Meta(ge=1, le=50)] = 5
    fewest_answers: Annotated[int, msgspec.Meta(ge=1)] = 20
    max_level: Annotated[int, msgspec.Meta(ge=1, le=8)] = 7
    score_intervals: Intervals = (
        (-8, -1.4), (-1.4, -0.519), (-0.519, 0.6), (0.6, 1.5), (1.5, 2.25), (2.25, 3.1), (3.1, 4), (4, 8)
    )  # fmt: skip
    competence_cut_points: Mapping[str, tuple[float, ...]] = {}
    choice: Literal["information", "belief"] = "information"
    scoring: Literal["capacity", "posterior"] = "capacity"

    @property
    def max_score(self) -> int:
        """895 when levels stop at 7."""
        return self.max_level * COMPETENCES * PIX_PER_LEVEL - 1


class NoConfiguration(LookupError):
    """No version was in force that day."""


class BadConfigurations(ValueError):
    """What was read contradicts itself."""


def versions_of(raw: object) -> tuple[Configuration, ...]:
    """The versions, from what the YAML file holds, the oldest first.

    Raises `msgspec.ValidationError` for a wrong shape, `BadConfigurations` for what contradicts itself.
    """
    versions = msgspec.convert(raw, tuple[Configuration, ...])
    for one in versions:
        _check(one)
    if len({(one.framework, one.starts) for one in versions}) < len(versions):
        raise BadConfigurations("two versions start on the same day")
    return tuple(sorted(versions, key=lambda one: one.starts))


def in_force(versions: Iterable[Configuration], day: date, framework: str = "core") -> Configuration:
    """The version of a candidate who joined that day. Raises `NoConfiguration`."""
    started = [one for one in versions if one.framework == framework and one.starts <= day]
    if not started:
        raise NoConfiguration(f"{framework}: nothing was in force on {day}")
    return max(started, key=lambda one: one.starts)


def _check(one: Configuration) -> None:
    if not one.score_intervals or any(low >= high for low, high in one.score_intervals):
        raise BadConfigurations(f"{one.starts}: an interval of the score is empty")
    if any(before[1] != after[0] for before, after in pairwise(one.score_intervals)):
        raise BadConfigurations(f"{one.starts}: the intervals of the score do not touch")
    for code, points in one.competence_cut_points.items():
        if any(before >= after for before, after in pairwise(points)):
            raise BadConfigurations(f"{one.starts}: the cut points of {code} do not rise")
    if one.fewest_answers > one.maximum_length:
        raise BadConfigurations(f"{one.starts}: more answers are needed than are asked")
