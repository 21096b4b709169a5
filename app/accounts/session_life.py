"""How long one stays signed in. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class SessionLife:
    """A session ends `idle` after its last request, and `absolute` after its start whatever happens."""

    idle: timedelta
    absolute: timedelta


SCHOOL_MACHINE = SessionLife(idle=timedelta(minutes=30), absolute=timedelta(hours=8))
"""An account with an identifiant given by a school: it is used on machines others will sit at."""

OWN_MACHINE = SessionLife(idle=timedelta(hours=12), absolute=timedelta(days=7))
"""An account with an e-mail address."""

TOUCH_EVERY = timedelta(minutes=1)
"""A request moves the idle limit at most this often, so that reading pages does not write."""


def life_of(*, has_email: bool) -> SessionLife:
    return OWN_MACHINE if has_email else SCHOOL_MACHINE


def idle_limit(now: datetime, idle: timedelta, ends_at: datetime) -> datetime:
    """When a session seen at `now` dies if nothing more is heard, never after its absolute end."""
    return min(now + idle, ends_at)
