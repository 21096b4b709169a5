"""Curves and spreads are found again, on the scale of levels, from the answers of people who have them."""

from __future__ import annotations

from statistics import fmean

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evaluation.belief.evidence import Answered
from app.evaluation.belief.grid import edge_of
from app.evaluation.belief.posterior import believe
from app.evaluation.belief.responses import USUAL_SLIP, USUAL_SLOPE, Curve, curve_of, log_likelihood
from app.evaluation.belief.spreads import USUAL, Spreads, tree
from app.evaluation.calibration.expecting import expect
from app.evaluation.calibration.fitting import Answers
from app.evaluation.calibration.gathering import Asked, gather
from app.evaluation.calibration.on_levels import OnLevels, fit_on_levels

ITEMS = [
    Asked(f"t{competence}-{topic}", f"c{competence}", level, luck=0.25 * (level % 2))
    for competence in range(5)
    for topic in range(4)
    for level in range(1, 8)
]
NARROW = Spreads(mean=4.2, general=1.0, competence=0.5, topic=0.6)
WIDE = Spreads(mean=3.0, general=1.8, competence=1.2, topic=1.3)


class Simulated:
    """Each meets three competences, and three questions drawn by chance in each of their topics."""

    def __init__(self, people: int, spreads: Spreads, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        away, steep = self.random.normal(0, 0.6, len(ITEMS)), self.random.normal(0, 0.3, len(ITEMS))
        self.curves = [
            Curve(edge_of(one.level) + far, USUAL_SLOPE * np.exp(more), curve_of(one.level, one.luck).guess)
            for one, far, more in zip(ITEMS, away, steep, strict=True)
        ]
        self.people = [self._answers(spreads) for _ in range(people)]

    def _answers(self, spreads: Spreads) -> Answers:
        general = self.random.normal(spreads.mean, spreads.general)
        given: list[tuple[int, bool]] = []
        for competence in self.random.choice(5, 3, replace=False):
            ability = self.random.normal(general, spreads.competence)
            for topic in range(4):
                here = self.random.normal(ability, spreads.topic)
                first = 7 * (4 * int(competence) + topic)
                given += [self._answer(first + int(one), here) for one in self.random.choice(7, 3, replace=False)]
        return given

    def _answer(self, item: int, ability: float) -> tuple[int, bool]:
        curve = self.curves[item]
        rise = 1 / (1 + np.exp(-curve.slope * (ability - curve.difficulty)))
        return item, bool(self.random.random() < curve.guess + (1 - curve.guess - USUAL_SLIP) * rise)


def numbers(spreads: Spreads) -> tuple[float, ...]:
    return spreads.mean, spreads.general, spreads.competence, spreads.topic


@pytest.fixture(scope="module")
def narrow() -> Simulated:
    return Simulated(600, NARROW, seed=7)


@pytest.fixture(scope="module")
def fitted(narrow: Simulated) -> OnLevels:
    return fit_on_levels(narrow.people, ITEMS)


def test_narrow_spreads_are_recovered(fitted: OnLevels) -> None:
    assert numbers(fitted.spreads) == pytest.approx(numbers(NARROW), abs=0.2)
    assert fitted.people == 600


def test_wide_spreads_are_recovered() -> None:
    found = fit_on_levels(Simulated(600, WIDE, seed=8).people, ITEMS)
    assert numbers(found.spreads) == pytest.approx(numbers(WIDE), abs=0.2)


def test_difficulties_and_slopes_are_nearer_the_truth_than_those_of_levels(narrow: Simulated, fitted: OnLevels) -> None:
    truth = [(one.difficulty, np.log(one.slope)) for one in narrow.curves]
    found = [(difficulty, np.log(slope)) for difficulty, slope in fitted.curves]
    usual = [(edge_of(one.level), np.log(USUAL_SLOPE)) for one in ITEMS]
    by_level, measured = (
        np.sqrt(np.mean((np.array(guess) - np.array(truth)) ** 2, axis=0)) for guess in (usual, found)
    )
    assert measured[0] < 0.75 * by_level[0]
    assert measured[1] < by_level[1]
    assert abs(fmean(one - level for (one, _), (level, _) in zip(found, usual, strict=True))) < 0.05


def test_a_few_people_change_little(narrow: Simulated) -> None:
    found = fit_on_levels(narrow.people[:5], ITEMS)
    assert numbers(found.spreads) == pytest.approx(numbers(USUAL), abs=0.15)
    assert found.curves == [(edge_of(item.level), pytest.approx(USUAL_SLOPE)) for item in ITEMS]
    found = fit_on_levels(narrow.people[:5], ITEMS, enough=1)
    for (difficulty, _), item in zip(found.curves, ITEMS, strict=True):
        assert abs(difficulty - edge_of(item.level)) < 1


def test_expectations_are_those_of_the_engine(narrow: Simulated) -> None:
    answers = narrow.people[0]
    logs = np.array([log_likelihood(curve, right) for curve in narrow.curves for right in (False, True)])
    expected = expect(gather([answers], ITEMS), tree(NARROW), logs)
    topics = sorted({ITEMS[item].topic for item, _ in answers})
    belief = believe(
        tree(NARROW),
        topics,
        {one.topic: one.competence for one in ITEMS},
        [Answered(ITEMS[item].topic, ITEMS[item].level, narrow.curves[item], right) for item, right in answers],
    )
    assert expected.topics.sum(axis=0) == pytest.approx(belief.abilities.sum(axis=0))
    for item, right in answers:
        assert expected.outcomes[2 * item + right] == pytest.approx(belief.abilities[topics.index(ITEMS[item].topic)])
    assert expected.general.sum() == pytest.approx(1)
    assert expected.competences.sum() == pytest.approx(3)


def test_somebody_who_answered_hundreds_of_questions_is_no_trouble() -> None:
    items = [Asked("t", "c", 1 + place % 7, 0.0) for place in range(900)]
    sure = Spreads(mean=3.5, general=0.3, competence=0.3, topic=0.3)
    logs = np.array([log_likelihood(curve_of(one.level, 0.0), right) for one in items for right in (False, True)])
    for right in (True, False):
        found = expect(gather([[(item, right) for item in range(900)]], items), tree(sure), logs)
        assert np.isfinite(found.likelihood)
        assert np.isfinite(found.outcomes).all()
        assert found.topics.sum() == pytest.approx(1)


def test_batches_change_nothing(narrow: Simulated, monkeypatch: pytest.MonkeyPatch) -> None:
    logs = np.array([log_likelihood(curve, right) for curve in narrow.curves for right in (False, True)])
    people = [[], *narrow.people[:40]]
    whole = expect(gather(people, ITEMS), tree(USUAL), logs)
    monkeypatch.setattr("app.evaluation.calibration.gathering.AT_ONCE", 100)
    batches = gather(people, ITEMS)
    assert len(batches) > 10
    parts = expect(batches, tree(USUAL), logs)
    assert parts.outcomes == pytest.approx(whole.outcomes)
    assert parts.likelihood == pytest.approx(whole.likelihood)


def test_without_any_answer_everything_is_as_usual() -> None:
    found = fit_on_levels([], ITEMS[:1])
    assert found.curves == [(edge_of(1), pytest.approx(USUAL_SLOPE))]
    assert found.spreads == USUAL
    assert found.people == 0


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 13), st.booleans()), max_size=8, unique_by=lambda one: one[0]), max_size=12
    )
)
def test_any_answers_give_curves_that_can_be_used(people: list[list[tuple[int, bool]]]) -> None:
    found = fit_on_levels(people, ITEMS[:14], enough=1)
    for difficulty, slope in found.curves:
        assert -3 <= difficulty <= 10
        assert 0.1 <= slope <= 10
    assert 0 <= found.spreads.mean <= 8
    assert all(0.3 <= one <= 4 for one in numbers(found.spreads)[1:])
