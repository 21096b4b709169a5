"""The verbs of a session: create, edit, delete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from app.accounts import audit
from app.certification.scoring.configurations import configuration_on
from app.certification.sessions.codes import draw_access_code, draw_invigilator_password
from app.certification.sessions.refusals import SessionFinalized, SessionJoined
from app.certification.tables import Candidate, CertificationSession
from app.lib.refusals import NotFound
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

KIND = "certification_session"
"""What the log calls it."""
CHUNK = 500
"""Rows of one insertion."""
Method = Literal["adaptive", "profile"]


_NUMBERED = (CertificationSession.id, CertificationSession.sending)


@dataclass(frozen=True)
class Planned:
    """What a centre says of a session; all of it may change until it is finalised."""

    site: str
    room: str
    starts_at: datetime
    examiners: str
    description: str = ""
    method: Method = "adaptive"


async def create(centre: int, planned: Planned, by: int, at: datetime, *, sending: str | None = None) -> int:
    """A new session, with its access code and its invigilator's password; its number.

    The same form (`sending`) sent again gives the same one.
    """
    try:
        async with write_transaction():
            made = int((await CertificationSession.insert(_row(centre, planned, by, at, sending)))[0]["id"])
            await audit.record("session.created", by=by, kind=KIND, subject=made, at=at)
            return made
    except Exception as error:
        if not is_unique_violation(error):
            raise
    (known,) = await CertificationSession.select(CertificationSession.id).where(
        (CertificationSession.centre == centre) & (CertificationSession.sending == sending)
    )
    return int(known["id"])


async def create_all(centre: int, planned: Sequence[Planned], by: int, at: datetime, *, sending: str) -> list[int]:
    """New sessions, and their numbers in that order. Inside the transaction of who asks, and notes, the whole.

    `sending`: what they come from, such as `import-12`.
    """
    rows = [_row(centre, one, by, at, f"{sending}-{place}") for place, one in enumerate(planned)]
    made: dict[str, int] = {}
    for start in range(0, len(rows), CHUNK):
        inserted = CertificationSession.insert(*rows[start : start + CHUNK])
        made |= {row["sending"]: row["id"] for row in await inserted.returning(*_NUMBERED)}
    return [made[str(row.sending)] for row in rows]


async def edit(session: int, planned: Planned, by: int, at: datetime) -> None:
    """Says it otherwise; once it has begun, its date and its method stay. Raises NotFound or SessionFinalized."""
    async with write_transaction():
        known = await hold(session)
        if known.finalized_at is not None:
            raise SessionFinalized
        columns = _columns(planned)
        if known.started_at is not None:
            del columns["starts_at"], columns["method"]
        (before,) = await CertificationSession.select().where(CertificationSession.id == session)
        changed = {name: value for name, value in columns.items() if before[name] != value}
        if changed:
            await CertificationSession.update(changed).where(CertificationSession.id == session)
            fields = ", ".join(changed)
            await audit.record("session.edited", by=by, kind=KIND, subject=session, at=at, fields=fields)


async def delete(session: int, by: int, at: datetime) -> None:
    """It is gone, with its candidates, as long as nobody joined. Twice is harmless. Raises SessionJoined."""
    async with write_transaction():
        try:
            held = await hold(session)
        except NotFound:
            return
        if held.started_at is not None or held.finalized_at is not None or await is_joined(session):
            raise SessionJoined
        enrolled = await Candidate.count().where(Candidate.session == session)
        await CertificationSession.delete().where(CertificationSession.id == session)
        await audit.record("session.deleted", by=by, kind=KIND, subject=session, at=at, count=enrolled)


@dataclass(frozen=True)
class Held:
    """A session that nobody else changes before the end of the transaction."""

    started_at: datetime | None
    finalized_at: datetime | None


async def hold(session: int) -> Held:
    """Who changes the same session at the same time, or joins it, waits for the end of this transaction.

    Raises NotFound.
    """
    rows = (
        await CertificationSession.update({CertificationSession.site: CertificationSession.site})
        .where(CertificationSession.id == session)
        .returning(CertificationSession.started_at, CertificationSession.finalized_at)
    )
    if not rows:
        raise NotFound
    return Held(**rows[0])


async def is_joined(session: int) -> bool:
    """Whether a candidate has joined it. Inside a transaction that holds the session."""
    return await Candidate.exists().where((Candidate.session == session) & Candidate.joined_at.is_not_null())


def _row(centre: int, planned: Planned, by: int, at: datetime, sending: str | None) -> CertificationSession:
    return CertificationSession(
        centre=centre,
        **_columns(planned),
        access_code=draw_access_code(),
        invigilator_password=draw_invigilator_password(),
        configuration=configuration_on(at.date()).starts.isoformat(),
        created_by=by,
        created_at=at,
        sending=sending,
    )


def _columns(planned: Planned) -> dict[Any, Any]:
    return {
        "site": planned.site,
        "room": planned.room,
        "starts_at": planned.starts_at,
        "examiners": planned.examiners,
        "description": planned.description,
        "method": planned.method,
    }
