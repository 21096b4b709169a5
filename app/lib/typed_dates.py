"""Days as people type them, and as browsers send them. Pure."""

from __future__ import annotations

import re
from datetime import date

FIRST_YEAR, LAST_YEAR = 2000, 2100

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
_FRENCH = re.compile(r"(?P<day>\d{1,2})\s*[/.\- ]\s*(?P<month>\d{1,2})\s*[/.\- ]\s*(?P<year>\d{4})", re.ASCII)


def read_date(typed: str) -> date | None:
    """A day, from `2026-11-09` (what browsers send) or `9/11/2026` (what people type). None for anything else."""
    found = _ISO.fullmatch(typed) or _FRENCH.fullmatch(typed)
    if found is None or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def shown_date(typed: str) -> str:
    """A day as a date field wants it; what is no date stays as it was typed."""
    read = read_date(typed)
    return read.isoformat() if read else typed
