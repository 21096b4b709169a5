"""Scores and levels are bounded, rise with the capacity, and name the right global level."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.certification.scoring.meshes import (
    LEVEL_KEYS,
    THRESHOLDS,
    capacity_from_score,
    global_level,
    level_at,
    score_of,
)
from app.evaluation.certifying.configuration import Configuration

INTERVALS = Configuration(starts=date(2026, 1, 1)).score_intervals
capacities = st.floats(-20, 20)


@given(capacities, capacities)
def test_the_score_is_bounded_and_rises_with_the_capacity(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= score_of(low, INTERVALS, 895) <= score_of(high, INTERVALS, 895) <= 895


@given(st.integers(0, 895))
def test_a_score_comes_back_from_its_capacity_but_for_rounding(score: int) -> None:
    assert abs(score_of(capacity_from_score(score, INTERVALS), INTERVALS, 895) - score) <= 1


@pytest.mark.parametrize(("level", "least"), list(enumerate(THRESHOLDS)))
def test_global_levels_begin_at_their_thresholds(level: int, least: int) -> None:
    assert global_level(least) == level
    assert global_level(least - 1) == max(level - 1, 0)
    assert len(LEVEL_KEYS) == len(THRESHOLDS)


def test_bounds_belong_to_the_interval_above() -> None:
    assert [score_of(high, INTERVALS, 895) for _, high in INTERVALS] == [64, 128, 256, 384, 512, 640, 768, 895]
    assert score_of(-8.001, INTERVALS, 895) == 0


def test_the_level_of_a_competence_counts_the_cut_points_reached() -> None:
    points = (-1, 0, 1)
    assert [level_at(one, points, 7) for one in (-2, -1, 0.5, 1, 9)] == [0, 1, 2, 3, 3]
    assert level_at(9, points, 2) == 2
