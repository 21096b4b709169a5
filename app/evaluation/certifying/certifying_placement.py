"""The adaptive test of a certification, behind the interface of placement engines. Pure.

It asks of the capacity, not of skills: nothing that is known of the learner counts, and it teaches the profile nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.evaluation.certifying.answered import Given
from app.evaluation.certifying.choice import capacity_of, next_question
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.certifying.items import item_of, items_of
from app.evaluation.knowledge import TopicKnowledge
from app.evaluation.placement import Ask, Finished, PreparedScope, Situation

NAME: Final = "certification"


@dataclass(frozen=True)
class CertifyingPlacement:
    """`configuration`: the version of the candidate's joining."""

    configuration: Configuration
    name: str = NAME
    known_at_the_end: float = 1.0

    def estimate(self, scope: PreparedScope, situation: Situation) -> float:
        """The capacity, −9 to 9."""
        return capacity_of(self.configuration, answers_of(scope, situation))

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        """The next question, or why there is none."""
        answers = answers_of(scope, situation)
        found = next_question(
            self.configuration,
            items_of(scope),
            answers,
            situation.excluded,
            situation.seed,
            scope.spreads,
            situation.nearby,
        )
        return found if isinstance(found, Finished) else Ask(found.id, found.skill)

    def learn(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """Nothing."""
        del scope, situation, at
        return {}

    def conclude(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """Nothing."""
        del scope, situation, at
        return {}


def answers_of(scope: PreparedScope, situation: Situation) -> Sequence[Given]:
    """The answers given, as answers to items: what the choice and the score stand on."""
    return [
        Given(item_of(scope, f"{one.topic}-{one.level}", one.topic, "", one.curve), one.right)
        for one in situation.given
    ]
