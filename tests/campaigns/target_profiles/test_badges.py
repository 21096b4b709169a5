"""Badges: every criterion must be fulfilled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.target_profiles.badges import (
    Badge,
    Criterion,
    acquisition,
    badge_percent,
    criterion_faults,
    earned,
)
from app.content.index import ContentIndex

ALPHA = ("alpha-1", "alpha-2", "alpha-3", "alpha-4")
BETA = ("beta-1", "beta-2", "beta-3")
SKILLS = ALPHA + BETA


def badge(*criteria: Criterion) -> Badge:
    return Badge(1, "essai", "Essai", "", "", "star", False, False, criteria)


@pytest.mark.parametrize(
    ("criterion", "outcomes", "expected"),
    [
        (Criterion(100), "VVVVVVV", 100),
        (Criterion(100), "VVV----", 43),
        (Criterion(50), "VVV----", 86),
        (Criterion(50), "VVVV---", 100),
        (Criterion(0), "FFFFFFF", 100),
        (Criterion(100, {"alpha": 4}), "VVVV---", 100),
        (Criterion(100, {"alpha": 2}), "VVFFFFF", 100),
        (Criterion(100, {"alpha": 2, "beta": 1}), "VV--V--", 100),
        (Criterion(100, {"alpha": 2, "beta": 1}), "VV-----", 67),
        (Criterion(100, {"gamma": 3}), "VVVVVVV", 0),
        (Criterion(100), "VVV", 43),
    ],
)
async def test_how_near_a_criterion_is(criterion: Criterion, outcomes: str, expected: int, world: ContentIndex) -> None:
    assert acquisition(criterion, outcomes, SKILLS, world) == expected


async def test_rounding_forgives_half_a_percent(world: ContentIndex) -> None:
    many = ("alpha-1",) * 200
    assert acquisition(Criterion(100), "V" * 199 + "F", many, world) == 100
    assert acquisition(Criterion(100), "V" * 198 + "FF", many, world) == 99


async def test_every_criterion_counts(world: ContentIndex) -> None:
    both = badge(Criterion(100, {"alpha": 4}), Criterion(100, {"beta": 3}))
    assert earned(both, "VVVVVVV", SKILLS, world)
    assert not earned(both, "VVVVVVF", SKILLS, world)
    assert badge_percent(both, "VVVV---", SKILLS, world) == 50
    assert not earned(badge(), "VVVVVVV", SKILLS, world)


LETTERS = st.text("VF-", min_size=len(SKILLS), max_size=len(SKILLS))


@given(LETTERS, st.integers(0, 100))
def test_a_badge_is_earned_exactly_when_it_is_all_there(outcomes: str, threshold: int) -> None:
    one = badge(Criterion(threshold))
    index = ContentIndex.__new__(ContentIndex)  # not looked at: the criterion is about all the skills
    assert earned(one, outcomes, SKILLS, index) == (badge_percent(one, outcomes, SKILLS, index) == 100)


@pytest.mark.parametrize(
    ("criteria", "positions"),
    [
        ([Criterion(50)], []),
        ([Criterion(50, {"alpha": 3})], []),
        ([], [None]),
        ([Criterion(101)], [0]),
        ([Criterion(50), Criterion(50, {"alpha": 4})], [1]),
        ([Criterion(50, {"beta": 1})], [0]),
        ([Criterion(50, {"alpha": 0})], [0]),
        ([Criterion(50, {"alpha": 1})] * 11, [None]),
        ([Criterion(50), Criterion(20)], [None]),
    ],
)
def test_what_criteria_must_be(criteria: list[Criterion], positions: list[int | None]) -> None:
    assert [position for position, _ in criterion_faults(criteria, {"alpha": 3})] == positions
