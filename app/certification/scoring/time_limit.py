"""How long a certification stays open. Pure. Source: facts of certification, section A1 (« hard limit »)."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

LONGEST: Final = timedelta(hours=24)
"""The 105 minutes of the test are the invigilator's business: the software only shows them."""


def too_late(elapsed: timedelta) -> bool:
    """Whether a test started so long ago can no longer be resumed nor answered."""
    return elapsed > LONGEST
