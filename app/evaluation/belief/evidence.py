"""What counts as evidence of an ability: the answers of the assessment, and what was asked directly before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from app.evaluation.belief.responses import Curve
from app.evaluation.knowledge import TopicKnowledge

HALF_LIFE_DAYS = 365.0
"""After so long an answer says half as much: people learn, and forget."""
WORKED_ON_SINCE = 0.5
"""What a failure still says when the learner, having waited as long as one must, tries again."""


class Answered(NamedTuple):
    """An answer of the assessment itself."""

    topic: str
    level: int
    curve: Curve
    right: bool
    kind: str = ""


class Remembered(NamedTuple):
    """The last direct answer on a skill, from another assessment. `weight`: how much of it still counts, 0 to 1."""

    topic: str
    level: int
    right: bool
    weight: float


def carried(
    known: Mapping[str, TopicKnowledge],
    counted: Mapping[str, TopicKnowledge],
    *,
    assessment: int,
    started_at: datetime,
) -> tuple[Remembered, ...]:
    """What an assessment starts from, and keeps to its end whatever the hour.

    `known`: all that is known of the learner, from everywhere. `counted`: by topic of the assessment, the elements that
    count there (`knowledge.counting`): a failure that no longer does is asked again, and says half as much.
    """
    return tuple(_remembered(known, counted, assessment, started_at))


def _remembered(
    known: Mapping[str, TopicKnowledge], counted: Mapping[str, TopicKnowledge], assessment: int, started_at: datetime
) -> Iterable[Remembered]:
    for topic, elements in known.items():
        here = counted.get(topic)
        for level, one in elements.items():
            if not one.direct or one.assessment == assessment:
                continue
            days = max(0.0, (started_at - one.at).total_seconds() / 86400)
            weight: float = 0.5 ** (days / HALF_LIFE_DAYS)
            if here is not None and level not in here:
                weight *= WORKED_ON_SINCE
            yield Remembered(topic, level, one.validated, weight)


def of_someone(known: Mapping[str, TopicKnowledge], at: datetime) -> tuple[Remembered, ...]:
    """Everything somebody was asked, as it counts at this moment, outside any assessment."""
    return carried(known, {}, assessment=0, started_at=at)
