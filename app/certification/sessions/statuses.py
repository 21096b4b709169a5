"""Where a session is: derived from its dates, never stored. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

Status = Literal["created", "finalized", "in_process", "processed"]


def status_of(finalized_at: datetime | None, officer: int | None, published_at: datetime | None) -> Status:
    """processed once published, else in_process once the staff looks after it, else finalized, else created.

    A centre is told three of them: for it, in_process is finalized.
    """
    if published_at is not None:
        return "processed"
    if officer is not None:
        return "in_process"
    return "created" if finalized_at is None else "finalized"
