"""Stages: which one is reached, and what a set of them must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.target_profiles.stages import (
    Stage,
    distribution,
    ordered,
    reached_stage,
    stage_faults,
    threshold_of,
)

TEN = [1] * 4 + [2] * 3 + [3] * 2 + [4]
"""Levels of ten skills."""


def by_threshold(*thresholds: int, first_skill: bool = False) -> list[Stage]:
    stages = [Stage("t", "m", threshold=one, id=rank) for rank, one in enumerate(thresholds, 1)]
    return [*stages, Stage("premier", "m", first_skill=True, id=99)] if first_skill else stages


@pytest.mark.parametrize(("level", "threshold"), [(0, 0), (1, 40), (2, 70), (3, 90), (4, 100), (8, 100)])
def test_a_level_is_reached_from_the_share_of_the_skills_that_are_not_above_it(level: int, threshold: int) -> None:
    assert threshold_of(Stage("t", "m", level=level), TEN) == threshold


@pytest.mark.parametrize(
    ("stages", "validated", "number", "stars"),
    [
        (by_threshold(0, 50, 100), 0, 1, 0),
        (by_threshold(0, 50, 100), 4, 1, 0),
        (by_threshold(0, 50, 100), 5, 2, 1),
        (by_threshold(0, 50, 100), 9, 2, 1),
        (by_threshold(0, 50, 100), 10, 3, 2),
        (by_threshold(100, 0, 50), 5, 2, 1),
        (by_threshold(0, 50, first_skill=True), 0, 1, 0),
        (by_threshold(0, 50, first_skill=True), 1, 2, 1),
        (by_threshold(0, 50, first_skill=True), 5, 3, 2),
        ([Stage("t", "m", level=0), Stage("t", "m", level=2)], 6, 1, 0),
        ([Stage("t", "m", level=0), Stage("t", "m", level=2)], 7, 2, 1),
    ],
)
def test_the_stage_reached(stages: list[Stage], validated: int, number: int, stars: int) -> None:
    reached = reached_stage(stages, validated, TEN)
    assert reached is not None
    assert (reached.number, reached.stars, reached.total, reached.most_stars) == (
        number,
        stars,
        len(stages),
        len(stages) - 1,
    )


def test_half_a_skill_below_does_not_reach() -> None:
    reached = reached_stage(by_threshold(0, 50), 499, [1] * 999)
    assert reached is not None
    assert reached.number == 1


def test_without_stages_nothing_is_reached() -> None:
    assert reached_stage([], 5, TEN) is None
    assert distribution([], {5: 3}, TEN) == []


def test_participants_are_counted_by_stage() -> None:
    assert distribution(by_threshold(0, 50, 100), {0: 2, 4: 1, 5: 3, 10: 1}, TEN) == [3, 3, 1]


@given(
    st.lists(st.integers(1, 100), unique=True, max_size=6),
    st.booleans(),
    st.lists(st.integers(1, 7), min_size=1, max_size=60),
    st.data(),
)
def test_one_skill_more_never_reaches_less(
    thresholds: list[int], first_skill: bool, levels: list[int], data: st.DataObject
) -> None:
    stages = by_threshold(0, *thresholds, first_skill=first_skill)
    validated = data.draw(st.integers(0, len(levels) - 1))
    before, after = reached_stage(stages, validated, levels), reached_stage(stages, validated + 1, levels)
    assert before is not None
    assert after is not None
    assert before.number <= after.number
    full = reached_stage(stages, len(levels), levels)
    assert full is not None
    assert full.number == full.total
    assert ordered(stages, levels)[0].is_zero


ZERO = Stage("t", "m", threshold=0)


@pytest.mark.parametrize(
    ("stages", "faults"),
    [
        ([], []),
        ([ZERO], []),
        ([ZERO, Stage("t", "m", threshold=50), Stage("t", "m", first_skill=True)], []),
        ([Stage("t", "m", level=0), Stage("t", "m", level=7)], []),
        ([Stage("t", "m", threshold=10)], [(None, "form")]),
        ([ZERO, Stage("t", "m")], [(1, "value")]),
        ([ZERO, Stage("t", "m", first_skill=True, threshold=3)], [(1, "value")]),
        ([ZERO, Stage("t", "m", first_skill=True), Stage("t", "m", first_skill=True)], [(None, "form")]),
        ([ZERO, Stage("t", "m", level=3)], [(None, "form")]),
        ([ZERO, Stage("t", "m", threshold=101)], [(1, "value")]),
        ([ZERO, Stage("t", "m", threshold=-1)], [(1, "value")]),
        ([Stage("t", "m", level=0), Stage("t", "m", level=8)], [(1, "value")]),
        ([ZERO, Stage("t", "m", threshold=50), Stage("t", "m", threshold=50)], [(2, "value")]),
        ([ZERO, Stage("", "", threshold=50)], [(1, "title"), (1, "message")]),
        ([ZERO, Stage("t" * 256, "m" * 2001, threshold=50)], [(1, "title"), (1, "message")]),
    ],
)
def test_what_a_set_must_be(stages: list[Stage], faults: list[tuple[int | None, str]]) -> None:
    assert [(fault.position, fault.field) for fault in stage_faults(stages, 7)] == faults
