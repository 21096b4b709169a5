"""The verbs of a session: create, edit, delete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from app.certification.scoring.configurations import configuration_on
from app.certification.sessions.codes import draw_access_code, draw_invigilator_password
from app.certification.sessions.refusals import SessionFinalized, SessionJoined
from app.certification.tables import Candidate, CertificationSession
from app.lib.refusals import NotFound
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

Method = Literal["adaptive", "profile"]


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
    row = CertificationSession(
        centre=centre,
        **_columns(planned),
        access_code=draw_access_code(),
        invigilator_password=draw_invigilator_password(),
        configuration=configuration_on(at.date()).starts.isoformat(),
        created_by=by,
        created_at=at,
        sending=sending,
    )
    try:
        async with write_transaction():
            return int((await CertificationSession.insert(row))[0]["id"])
    except Exception as error:
        if not is_unique_violation(error):
            raise
    (known,) = await CertificationSession.select(CertificationSession.id).where(
        (CertificationSession.centre == centre) & (CertificationSession.sending == sending)
    )
    return int(known["id"])


async def edit(session: int, planned: Planned) -> None:
    """Says it otherwise; once it has begun, its date and its method stay. Raises NotFound or SessionFinalized."""
    async with write_transaction():
        known = await hold(session)
        if known.finalized_at is not None:
            raise SessionFinalized
        columns = _columns(planned)
        if known.started_at is not None:
            del columns["starts_at"], columns["method"]
        await CertificationSession.update(columns).where(CertificationSession.id == session)


async def delete(session: int) -> None:
    """It is gone, with its candidates, as long as nobody joined. Twice is harmless. Raises SessionJoined."""
    async with write_transaction():
        try:
            held = await hold(session)
        except NotFound:
            return
        if held.started_at is not None or held.finalized_at is not None or await is_joined(session):
            raise SessionJoined
        await CertificationSession.delete().where(CertificationSession.id == session)


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


def _columns(planned: Planned) -> dict[Any, Any]:
    return {
        "site": planned.site,
        "room": planned.room,
        "starts_at": planned.starts_at,
        "examiners": planned.examiners,
        "description": planned.description,
        "method": planned.method,
    }
