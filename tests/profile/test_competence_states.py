"""What a learner may do with a competence, and when."""

from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest

from app.profile.competence_states import Scorecard, scorecard

NOW = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)


def card(
    test: Literal["started", "completed"] | None = None, days: float | None = None, at_most: bool = False
) -> Scorecard:
    latest = None if days is None else NOW - timedelta(days=days)
    return scorecard(test, latest, at_most=at_most, now=NOW)


def offered(found: Scorecard) -> set[str]:
    return {name for name in ("start", "resume", "retry", "reset") if getattr(found, f"can_{name}")}


@pytest.mark.parametrize(
    ("found", "state", "actions"),
    [
        (card(), "not_started", {"start"}),
        (card(None, 1), "started", {"start"}),
        (card(None, 8), "started", {"start", "reset"}),
        (card("started"), "started", {"resume"}),
        (card("started", 1), "started", {"resume"}),
        (card("started", 7), "started", {"resume", "reset"}),
        (card("completed", 1), "completed", set()),
        (card("completed", 4), "completed", {"retry"}),
        (card("completed", 7), "completed", {"retry", "reset"}),
        (card("completed", 5, at_most=True), "completed", set()),
        (card("completed", 9, at_most=True), "completed", {"reset"}),
        (card("started", 2, at_most=True), "started", set()),
    ],
)
def test_what_is_offered(found: Scorecard, state: str, actions: set[str]) -> None:
    assert (found.state, offered(found)) == (state, actions)


@pytest.mark.parametrize(
    ("days", "before_retry", "before_reset"),
    [
        (None, None, None),
        (0, 4, 7),
        (0.5, 4, 7),
        (1, 3, 6),
        (3.999, 1, 4),
        (4, 0, 3),
        (6.01, 0, 1),
        (7, 0, 0),
        (40, 0, 0),
    ],
)
def test_days_to_wait_are_rounded_up(days: float | None, before_retry: int | None, before_reset: int | None) -> None:
    found = card("completed", days)
    assert (found.days_before_retry, found.days_before_reset) == (before_retry, before_reset)
