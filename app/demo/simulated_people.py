"""Whole people who take the tests of all competences: what they can do, and what becomes of a question put to them.

The truth that an engine has to find, set by the parameters of `Truth`. An ability is a level, on the scale of the
skills' (`app.evaluation.belief.grid`): general, then by competence, then by topic, each a normal deviation from the one
above. An answer is right with the four-parameter logistic chance of `app.evaluation.belief.responses`; the engine is
told none of these parameters.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from app.demo.simulated_bank import Bank, Item

People = Literal["usual", "one-area", "all-wrong", "all-skipped"]
KINDS: Sequence[People] = ("usual", "one-area", "all-wrong", "all-skipped")

ONE_AREA = 2.5
"""In levels: how far above the mean somebody of one area is in it, and below elsewhere."""
SLIP_OF_CARELESS = 0.3
GUESS_OF_LUCKY = 0.4
NOTHING = -100.0
"""The ability of who cannot do anything, not even by luck."""


@dataclass(frozen=True)
class Truth:
    """How people and challenges really are. The defaults are the truth on which the engine was promised.

    `slope` by level. `guess`: None is the luck of each challenge. `slip`: how often somebody fails what they master.
    `mean`, then the spreads of abilities, in levels. `learning`: levels gained in a topic by each question on it.
    `misset`: part of the skills whose true level is one more, or one less. `careless`, `lucky`: part of the people who
    slip, or guess, much more than the others.
    """

    slope: float = 1.7
    guess: float | None = None
    slip: float = 0.1
    mean: float = 3.5
    general: float = 1.2
    competence: float = 0.8
    topic: float = 0.8
    learning: float = 0.0
    misset: float = 0.0
    careless: float = 0.0
    lucky: float = 0.0
    people: People = "usual"


@dataclass(frozen=True)
class Person:
    """Somebody. `order`: the competences, as they are met. `abilities`: by topic, before anything is learnt."""

    number: int
    order: tuple[str, ...]
    abilities: Mapping[str, float]
    slope: float
    guess: float | None
    slip: float
    learning: float
    skips: bool
    """Everything is skipped; else what is not right is answered wrong."""
    fate: str
    """The name of this person's luck: the same question has the same outcome whoever asks it."""

    def ability(self, topic: str, asked: int = 0) -> float:
        """In a topic, after so many questions on it."""
        return self.abilities[topic] + self.learning * asked

    def is_right(self, item: Item, asked: int = 0) -> bool:
        """The answer to a challenge, after so many questions on its topic."""
        return Random(f"{self.fate} {item.question.id}").random() < self.chance(item, asked)

    def chance(self, item: Item, asked: int = 0) -> float:
        """That the answer is right."""
        ability = self.ability(item.skill.topic, asked)
        if ability <= NOTHING / 2:
            return 0.0
        guess = item.luck if self.guess is None else self.guess
        return guess + (1 - guess - self.slip) / (1 + math.exp(-self.slope * (ability - item.skill.edge)))


def draw_people(bank: Bank, truth: Truth, count: int, seed: int) -> Sequence[Person]:
    """The same seed gives the same people, whoever tests them."""
    return [_draw(bank, truth, number, f"{seed} {number}") for number in range(count)]


def _draw(bank: Bank, truth: Truth, number: int, fate: str) -> Person:
    random = Random(fate)
    order = [test.code for test in bank.tests]
    random.shuffle(order)
    careless, lucky = random.random() < truth.careless, random.random() < truth.lucky
    guess = truth.guess
    return Person(
        number=number,
        order=tuple(order),
        abilities=_abilities(bank, truth, random),
        slope=truth.slope,
        guess=max(guess or 0.0, GUESS_OF_LUCKY) if lucky else guess,
        slip=max(truth.slip, SLIP_OF_CARELESS) if careless else truth.slip,
        learning=truth.learning,
        skips=truth.people == "all-skipped",
        fate=fate,
    )


def _abilities(bank: Bank, truth: Truth, random: Random) -> Mapping[str, float]:
    general = random.gauss(truth.mean, truth.general)
    area = random.choice(sorted({test.area for test in bank.tests}))
    found: dict[str, float] = {}
    for test in bank.tests:
        competence = random.gauss(general, truth.competence)
        if truth.people == "one-area":
            competence += (ONE_AREA if test.area == area else -ONE_AREA) + truth.mean - general
        for topic in test.scope.levels:
            deviation = random.gauss(0, truth.topic)
            found[topic] = NOTHING if truth.people in ("all-wrong", "all-skipped") else competence + deviation
    return found
