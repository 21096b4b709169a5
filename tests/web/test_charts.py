"""The shapes of charts say what their numbers say."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.charts import HEIGHT, WIDTH, bar_plot, line_plot, parts_of, percents, round_top

counts = st.lists(st.integers(0, 20_000), max_size=12)


@given(counts)
def test_percentages_add_up_to_a_hundred_and_are_near_the_truth(values: list[int]) -> None:
    found = percents(values)
    assert round(sum(found), 6) == (100 if sum(values) else 0)
    for value, percent in zip(values, found, strict=True):
        if sum(values):
            assert abs(Fraction(100 * value, sum(values)) - Fraction(percent)) < Fraction(1, 9)


def test_percentages_of_a_class() -> None:
    assert percents([14, 6, 8]) == (50.0, 21.4, 28.6)
    assert percents([1, 1, 1]) == (33.4, 33.3, 33.3)
    assert percents([0, 0]) == (0.0, 0.0)


def test_parts_follow_each_other_and_fill_the_line() -> None:
    parts = parts_of([14, 0, 8])
    assert parts.paths == ("M0 0h14v1h-14z", "", "M14 0h8v1h-8z")
    assert parts.box == "0 0 22 1"
    assert parts_of([]).box == "0 0 1 1"


@pytest.mark.parametrize(
    ("value", "top"), [(0, 1), (1, 1), (1.5, 2), (3, 5), (6, 10), (11, 20), (28, 50), (51, 100), (450, 500)]
)
def test_the_top_is_a_round_number(value: float, top: int) -> None:
    assert round_top(value) == top


def test_lines_are_placed_by_their_positions_and_their_values() -> None:
    plot = line_plot([0, 5, 10], [[0, 10, 10], [0, 0, 5]], top=10)
    assert plot.paths == ("M0 30L50 0L100 0", "M0 30L50 30L100 15")
    assert (plot.box, plot.top) == ("0 0 100 30", 10)


def test_positions_need_not_be_regular() -> None:
    assert line_plot([0, 1, 10], [[0, 1, 2]], top=2).paths == ("M0 30L10 15L100 0",)


def test_a_single_point_is_a_level_line_and_nothing_is_no_line() -> None:
    assert line_plot([3], [[5]], top=10).paths == ("M0 15L100 15",)
    assert line_plot([], [[]]).paths == ("",)


def test_bars_stand_side_by_side() -> None:
    assert bar_plot([10, 0, 5, 2], top=10).paths == (
        "M2.5 30V0H22.5V30z",
        "",
        "M52.5 30V15H72.5V30z",
        "M77.5 30V24H97.5V30z",
    )
    assert bar_plot([]).paths == ()


@given(st.lists(st.floats(0, 1e5), min_size=1, max_size=40))
def test_shapes_stay_in_their_box(values: list[float]) -> None:
    for plot in (bar_plot(values), line_plot(range(len(values)), [values])):
        for path in plot.paths:
            for number in re.findall(r"\d+(?:\.\d+)?", path):
                assert 0 <= float(number) <= max(WIDTH, HEIGHT)
            assert "-" not in path
            assert "e" not in path
