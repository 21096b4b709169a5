"""What is kept of somebody, and how much of it still counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.evaluation.belief.evidence import HALF_LIFE_DAYS, WORKED_ON_SINCE, carried, of_someone
from app.evaluation.knowledge import Element, counting, encode

START = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)
HERE, BEFORE = 7, 3
KEPT_OF_A_LEARNER = 4096
"""Bytes."""


def element(validated: bool, *, direct: bool = True, days: float = 0, assessment: int = BEFORE) -> Element:
    return Element(validated, direct, assessment, START - timedelta(days=days))


def test_only_what_was_asked_directly_elsewhere_is_carried() -> None:
    known = {
        "web": {1: element(True, direct=False), 3: element(True), 5: element(False, assessment=HERE)},
        "mail": {2: element(False)},
    }
    found = carried(known, known, assessment=HERE, started_at=START)
    assert [(one.topic, one.level, one.right, one.weight) for one in found] == [
        ("web", 3, True, 1.0),
        ("mail", 2, False, 1.0),
    ]


@pytest.mark.parametrize(("days", "weight"), [(0, 1), (HALF_LIFE_DAYS, 0.5), (2 * HALF_LIFE_DAYS, 0.25), (-1, 1)])
def test_it_weighs_half_as_much_after_each_half_life(days: float, weight: float) -> None:
    assert of_someone({"web": {3: element(True, days=days)}}, START)[0].weight == pytest.approx(weight)


def test_a_failure_that_is_asked_again_weighs_half_as_much() -> None:
    known = {"web": {3: element(False, days=30), 2: element(True, days=30)}}
    counted = {
        "web": counting(known["web"], assessment=HERE, created_at=START, forget_failures_after=timedelta(days=4))
    }
    success, failure = sorted(carried(known, counted, assessment=HERE, started_at=START), key=lambda one: one.level)
    assert failure.weight == pytest.approx(success.weight * WORKED_ON_SINCE)


def test_what_is_kept_of_someone_who_took_the_sixteen_tests_is_small() -> None:
    """Some eight direct answers a competence; the rest is computed from them."""
    kept = [encode({level: element(True, assessment=123_456)}) for level in range(1, 9) for _ in range(16)]
    assert sum(map(len, kept)) <= KEPT_OF_A_LEARNER
