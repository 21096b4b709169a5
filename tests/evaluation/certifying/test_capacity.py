"""The estimate: bounds, monotony, and the fastest way up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evaluation.certifying.capacity import Outcome, estimates

curves = st.tuples(st.floats(0.3, 3), st.floats(-4, 6))
answers = st.lists(st.tuples(curves, st.booleans()), min_size=1, max_size=32)


@given(answers, st.integers(0, 31))
def test_one_more_right_answer_never_lowers_the_capacity(
    given_: list[tuple[tuple[float, float], bool]], at: int
) -> None:
    at %= len(given_)

    def end(right: bool) -> float:
        outcomes = [Outcome(*curve, right if place == at else ok) for place, (curve, ok) in enumerate(given_)]
        return estimates(-3, None, outcomes)[-1].capacity

    assert end(True) >= end(False) - 1e-9


@given(answers)
def test_estimates_stay_on_the_scale_and_move_by_half_at_most(given_: list[tuple[tuple[float, float], bool]]) -> None:
    found = estimates(-3, 0.5, [Outcome(*curve, right) for curve, right in given_])
    for before, after in pairwise(found):
        assert -9 <= after.capacity <= 9
        assert abs(after.capacity - before.capacity) <= max(0.5, abs(before.capacity) * 0.5) + 1e-12
        assert after.standard_error >= 0


def test_the_fastest_way_up_takes_nine_answers() -> None:
    found = estimates(-3, 0.5, [Outcome(2, 5, True)] * 9)
    path = [round(one.capacity, 3) for one in found[1:]]
    assert path == pytest.approx([-1.5, -0.75, -0.375, 0.125, 0.625, 0.938, 1.406, 2.109, 3.164], abs=0.001)
