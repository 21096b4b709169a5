"""Reads for the learner's pages of certification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from app.certification.scoring.time_limit import too_late
from app.certification.tables import Candidate
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id

State = Literal["joined", "running", "over"]

_CANDIDACY = (
    "SELECT k.id, k.first_name, k.last_name, k.extra_time, k.adjusted, k.joined_at, k.authorised_at, k.authorised_by,"
    " s.id AS session, s.site, s.room, s.starts_at, s.method, s.access_code, s.finalized_at, s.published_at,"
    " t.id AS test, t.started_at, t.ended_at, t.ended_by, a.id AS assessment, a.state, a.hold, a.answers, a.challenge"
    " FROM candidate k JOIN certification_session s ON s.id = k.session"
    " LEFT JOIN certification_test t ON t.candidate = k.id LEFT JOIN assessment a ON a.id = t.assessment"
    ' WHERE k."user" = {}'
)


@dataclass(frozen=True)
class Candidacy:
    """Somebody as a candidate of a session, with her test once it is begun."""

    id: int
    first_name: str
    last_name: str
    extra_time: int
    adjusted: bool
    joined_at: datetime
    authorised_at: datetime | None
    authorised_by: int | None
    session: int
    site: str
    room: str
    starts_at: datetime
    method: str
    access_code: str
    finalized_at: datetime | None
    published_at: datetime | None
    test: int | None
    started_at: datetime | None
    ended_at: datetime | None
    ended_by: str
    assessment: int | None
    assessment_state: str
    hold: str
    answers: int
    challenge: str
    late: bool
    """Begun more than 24 hours ago."""

    @property
    def state(self) -> State:
        if self.test is None:
            return "over" if self.finalized_at is not None else "joined"
        runs = self.assessment_state == "started" and self.ended_at is None and not self.late
        return "running" if runs and self.finalized_at is None else "over"

    @property
    def end(self) -> str:
        """How it ended: candidate, invigilator, finalisation, time."""
        if self.ended_by or self.test is None:
            return self.ended_by
        if self.assessment_state == "completed":
            return "candidate"
        return "finalisation" if self.finalized_at is not None else "time"


async def candidacies_of(user: int, now: datetime) -> Sequence[Candidacy]:
    """Those that wait for something of her: a test to begin or to go on with; the latest joined first."""
    found = await _candidacies(user, now, " AND s.finalized_at IS NULL ORDER BY k.joined_at DESC, k.id DESC")
    return [one for one in found if one.state != "over"]


async def candidacy_of(user: int, candidate: int, now: datetime) -> Candidacy:
    """One of hers. Raises NotFound for somebody else's as for none."""
    if not is_row_id(candidate):
        raise NotFound
    found = await _candidacies(user, now, " AND k.id = {}", candidate)
    if not found:
        raise NotFound
    return found[0]


async def latest_test(user: int, now: datetime) -> Candidacy:
    """The test that she began last, over or not. Raises NotFound when there is none."""
    found = await _candidacies(user, now, " AND t.id IS NOT NULL ORDER BY t.id DESC LIMIT 1")
    if not found:
        raise NotFound
    return found[0]


async def _candidacies(user: int, now: datetime, which: str, *values: int) -> list[Candidacy]:
    rows = await Candidate.raw(_CANDIDACY + which, user, *values)
    return [_candidacy(row, now) for row in rows]


def _candidacy(row: dict[str, Any], now: datetime) -> Candidacy:
    started = row["started_at"]
    return Candidacy(
        **{name: row[name] for name in row if name not in ("state", "hold", "answers", "challenge", "ended_by")},
        ended_by=row["ended_by"] or "",
        assessment_state=row["state"] or "",
        hold=row["hold"] or "",
        answers=row["answers"] or 0,
        challenge=row["challenge"] or "",
        late=started is not None and too_late(now - started),
    )
