"""What can be done with a competence now: start, resume, retry, reset, and in how many days.

Source of the rules: facts of evaluation, section 3.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

DAYS_BEFORE_RETRY = 4
DAYS_BEFORE_RESET = 7

State = Literal["not_started", "started", "completed"]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A competence on the profile.

    `days_before_retry`, `days_before_reset`: whole days still to wait, rounded up; 0 when the wait is over,
    None when nothing is known yet. `can_retry` and `can_reset` say whether the action is offered now.
    """

    state: State
    days_before_retry: int | None
    days_before_reset: int | None
    can_start: bool
    can_resume: bool
    can_retry: bool
    can_reset: bool


def scorecard(
    test: Literal["started", "completed"] | None, latest: datetime | None, *, at_most: bool, now: datetime
) -> Scorecard:
    """The scorecard of a competence.

    `test`: state of its test; None when there was none, or when the competence was reset since.
    `latest`: when something was last learnt about it, perhaps by a campaign; None for nothing.
    `at_most`: the highest reachable level is reached: nothing to start or retry, only to reset.
    """
    state = _state(test, latest)
    retry = _days_left(latest, DAYS_BEFORE_RETRY, now)
    reset = _days_left(latest, DAYS_BEFORE_RESET, now)
    return Scorecard(
        state,
        retry,
        reset,
        can_start=test is None and not at_most,
        can_resume=test == "started" and not at_most,
        can_retry=state == "completed" and not at_most and retry == 0,
        can_reset=state != "not_started" and reset == 0,
    )


def _state(test: Literal["started", "completed"] | None, latest: datetime | None) -> State:
    if test is None:
        return "not_started" if latest is None else "started"
    return test


def _days_left(latest: datetime | None, days: int, now: datetime) -> int | None:
    if latest is None:
        return None
    left = latest + timedelta(days=days) - now
    return max(0, -(-left // timedelta(days=1)))
