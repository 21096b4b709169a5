"""People of known abilities take the adaptive test of the certification, chosen and scored in different ways.

The people and their luck are those of `simulated_people.py`; the questions are chosen by the real rules. The truth of a
person is what a profile would be worth if it knew everything: the pix of the skills truly mastered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import msgspec

from app.certification.scoring.cut_points import derived
from app.certification.scoring.meshes import levels_at, score_of
from app.certification.scoring.posterior import believed
from app.certification.scoring.worth import CompetenceWorth, SkillWorth
from app.demo.simulated_bank import AimedSkill, Bank, Item
from app.demo.simulated_people import Person, Truth, draw_people
from app.evaluation.belief.responses import curve_of
from app.evaluation.belief.spreads import USUAL
from app.evaluation.certifying import answered
from app.evaluation.certifying.answered import Given
from app.evaluation.certifying.choice import history, next_question
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.certifying.items import item_of
from app.evaluation.placement import Finished
from app.evaluation.scoring import PIX_PER_LEVEL

REFERENCE, RESCORED, OURS = "reference", "rescored", "ours"
WAYS = (REFERENCE, RESCORED, OURS)
"""The rules of the reference; its questions and answers, scored by what is believed; questions chosen so as well."""
LATELY: Final = 5
"""The last questions of a neighbour that the choice knows of: some 15 minutes of a test of 105."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a scoring says: pix, and levels in the order of the competences; the error it states, when it does."""

    score: int
    levels: tuple[int, ...]
    error: float | None = None


@dataclass(frozen=True)
class TestTaken:
    """One person. `true`: what should be found. `found`: by way, after 0, 1, 2… questions. `asked`: by way."""

    person: int
    true: Found
    found: Mapping[str, Sequence[Found]]
    asked: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class CertificationTrial:
    """The tests of all, on a bank of so many questions."""

    configuration: Configuration
    codes: tuple[str, ...]
    questions: int
    taken: Sequence[TestTaken]


@dataclass(frozen=True, eq=False)
class _Hall:
    """What all tests have in common."""

    configuration: Configuration
    bank: Bank
    worths: Sequence[CompetenceWorth]
    items: Sequence[answered.Item]
    questions: Mapping[str, Item]


def certification_trial(
    bank: Bank, truth: Truth, people: int, seed: int, configuration: Configuration, room: int = 1
) -> CertificationTrial:
    """The same seed gives the same people, questions and figures.

    `room`: so many people start together, answer at one pace, and are kept from the questions of one another.
    """
    questions = dict(chain.from_iterable(test.items.items() for test in bank.tests))
    hall = _Hall(configuration, bank, worths_of(bank), items_of_bank(bank), questions)
    drawn = draw_people(bank, truth, people, seed)
    rooms = [drawn[first : first + room] for first in range(0, people, room)]
    taken = list(chain.from_iterable(_take(hall, one, seed * 1_000_000) for one in rooms))
    return CertificationTrial(configuration, tuple(one.code for one in bank.tests), len(questions), taken)


def worths_of(bank: Bank) -> tuple[CompetenceWorth, ...]:
    """What the skills of a bank are worth."""
    return tuple(
        CompetenceWorth(
            test.code, tuple(SkillWorth(one.topic, one.level, one.worth * PIX_PER_LEVEL) for one in test.skills)
        )
        for test in bank.tests
    )


def with_cut_points_of(configuration: Configuration, bank: Bank) -> Configuration:
    """The same rules, for a bank that is not the one the cut points were derived from."""
    intervals, points = derived(worths_of(bank), USUAL, configuration.max_level)
    return msgspec.structs.replace(configuration, score_intervals=intervals, competence_cut_points=points)


def items_of_bank(bank: Bank) -> Sequence[answered.Item]:
    """Its questions, as the test sees them."""
    return tuple(
        item_of(test.scope, one.skill.id, one.skill.topic, name, curve)
        for test in bank.tests
        for name, one in test.items.items()
        for curve in [curve_of(one.skill.level, one.question.luck, one.question.measured)]
    )


def _take(hall: _Hall, people: Sequence[Person], seed: int) -> Sequence[TestTaken]:
    usual = _answers(hall, people, seed, msgspec.structs.replace(hall.configuration, choice="information"))
    ours = _answers(hall, people, seed, msgspec.structs.replace(hall.configuration, choice="belief"))
    return [_taken(hall, *one) for one in zip(people, usual, ours, strict=True)]


def _taken(hall: _Hall, person: Person, usual: Sequence[Given], ours: Sequence[Given]) -> TestTaken:
    given = {REFERENCE: usual, RESCORED: usual, OURS: ours}
    return TestTaken(
        person.number,
        _truth(hall, person),
        {
            REFERENCE: _by_capacity(hall, usual),
            RESCORED: _by_posterior(hall, usual),
            OURS: _by_posterior(hall, ours),
        },
        {way: tuple(one.item.id for one in answers) for way, answers in given.items()},
    )


def _answers(hall: _Hall, people: Sequence[Person], seed: int, rules: Configuration) -> Sequence[Sequence[Given]]:
    """By person, the answers of a room: one question each, then the next."""
    answers: list[list[Given]] = [[] for _ in people]
    going_on = list(range(len(people)))
    while going_on:
        for place in tuple(going_on):
            person, mine = people[place], answers[place]
            nearby = {one.item.id for other in answers if other is not mine for one in other[-LATELY:]}
            one = next_question(rules, hall.items, mine, (), seed + person.number, nearby=nearby)
            if isinstance(one, Finished):
                going_on.remove(place)
            else:
                mine.append(Given(one, person.is_right(hall.questions[one.id])))
    return answers


def _truth(hall: _Hall, person: Person) -> Found:
    rules = hall.configuration
    pix = [min(_pix_mastered(test.skills, person), rules.max_level * PIX_PER_LEVEL) for test in hall.bank.tests]
    return Found(min(sum(pix), rules.max_score), tuple(one // PIX_PER_LEVEL for one in pix))


def _pix_mastered(skills: Sequence[AimedSkill], person: Person) -> int:
    return int(sum(one.worth for one in skills if person.ability(one.topic) >= one.edge) * PIX_PER_LEVEL + 1e-6)


def _by_capacity(hall: _Hall, answers: Sequence[Given]) -> Sequence[Found]:
    rules = hall.configuration
    return [
        Found(
            score_of(one.capacity, rules.score_intervals, rules.max_score),
            tuple(levels_at(one.capacity, rules.competence_cut_points, rules.max_level).values()),
        )
        for one in history(rules, answers)
    ]


def _by_posterior(hall: _Hall, answers: Sequence[Given]) -> Sequence[Found]:
    rules, found = hall.configuration, list[Found]()
    for count in range(len(answers) + 1):
        one = believed(hall.worths, answers[:count], USUAL, rules.max_level)
        levels = tuple(competence.level for competence in one.competences.values())
        found.append(Found(min(round(one.score), rules.max_score), levels, one.standard_error))
    return found
