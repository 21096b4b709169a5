"""How often one program may ask, counted in the memory of each process: a program that loops must not slow people.

By program, never by address: a ministry's programs may leave by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.lib.recent import Recent

WINDOW = timedelta(minutes=1)
MOST_READS = 300
"""Requests of one program in that time."""
MOST_TOKENS = 30
"""Requests for a token under one name in that time: each costs a hash."""


@dataclass(frozen=True)
class Count:
    """What was asked since the window opened."""

    opened_at: datetime
    asked: int


_counts: Recent[str, Count] = Recent(4096)


def counted(known: Count | None, at: datetime) -> Count:
    """One request more; a new window when the last one is over. Pure."""
    if known is None or at - known.opened_at >= WINDOW:
        return Count(at, 1)
    return Count(known.opened_at, known.asked + 1)


def seconds_to_wait(who: str, most: int, at: datetime) -> int:
    """Counts this request; 0 when it may go on."""
    count = _counts[who] = counted(_counts.get(who), at)
    if count.asked <= most:
        return 0
    return max(1, int((count.opened_at + WINDOW - at).total_seconds()))


def forget() -> None:
    """Empties the memory, when the database is another one."""
    _counts.clear()
