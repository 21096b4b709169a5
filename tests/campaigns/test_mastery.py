"""How much of a campaign is tested and mastered, and when it may be taken again."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.mastery import Mastery, can_reset, can_retry, mastery, wait_before_retry
from app.evaluation.knowledge import Element

NOW = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)
YES, NO = Element(True, True, 1, NOW), Element(False, False, 1, NOW)


def test_skills_outside_the_campaign_do_not_count() -> None:
    target = {"files": (1, 2, 3), "web": (2,), "mail": (1, 4)}
    known = {"files": {1: YES, 2: YES, 3: NO, 4: YES}, "web": {3: YES}, "other": {1: YES}}
    assert mastery(target, known) == Mastery(total=6, tested=3, validated=2)


@pytest.mark.parametrize(
    ("validated", "total", "rate", "percent"),
    [
        (0, 0, "0", 0),
        (0, 7, "0", 0),
        (2, 3, "0.67", 67),
        (1, 3, "0.33", 33),
        (1, 8, "0.13", 13),
        (1, 30, "0.033", 3),
        (199, 200, "0.99", 100),
        (1, 400, "0.0025", 0),
        (7, 7, "1", 100),
    ],
)
def test_rate_and_percents(validated: int, total: int, rate: str, percent: int) -> None:
    found = Mastery(total, total, validated)
    assert (found.rate, found.percent) == (Decimal(rate), percent)


@given(st.integers(0, 300), st.integers(1, 300))
def test_rates_stay_between_none_and_all(validated: int, more: int) -> None:
    found = Mastery(validated + more, validated, validated)
    assert 0 <= found.rate <= 1
    assert 0 <= found.percent <= 100
    assert not found.complete


def test_progression_follows_what_is_tested_and_ends_full() -> None:
    found = Mastery(total=8, tested=2, validated=1)
    assert found.progression(finished=False) == 0.25
    assert found.progression(finished=True) == 1
    assert Mastery(0, 0, 0).progression(finished=False) == 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"sent_at": None}, False),
        ({"several_sendings": False}, False),
        ({"open_to_learner": False}, False),
    ],
)
def test_who_may_try_again(change: dict[str, object], expected: bool) -> None:
    facts = {"sent_at": NOW, "several_sendings": True, "open_to_learner": True} | change
    assert can_retry(Mastery(4, 4, 3), **facts) is expected  # type: ignore[arg-type]


def test_a_full_mastery_leaves_only_an_exam_to_try_again() -> None:
    assert not can_retry(Mastery(4, 4, 4), sent_at=NOW, several_sendings=True, open_to_learner=True)
    assert can_retry(Mastery(4, 4, 4), sent_at=NOW, several_sendings=True, open_to_learner=True, exam=True)


def test_the_wait_before_trying_again() -> None:
    assert wait_before_retry(NOW, NOW + timedelta(days=1)) == timedelta(days=3)
    assert wait_before_retry(NOW, NOW + timedelta(days=4)) is None
    assert wait_before_retry(NOW, NOW + timedelta(days=3), delay=timedelta(days=2)) is None


@pytest.mark.parametrize(
    ("days", "change", "expected"),
    [
        (4, {}, True),
        (3, {}, False),
        (4, {"reset_allowed": False}, False),
        (4, {"several_sendings": False}, False),
        (4, {"open_to_learner": False}, False),
        (4, {"sent_at": None}, False),
    ],
)
def test_who_may_reset(days: int, change: dict[str, object], expected: bool) -> None:
    facts = {
        "sent_at": NOW,
        "several_sendings": True,
        "open_to_learner": True,
        "reset_allowed": True,
    } | change
    assert can_reset(**facts, now=NOW + timedelta(days=days)) is expected  # type: ignore[arg-type]
