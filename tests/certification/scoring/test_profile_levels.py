"""The whole table of n, k, z, on both sides of each threshold."""

from __future__ import annotations

import pytest

from app.certification.scoring.profile_levels import (
    certified_level,
    certified_pix,
    is_trusted,
    outcome_of,
    right_rate,
)

KEPT, LESS, NONE = "validated", "downgraded", "not_certified"
TABLE = [
    # n, k, z, at 69, at 70, at 79, at 80
    (3, 3, 0, KEPT, KEPT, KEPT, KEPT),
    (3, 2, 0, LESS, LESS, LESS, KEPT),
    (3, 2, 1, KEPT, KEPT, KEPT, KEPT),
    (3, 1, 0, NONE, NONE, NONE, NONE),
    (3, 1, 1, NONE, LESS, LESS, KEPT),
    (3, 1, 2, LESS, KEPT, KEPT, KEPT),
    *((3, 0, z, NONE, NONE, NONE, NONE) for z in range(4)),
    (2, 2, 0, KEPT, KEPT, KEPT, KEPT),
    (2, 1, 0, NONE, LESS, LESS, KEPT),
    (2, 1, 1, LESS, KEPT, KEPT, KEPT),
    *((2, 0, z, NONE, NONE, NONE, NONE) for z in range(3)),
    (1, 1, 0, LESS, KEPT, KEPT, KEPT),
    *((1, 0, z, NONE, NONE, NONE, NONE) for z in range(2)),
    (0, 0, 0, NONE, NONE, NONE, NONE),
]


def test_the_table_holds_every_case() -> None:
    every = {(n, k, z) for n in range(4) for k in range(n + 1) for z in range(n - k + 1)}
    assert {row[:3] for row in TABLE} == every


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_outcomes_of_the_table(row: tuple[int, int, int, str, str, str, str]) -> None:
    asked, right, neutralised, *expected = row
    assert [outcome_of(asked, right, neutralised, rate) for rate in (69, 70, 79, 80)] == expected


def test_levels_and_pix_are_capped_and_never_negative() -> None:
    assert certified_level("validated", 8, 7) == 7
    assert certified_level("downgraded", 1, 7) == 0
    assert certified_level("not_certified", 5, 7) == -1
    assert certified_pix("validated", 64, 7) == 56
    assert certified_pix("downgraded", 5, 7) == certified_pix("not_certified", 40, 7) == 0


@pytest.mark.parametrize(("right", "counted", "rate"), [(0, 0, 0), (1, 8, 13), (1, 40, 3), (2, 3, 67), (48, 48, 100)])
def test_rates_are_rounded_half_up(right: int, counted: int, rate: int) -> None:
    assert right_rate(right, counted) == rate


def test_two_thirds_of_the_questions_must_count() -> None:
    assert [is_trusted(48, one) for one in (31, 32)] == [False, True]
    assert is_trusted(0, 0)
