"""When repeated wrong passwords block an account. Pure: counts and instants in, decision out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FAILURES_PER_STEP = 10
FIRST_BLOCK = timedelta(minutes=2)
FAILURES_BEFORE_FULL_BLOCK = 50


@dataclass(frozen=True)
class Block:
    """What a failure triggers: a wait until an instant, or (None) a block that only support can lift."""

    until: datetime | None


def block_after(failures: int, now: datetime) -> Block | None:
    """The block that the `failures`-th failure in a row triggers at `now`, or None.

    10 failures: 2 minutes, 20: 4, 30: 8, 40: 16, from 50 on: for good. Failures in between block nothing.
    """
    if failures >= FAILURES_BEFORE_FULL_BLOCK:
        return Block(until=None)
    steps, remainder = divmod(failures, FAILURES_PER_STEP)
    if steps == 0 or remainder:
        return None
    return Block(until=now + FIRST_BLOCK * 2 ** (steps - 1))


def minutes_left(until: datetime, now: datetime) -> int:
    """Whole minutes to wait, rounded up, never less than 1: what the message says."""
    seconds = max(0.0, (until - now).total_seconds())
    return max(1, -int(-seconds // 60))
