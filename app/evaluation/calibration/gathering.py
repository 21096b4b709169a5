"""Answers laid out in arrays: by person, competence and topic, as the tree of abilities wants them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from app.evaluation.calibration.fitting import Answers

Rows = npt.NDArray[np.int_]
AT_ONCE = 50_000
"""Answers in a batch: 10 MB for each array of numbers by point of the grid."""


class Asked(NamedTuple):
    """A version of a challenge: whose ability it calls on, the level of its skill, how often luck alone finds it."""

    topic: str
    competence: str
    level: int
    luck: float


@dataclass(frozen=True, eq=False)
class Batch:
    """The answers of some people, in order. A row of topics is a topic of somebody, a row of competences likewise.

    `outcome`: by answer, twice the position of the item, and one more when it is right. `answers`, `topics`,
    `competences`: where each row of topics, of competences, each person begins among the answers, the rows of topics,
    the rows of competences. `topic`, `competence`, `person`: the inverse, by answer, row of topics, row of competences.
    """

    outcome: Rows
    answers: Rows
    topics: Rows
    competences: Rows
    topic: Rows
    competence: Rows
    person: Rows


def gather(people: Sequence[Answers], items: Sequence[Asked]) -> list[Batch]:
    """Batches of whole people; those who answered nothing are left out."""
    return [_batch(some, items) for some in _some(people)]


def competences_met(answers: Answers, items: Sequence[Asked]) -> int:
    """In how many competences somebody answered."""
    return len({items[item].competence for item, _ in answers})


def _some(people: Sequence[Answers]) -> Iterator[list[Answers]]:
    some: list[Answers] = []
    count = 0
    for answers in people:
        if answers:
            some.append(answers)
            count += len(answers)
        if count >= AT_ONCE:
            yield some
            some, count = [], 0
    if some:
        yield some


def _batch(people: Sequence[Answers], items: Sequence[Asked]) -> Batch:
    given = sorted(
        (person, items[item].competence, items[item].topic, 2 * item + right)
        for person, answers in enumerate(people)
        for item, right in answers
    )
    topics = [one[:3] for one in given]
    answers = _beginnings(topics)
    competences = [topics[first][:2] for first in answers]
    begins = _beginnings(competences)
    persons = [competences[first][:1] for first in begins]
    firsts = _beginnings(persons)
    return Batch(
        outcome=np.array([one[3] for one in given], dtype=int),
        answers=np.array(answers, dtype=int),
        topics=np.array(begins, dtype=int),
        competences=np.array(firsts, dtype=int),
        topic=_owners(answers, len(given)),
        competence=_owners(begins, len(competences)),
        person=_owners(firsts, len(persons)),
    )


def _beginnings(rows: Sequence[object]) -> list[int]:
    """Where each run of equal rows begins."""
    return [place for place, row in enumerate(rows) if place == 0 or rows[place - 1] != row]


def _owners(beginnings: Sequence[int], count: int) -> Rows:
    owners: Rows = np.repeat(np.arange(len(beginnings)), np.diff([*beginnings, count]))
    return owners
