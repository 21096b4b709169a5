"""The engine on a prepared scope: the real bank feeds a whole test, whoever takes it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import get_args

import pytest

from app.content.challenge import Mark
from app.evaluation.belief.evidence import Answered
from app.evaluation.belief.responses import curve_of
from app.evaluation.certifying.capacity import estimates
from app.evaluation.certifying.certifying_placement import CertifyingPlacement, answers_of
from app.evaluation.certifying.choice import information
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.certifying.depth import CAPACITIES, expected_test, topics_to_spare
from app.evaluation.certifying.items import items_of
from app.evaluation.placement import Ask, Finished, PlacementEngine, Situation
from tests.evaluation.certifying.banks import real_index, real_scope

RULES = Configuration(starts=date(2026, 1, 1))
ENGINE: PlacementEngine = CertifyingPlacement(RULES)
NOW = datetime(2026, 11, 21, tzinfo=UTC)
MARKS: tuple[Mark, ...] = get_args(Mark)
SPARE = 16
"""Topics that alerts may take away from a test."""


def situation(given: list[Answered], asked: list[str]) -> Situation:
    return Situation({}, frozenset(asked), False, 7, tuple(given))


def test_a_test_on_the_real_bank_through_the_interface_of_engines() -> None:
    scope, index = real_scope(), real_index()
    given: list[Answered] = []
    asked: list[str] = []
    while isinstance(step := ENGINE.next(scope, situation(given, asked)), Ask):
        assert step == ENGINE.next(scope, situation(given, asked))
        one = index.challenges[step.challenge_id]
        curve = curve_of(one.skill.level, one.body.luck, one.measured)
        given.append(Answered(one.skill.topic, one.skill.level, curve, len(asked) % 3 != 0, one.body.kind))
        asked.append(step.challenge_id)
        assert ENGINE.learn(scope, situation(given, asked), NOW) == {}
    assert step == Finished("ceiling")
    assert len(set(asked)) == 32
    assert len({index.challenges[one].skill.competence for one in asked[:16]}) == 16
    assert ENGINE.conclude(scope, situation(given, asked), NOW) == {}
    outcomes = [one.outcome for one in answers_of(scope, situation(given, asked))]
    assert ENGINE.estimate(scope, situation(given, asked)) == estimates(-3, 0.5, outcomes)[-1].capacity


@pytest.mark.parametrize("needs", [(), *((mark,) for mark in MARKS), ("sight", "colour"), MARKS], ids=str)
def test_the_bank_feeds_thirty_two_questions_at_every_capacity(needs: tuple[Mark, ...]) -> None:
    scope, index = real_scope(needs), real_index()
    items = items_of(scope)
    assert topics_to_spare(RULES, items) >= SPARE
    for capacity in CAPACITIES:
        found = expected_test(RULES, items, capacity, seed=capacity)
        assert len(found.answers) == 32, capacity
        assert len({one.item.competence for one in found.answers[:16]}) == 16
        assert not any(mark in needs for one in found.answers for mark in index.challenges[one.item.id].body.marks)


def test_the_bank_informs_where_it_decides() -> None:
    """From the first step of the score to the last, the questions met leave a standard error that can be lived with."""
    items = items_of(real_scope())
    for capacity in (-1, 0, 1, 2, 3, 4, 5):
        found = expected_test(RULES, items, capacity, seed=1)
        said = sum(information(capacity, [one.item for one in found.answers]))
        assert said > 4, (capacity, said)
        assert found.estimates[-1].standard_error < 0.6
        assert found.estimates[-1].capacity == pytest.approx(capacity, abs=0.8)


@pytest.mark.parametrize("needs", [(), ("sight", "colour")], ids=["usual", "adjusted"])
def test_many_alerts_do_not_cut_a_test_short(needs: tuple[Mark, ...]) -> None:
    items = items_of(real_scope(needs))
    excluded = {one.item.skill for one in expected_test(RULES, items, 2, 1).answers}
    found = expected_test(RULES, items, 2, 1, excluded)
    assert len(found.answers) == 32
    assert not excluded & {one.item.skill for one in found.answers}
