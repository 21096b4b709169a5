"""The one state of a candidate in the invigilator's list: what is urgent hides the rest, never the contrary. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

DURATION = timedelta(minutes=105)
SPEAKS_AFTER = timedelta(seconds=15)
"""A page that runs its scripts says every 20 seconds that it is open."""
LOST_AFTER = timedelta(seconds=90)
"""In a tab behind another one, browsers let it speak once a minute."""
SILENT_AFTER = timedelta(minutes=5)
"""Without scripts: longer than most questions take."""

State = Literal["alert", "waiting", "here", "absent", "running", "over"]
"""alert: a problem to look at. waiting: she asks to resume. here: presence confirmed, she may start. absent: not
confirmed yet. running. over."""
ORDER: tuple[State, ...] = ("alert", "waiting", "absent", "here", "running", "over")

EXPECTED_THERE: tuple[State, ...] = ("alert", "running")
"""Those whose browser should be heard of."""


def state_of(*, started: bool, over: bool, alert: bool, hold: str, authorised: bool) -> State:
    """`alert`: one is not handled yet; `hold`: why the test is paused."""
    if started and over:
        return "over"
    if started and alert:
        return "alert"
    if started:
        return "waiting" if hold == "authorisation" else "running"
    return "here" if authorised else "absent"


def silence(now: datetime, acted_at: datetime, heard_at: datetime | None) -> int | None:
    """Whole minutes since a browser was last heard of, when its line may be cut; None as long as all is well.

    `acted_at`: when she last answered or began. `heard_at`: when a request last came from her browser. One that was
    heard of after she acted says by itself that it is there; without scripts only her next answer will.
    """
    speaks = heard_at is not None and heard_at - acted_at >= SPEAKS_AFTER
    quiet = now - max(acted_at, heard_at or acted_at)
    return quiet // timedelta(minutes=1) if quiet >= (LOST_AFTER if speaks else SILENT_AFTER) else None


def theoretical_end(started_at: datetime, extra_time: int) -> datetime:
    """105 minutes after the start, and the extra time of the candidate, in percents of that. Nothing stops there."""
    return started_at + DURATION * (100 + extra_time) / 100
