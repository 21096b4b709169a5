"""Whether a bank is deep enough for a whole test, whoever takes it: the guarantee that nobody runs out. Pure.

The rules of coverage take one question a topic: a test of 32 questions needs 32 topics that the candidate can be asked
about, and informative questions in them at every capacity.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.capacity import Estimate, success
from app.evaluation.certifying.choice import history, next_question
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.placement import Finished

CAPACITIES: Final = tuple(range(-5, 6))


@dataclass(frozen=True, slots=True)
class WholeTest:
    """A test played to its end: the answers, and the estimate after each."""

    answers: tuple[Given, ...]
    estimates: tuple[Estimate, ...]


def topics_to_spare(configuration: Configuration, items: Sequence[Item]) -> int:
    """How many topics can be lost, to alerts or to a change of the bank, before a test is cut short."""
    return len({one.topic for one in items}) - configuration.maximum_length


def expected_test(
    configuration: Configuration, items: Sequence[Item], capacity: float, seed: int, excluded: Collection[str] = ()
) -> WholeTest:
    """The test of somebody of this capacity whose share of right answers is, all along, what is expected of it."""
    answers: list[Given] = []
    owed = 0.0
    while not isinstance(one := next_question(configuration, items, answers, excluded, seed), Finished):
        owed += success(one.discrimination, one.difficulty, capacity)
        right = owed >= 0.5
        owed -= right
        answers.append(Given(one, right))
    return WholeTest(tuple(answers), tuple(history(configuration, answers)))
