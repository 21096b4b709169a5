"""The one state of a candidate in the invigilator's list: what is urgent hides the rest, never the contrary. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

DURATION = timedelta(minutes=105)

State = Literal["alert", "waiting", "here", "absent", "running", "over"]
"""alert: a problem to look at. waiting: she asks to resume. here: presence confirmed, she may start. absent: not
confirmed yet. running. over."""
ORDER: tuple[State, ...] = ("alert", "waiting", "absent", "here", "running", "over")


def state_of(*, started: bool, over: bool, alert: bool, hold: str, authorised: bool) -> State:
    """`alert`: one is not handled yet; `hold`: why the test is paused."""
    if started and over:
        return "over"
    if started and alert:
        return "alert"
    if started:
        return "waiting" if hold == "authorisation" else "running"
    return "here" if authorised else "absent"


def theoretical_end(started_at: datetime, extra_time: int) -> datetime:
    """105 minutes after the start, and the extra time of the candidate, in percents of that. Nothing stops there."""
    return started_at + DURATION * (100 + extra_time) / 100
