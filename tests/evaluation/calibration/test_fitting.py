"""Known parameters are found again from simulated answers; what has few answers stays near its level."""

from __future__ import annotations

from math import isfinite, sqrt
from random import Random
from statistics import correlation, fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evaluation.calibration.fitting import FIRST_LINE, Fitted, abilities, fit
from app.evaluation.calibration.two_parameters import Curve

LEVELS = [1 + position % 7 for position in range(70)]


class Simulated:
    """People of the standard law, each asked questions near her level, as an adaptive test does."""

    def __init__(self, people: int, asked: int, seed: int) -> None:
        random = Random(seed)
        start, rise = FIRST_LINE
        self.curves = [
            Curve(max(0.3, random.gauss(1.1, 0.35)), start + rise * level + random.gauss(0, 0.5)) for level in LEVELS
        ]
        self.abilities = [random.gauss(0, 1) for _ in range(people)]
        self.people = [self._answers(ability, asked, random) for ability in self.abilities]

    def _answers(self, ability: float, asked: int, random: Random) -> list[tuple[int, bool]]:
        weights = [1 / (1 + (curve.difficulty - ability) ** 2) for curve in self.curves]
        items = sorted(set(random.choices(range(len(self.curves)), weights, k=asked)))
        return [(item, random.random() < self.curves[item].chance(ability)) for item in items]


@pytest.fixture(scope="module")
def simulated() -> Simulated:
    return Simulated(1500, 40, seed=11)


@pytest.fixture(scope="module")
def fitted(simulated: Simulated) -> list[Fitted]:
    return fit(simulated.people, LEVELS)


def test_difficulties_and_discriminations_are_recovered(simulated: Simulated, fitted: list[Fitted]) -> None:
    difficulties = [one.curve.difficulty for one in fitted]
    slopes = [one.curve.discrimination for one in fitted]
    gaps = [found - true.difficulty for found, true in zip(difficulties, simulated.curves, strict=True)]
    assert sqrt(fmean(gap * gap for gap in gaps)) < 0.35
    assert abs(fmean(gaps)) < 0.1
    assert correlation(difficulties, [one.difficulty for one in simulated.curves]) > 0.97
    assert correlation(slopes, [one.discrimination for one in simulated.curves]) > 0.75


def test_standard_errors_are_the_size_of_the_errors(simulated: Simulated, fitted: list[Fitted]) -> None:
    for error in ("difficulty", "discrimination"):
        ratios = [
            (getattr(one.curve, error) - getattr(true, error)) / getattr(one, f"{error}_error")
            for one, true in zip(fitted, simulated.curves, strict=True)
        ]
        assert 0.6 < sqrt(fmean(ratio * ratio for ratio in ratios)) < 1.5, error


def test_abilities_follow_those_of_the_people(simulated: Simulated, fitted: list[Fitted]) -> None:
    found = abilities(simulated.people, [one.curve for one in fitted])
    assert correlation(found, simulated.abilities) > 0.85


def test_a_challenge_that_able_people_fail_has_a_negative_discrimination(simulated: Simulated) -> None:
    turned = [[(item, succeeded != (item == 3)) for item, succeeded in answers] for answers in simulated.people]
    found = fit(turned, LEVELS)
    assert found[3].curve.discrimination < -0.2
    assert sum(one.curve.discrimination < 0 for one in found) == 1


def test_without_any_answer_a_challenge_has_the_difficulty_of_its_level() -> None:
    found = fit([], [1, 4, 7])
    start, rise = FIRST_LINE
    assert [one.curve.difficulty for one in found] == pytest.approx([start + rise * level for level in (1, 4, 7)])
    assert [one.curve.discrimination for one in found] == [1.0, 1.0, 1.0]
    assert [one.answers for one in found] == [0, 0, 0]


def test_more_answers_make_smaller_errors() -> None:
    few, many = Simulated(100, 20, seed=5), Simulated(1000, 20, seed=5)
    errors = [fmean(one.difficulty_error for one in fit(world.people, LEVELS)) for world in (few, many)]
    assert errors[1] < errors[0] / 1.5


ANSWERS = st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=8, unique_by=lambda one: one[0])


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=8, unique_by=lambda one: one[0]), max_size=12
    )
)
def test_any_answers_give_finite_curves(people: list[list[tuple[int, bool]]]) -> None:
    for one in fit(people, [1, 2, 4, 7, 8]):
        assert isfinite(one.curve.difficulty)
        assert -4 <= one.curve.discrimination <= 4
        assert one.discrimination_error > 0
        assert one.difficulty_error > 0
