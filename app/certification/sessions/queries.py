"""Reads for the pages of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.certification.members import CentreMember, member_of
from app.certification.sessions.statuses import Status, status_of
from app.certification.tables import CertificationSession
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id

_COUNTS = (
    " (SELECT COUNT(*) FROM candidate k WHERE k.session = s.id) AS candidates,"
    " (SELECT COUNT(*) FROM candidate k WHERE k.session = s.id AND k.joined_at IS NOT NULL) AS joined,"
    " (SELECT COUNT(*) FROM certification_test t JOIN candidate k ON k.id = t.candidate WHERE k.session = s.id)"
    " AS taken"
)


@dataclass(frozen=True)
class SessionLine:
    """A session in the list."""

    id: int
    site: str
    room: str
    starts_at: datetime
    examiners: str
    candidates: int
    joined: int
    taken: int
    """Tests begun."""
    status: Status
    started: bool

    @property
    def may_delete(self) -> bool:
        """Nobody joined it."""
        return self.status == "created" and not self.joined and not self.started


@dataclass(frozen=True)
class TeamSession:
    """A session, as somebody of its centre's team sees it."""

    id: int
    member: CentreMember
    """In the centre of the session, whatever centre she has chosen."""
    site: str
    room: str
    starts_at: datetime
    examiners: str
    description: str
    access_code: str
    invigilator_password: str
    method: str
    started_at: datetime | None
    finalized_at: datetime | None
    status: Status
    candidates: int
    joined: int
    taken: int

    @property
    def may_delete(self) -> bool:
        """Nobody joined it."""
        return self.status == "created" and not self.joined and self.started_at is None

    @property
    def may_edit(self) -> bool:
        """Not finalised."""
        return self.finalized_at is None

    @property
    def may_enrol(self) -> bool:
        """Candidates may still come: until it is finalised."""
        return self.finalized_at is None


async def session_count(centre: int) -> int:
    return int(await CertificationSession.count().where(CertificationSession.centre == centre))


async def sessions_of(centre: int, most: int, offset: int) -> Sequence[SessionLine]:
    """One page of the sessions of a centre, the latest date first."""
    rows = await CertificationSession.raw(
        "SELECT s.id, s.site, s.room, s.starts_at, s.examiners, s.started_at, s.finalized_at, s.officer,"
        f" s.published_at,{_COUNTS}"
        " FROM certification_session s WHERE s.centre = {} ORDER BY s.starts_at DESC, s.id DESC LIMIT {} OFFSET {}",
        centre,
        most,
        offset,
    )
    kept = ("id", "site", "room", "starts_at", "examiners", "candidates", "joined", "taken")
    return [
        SessionLine(
            **{name: row[name] for name in kept},
            status=status_of(row["finalized_at"], row["officer"], row["published_at"]),
            started=row["started_at"] is not None,
        )
        for row in rows
    ]


async def team_session(user: int, session: int) -> TeamSession:
    """A session through the team of its centre. Raises NotFound for who is not of it."""
    rows = await CertificationSession.raw(
        "SELECT s.id, s.centre, s.site, s.room, s.starts_at, s.examiners, s.description, s.access_code,"
        " s.invigilator_password, s.method, s.started_at, s.finalized_at, s.officer, s.published_at,"
        f"{_COUNTS} FROM certification_session s WHERE s.id = {{}}",
        session if is_row_id(session) else 0,
    )
    member = await member_of(user, rows[0]["centre"]) if rows else None
    if member is None:
        raise NotFound
    row = rows[0]
    left_out = ("centre", "officer", "published_at")
    status = status_of(row["finalized_at"], row["officer"], row["published_at"])
    return TeamSession(member=member, status=status, **{name: row[name] for name in row if name not in left_out})
