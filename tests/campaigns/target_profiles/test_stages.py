"""Stages: which one is reached, and what a set of them must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.mastery import percent_of
from app.campaigns.target_profiles.stages import (
    FAULTS,
    Stage,
    StageFault,
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


@pytest.mark.parametrize(("validated", "number"), [(494, 1), (495, 2), (499, 2), (500, 2)])
def test_who_reads_fifty_percent_has_reached_fifty(validated: int, number: int) -> None:
    reached = reached_stage(by_threshold(0, 50), validated, [1] * 999)
    assert reached is not None
    assert percent_of(validated, 999) == (49 if number == 1 else 50)
    assert reached.number == number


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
        ([Stage("t", "m", threshold=10)], [("no_zero", None)]),
        ([ZERO, Stage("t", "m")], [("no_value", 1)]),
        ([ZERO, Stage("t", "m", first_skill=True, threshold=3)], [("first_skill_with_value", 1)]),
        ([ZERO, Stage("t", "m", first_skill=True), Stage("t", "m", first_skill=True)], [("second_first_skill", 2)]),
        ([ZERO, Stage("t", "m", level=3)], [("mixed", None)]),
        ([ZERO, Stage("t", "m", level=3, threshold=3)], [("mixed", None), ("two_values", 1)]),
        ([ZERO, Stage("t", "m", threshold=101)], [("threshold_out_of_range", 1)]),
        ([ZERO, Stage("t", "m", threshold=-1)], [("threshold_out_of_range", 1)]),
        ([Stage("t", "m", level=0), Stage("t", "m", level=8)], [("level_out_of_range", 1)]),
        ([ZERO, Stage("t", "m", threshold=50), Stage("t", "m", threshold=50)], [("same_value", 2)]),
        ([ZERO, ZERO], [("same_value", 1)]),
        ([ZERO, Stage("", "", threshold=50)], [("no_title", 1), ("no_message", 1)]),
        ([ZERO, Stage("t" * 256, "m" * 2001, threshold=50)], [("long_title", 1), ("long_message", 1)]),
        ([ZERO, Stage("t", "m", threshold=50, prescriber_title="t" * 256)], [("long_title", 1)]),
        (by_threshold(*range(0, 65, 5)), [("too_many", None)]),
    ],
)
def test_what_a_set_must_be(stages: list[Stage], faults: list[tuple[str, int | None]]) -> None:
    assert [(fault.name, fault.position) for fault in stage_faults(stages, 7)] == faults


def test_every_rule_says_what_to_correct() -> None:
    faults = [StageFault(name, 0) for name in FAULTS]
    assert {fault.field for fault in faults} == {"form", "value", "title", "message"}
    assert len({fault.message for fault in faults}) == len(faults)


ANY_STAGE = st.builds(
    Stage,
    st.sampled_from(["", "t"]),
    st.sampled_from(["", "m"]),
    threshold=st.none() | st.integers(-5, 110),
    level=st.none() | st.integers(-1, 9),
    first_skill=st.booleans(),
)


@given(st.lists(ANY_STAGE, max_size=6), st.integers(0, 40))
def test_a_set_without_fault_has_one_stage_for_everyone(stages: list[Stage], validated: int) -> None:
    if not stages or any(stage_faults(stages, 7)):
        return
    line = ordered(stages, [level for level in range(1, 8) for _ in range(6)])
    reached = reached_stage(stages, validated, [level for level in range(1, 8) for _ in range(6)])
    assert reached is not None
    assert sum(one.is_zero for one in stages) == 1
    assert line[0].is_zero
    assert (reached.number == 1) == (reached.stage is line[0])
    assert validated or reached.stage.is_zero
