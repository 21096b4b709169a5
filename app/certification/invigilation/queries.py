"""Reads for the invigilator's page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.certification.invigilation.returns import returned_elsewhere
from app.certification.invigilation.states import EXPECTED_THERE, ORDER, State, silence, state_of, theoretical_end
from app.certification.scoring.time_limit import too_late
from app.certification.tables import Candidate, CertificationSession
from app.content.releases import current_index
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id


@dataclass(frozen=True)
class Room:
    """A session, as its invigilator sees it."""

    id: int
    site: str
    room: str
    starts_at: datetime
    examiners: str
    access_code: str
    finalized_at: datetime | None

    @property
    def open(self) -> bool:
        return self.finalized_at is None


@dataclass(frozen=True)
class Line:
    """A candidate in the list."""

    id: int
    first_name: str
    last_name: str
    birthdate: date | None
    extra_time: int
    adjusted: bool
    joined: bool
    state: State
    test: int | None
    assessment: int | None
    started_at: datetime | None
    ends_at: datetime | None
    """In theory."""
    ended_at: datetime | None
    answers: int
    answered_at: datetime | None
    silent: int | None
    """Minutes without news of the browser, when the line may be cut."""
    elsewhere: bool
    """She asks to resume from another browser than the one where her test was open."""
    lacked: bool
    """It ended before its last question, because the bank had no other."""
    alert: int | None
    """The live alert to handle."""
    question: int
    """Its number, 1 for the first."""
    alert_challenge: str

    @property
    def name(self) -> str:
        return f"{self.last_name} {self.first_name}"

    @property
    def asked(self) -> str:
        """What the question of the alert asks, in French: the invigilator knows it when she sees the screen."""
        found = current_index().challenges.get(self.alert_challenge)
        return found.body.question if found else ""


async def room_of(session: int) -> Room:
    """The session of this number. Raises NotFound."""
    rows = await CertificationSession.raw(
        "SELECT id, site, room, starts_at, examiners, access_code, finalized_at FROM certification_session"
        " WHERE id = {}",
        session if is_row_id(session) else 0,
    )
    if not rows:
        raise NotFound
    return Room(**rows[0])


async def lines_of(session: int, now: datetime) -> Sequence[Line]:
    """Every candidate, those who wait for the invigilator first, then by name."""
    found = await _lines(session, now, "")
    return sorted(found, key=lambda one: ORDER.index(one.state))


async def line_of(session: int, candidate: int, now: datetime) -> Line:
    """One of them. Raises NotFound, for one of another session too."""
    found = await _lines(session, now, " AND k.id = {}", candidate if is_row_id(candidate) else 0)
    if not found:
        raise NotFound
    return found[0]


def counts(lines: Sequence[Line]) -> Mapping[str, int]:
    """How many are in each state."""
    return {state: sum(one.state == state for one in lines) for state in ORDER}


_LINES = (
    "SELECT k.id, k.first_name, k.last_name, k.birthdate, k.extra_time, k.adjusted, k.joined_at, k.authorised_at,"
    " t.id AS test, t.started_at, t.ended_at, t.ended_by, t.seen_at, a.id AS assessment, a.state, a.hold,"
    " a.answers, a.answered_at, a.completed_at, l.id AS alert, l.position, l.challenge"
    " FROM candidate k LEFT JOIN certification_test t ON t.candidate = k.id"
    " LEFT JOIN assessment a ON a.id = t.assessment"
    " LEFT JOIN live_alert l ON l.test = t.id AND l.status = 'ongoing' WHERE k.session = {}"
)


async def _lines(session: int, now: datetime, which: str, *values: int) -> list[Line]:
    rows = await Candidate.raw(_LINES + which + " ORDER BY k.match_name, k.id", session, *values)
    waiting = [row["test"] for row in rows if row["hold"] == "authorisation"]
    elsewhere = await returned_elsewhere(waiting)
    return [_line(row, now, elsewhere=row["test"] in elsewhere) for row in rows]


def _line(row: dict[str, Any], now: datetime, *, elsewhere: bool) -> Line:
    started = row["started_at"]
    late = started is not None and too_late(now - started)
    over = row["ended_at"] is not None or row["state"] != "started" or late
    state = state_of(
        started=row["test"] is not None,
        over=over,
        alert=row["alert"] is not None,
        hold=row["hold"] or "",
        authorised=row["authorised_at"] is not None,
    )
    return Line(
        **{
            name: row[name]
            for name in (
                *("id", "first_name", "last_name", "birthdate", "extra_time", "adjusted"),
                *("test", "assessment", "started_at", "answered_at", "alert"),
            )
        },
        joined=row["joined_at"] is not None,
        state=state,
        ends_at=theoretical_end(started, row["extra_time"]) if started else None,
        ended_at=row["ended_at"] or row["completed_at"],
        answers=row["answers"] or 0,
        silent=silence(now, row["answered_at"] or started, row["seen_at"]) if state in EXPECTED_THERE else None,
        elsewhere=elsewhere and state == "waiting",
        lacked=row["ended_by"] == "lack",
        question=row["position"] or 0,
        alert_challenge=row["challenge"] or "",
    )
