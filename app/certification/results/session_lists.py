"""Reads for the lists of finalised sessions: three queues, filtered, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from app.accounts.identity import unaccented
from app.certification.results.outcomes import LATEST
from app.certification.results.queries import Queue
from app.certification.results.reports import HARMLESS
from app.certification.results.session_filters import Wanted
from app.certification.tables import CertificationSession
from app.web.formats import ZONE

_HARMLESS = ", ".join(f"'{code}'" for code in sorted(HARMLESS))
_TESTS = "FROM certification_test t JOIN candidate k ON k.id = t.candidate"
_REPORTED: Final = (
    "EXISTS (SELECT 1 FROM issue_report i WHERE i.test = t.id AND i.resolved_at IS NULL"
    f" AND i.code NOT IN ({_HARMLESS}))"
)
_WAITING: Final = f"{_TESTS}{LATEST} WHERE k.session = s.id AND (r.id IS NULL OR r.status = 'error' OR {_REPORTED})"
"""The tests of a session `s` that keep it from being published without being read: see `TakenTest.waits`."""
_ACTION: Final = f"(s.global_comment <> '' OR EXISTS (SELECT 1 {_WAITING}))"
_QUEUES: Final[Mapping[Queue, str]] = {
    "to_publish": f"s.published_at IS NULL AND NOT {_ACTION}",
    "action_required": f"s.published_at IS NULL AND {_ACTION}",
    "published": "s.published_at IS NOT NULL",
}
_ORDER: Final[Mapping[Queue, str]] = {
    "to_publish": "s.finalized_at, s.id",
    "action_required": "s.finalized_at, s.id",
    "published": "s.published_at DESC, s.id DESC",
}
_FROM = " FROM certification_session s JOIN certification_centre c ON c.id = s.centre"


@dataclass(frozen=True)
class SessionLine:
    """A finalised session in a list."""

    id: int
    centre: str
    site: str
    starts_at: datetime
    finalized_at: datetime
    published_at: datetime | None
    officer_name: str
    commented: bool
    """Its centre wrote a comment."""
    candidates: int
    tests: int
    waiting: int
    """Tests without a result, in error, or with a report to read."""


async def queue_counts(asked: Wanted, officer: int) -> Mapping[Queue, int]:
    """How many sessions each list has, among what the filters leave. `officer`: who asks."""
    where, values = _conditions(asked, officer)
    sums = ", ".join(f"SUM(CASE WHEN {queue} THEN 1 ELSE 0 END) AS {name}" for name, queue in _QUEUES.items())
    (row,) = await CertificationSession.raw(f"SELECT {sums}{_FROM} WHERE {where}", *values)
    return {name: row[name] or 0 for name in _QUEUES}


async def sessions_in(asked: Wanted, officer: int, most: int, offset: int) -> Sequence[SessionLine]:
    """One page of a list: those that wait by the day they were finalised, those published the latest first."""
    where, values = _conditions(asked, officer)
    rows = await CertificationSession.raw(
        "SELECT s.id, c.name AS centre, s.site, s.starts_at, s.finalized_at, s.published_at, s.global_comment,"
        " u.first_name, u.last_name,"
        " (SELECT COUNT(*) FROM candidate k WHERE k.session = s.id) AS candidates,"
        f" (SELECT COUNT(*) {_TESTS} WHERE k.session = s.id) AS tests,"
        f" (SELECT COUNT(*) {_WAITING}) AS waiting"
        f"{_FROM} LEFT JOIN pix_user u ON u.id = s.officer WHERE {where} AND {_QUEUES[asked.queue]}"
        f" ORDER BY {_ORDER[asked.queue]} LIMIT {{}} OFFSET {{}}",
        *values,
        most,
        offset,
    )
    return [_line(row) for row in rows]


def _line(row: Mapping[str, Any]) -> SessionLine:
    kept = ("id", "centre", "site", "starts_at", "finalized_at", "published_at", "candidates", "tests", "waiting")
    return SessionLine(
        **{name: row[name] for name in kept},
        officer_name=f"{row['first_name'] or ''} {row['last_name'] or ''}".strip(),
        commented=bool(row["global_comment"]),
    )


def _conditions(asked: Wanted, officer: int) -> tuple[str, list[Any]]:
    conditions, values = ["s.finalized_at IS NOT NULL"], list[Any]()
    if asked.number:
        conditions.append("s.id = {}")
        values.append(asked.number)
    if asked.centre:
        words = unaccented(asked.centre).split()
        by_name = " AND ".join(["c.search_name LIKE {} ESCAPE '!'"] * len(words)) or "1 = 0"
        conditions.append(f"(({by_name}) OR c.external_id = {{}})")
        values += [*(f"%{_literal(word)}%" for word in words), asked.centre.upper()]
    if asked.since is not None:
        conditions.append("s.starts_at >= {}")
        values.append(_midnight(asked.since))
    if asked.until is not None:
        conditions.append("s.starts_at < {}")
        values.append(_midnight(asked.until + timedelta(days=1)))
    if asked.officer == "moi":
        conditions.append("s.officer = {}")
        values.append(officer)
    elif asked.officer == "personne":
        conditions.append("s.officer IS NULL")
    return " AND ".join(conditions), values


def _literal(word: str) -> str:
    """For `LIKE … ESCAPE '!'`."""
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, ZONE)
