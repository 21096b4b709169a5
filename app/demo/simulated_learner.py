"""Someone who takes a test: a level, a little luck, and the habit of skipping what is too hard."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from app.content.index import PlayableChallenge

SLOPE = 1.7
SLIP = 0.06
GUESS = 0.15
SKIPS = 0.25
"""Part of the wrong answers that are skips."""


@dataclass(frozen=True)
class Ability:
    """What someone can do: a general level (0 to 8) and how each topic differs from it."""

    level: float
    by_topic: Mapping[str, float]

    def chance(self, topic: str, level: int) -> float:
        """The probability of a right answer (three-parameter logistic model, with slips)."""
        distance = self.level + self.by_topic.get(topic, 0.0) - level + 0.5
        return GUESS + (1 - GUESS - SLIP) / (1 + math.exp(-SLOPE * distance))


@dataclass(frozen=True)
class Given:
    """What is sent for a challenge."""

    values: Mapping[str, Sequence[str]]
    skipped: bool


def draw_ability(random: Random, topics: Sequence[str]) -> Ability:
    """Someone among the pupils of a class."""
    return Ability(random.gauss(3.2, 1.3), {topic: random.gauss(0, 0.8) for topic in topics})


def respond(ability: Ability, challenge: PlayableChallenge, random: Random) -> Given:
    """An answer to a challenge: right, wrong in one of the ways the challenge foresees, or skipped."""
    if random.random() < ability.chance(challenge.skill.topic, challenge.skill.level):
        return right_answer(challenge)
    if random.random() < SKIPS:
        return Given({}, True)
    return wrong_answer(challenge, random)


def right_answer(challenge: PlayableChallenge) -> Given:
    """The first answer that the challenge says to be right."""
    return Given(next(iter(challenge.body.right_answers())), False)


def wrong_answer(challenge: PlayableChallenge, random: Random) -> Given:
    """One of those that it foresees to be wrong."""
    return Given(random.choice(list(challenge.body.wrong_answers())), False)
