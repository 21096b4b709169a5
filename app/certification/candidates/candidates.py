"""The verbs of a candidate of a session: enrol, edit, remove."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.accounts import audit
from app.certification.candidates.civil_status import CivilStatus
from app.certification.candidates.identity import Identity
from app.certification.candidates.names import match_name
from app.certification.candidates.refusals import CandidateJoined, CandidateTwice
from app.certification.sessions.refusals import SessionFinalized
from app.certification.sessions.sessions import KIND, hold
from app.certification.tables import Candidate
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.persistence.transactions import write_transaction


async def enrol(
    session: int, identity: Identity, at: datetime, *, by: int | None = None, sending: str | None = None
) -> int:
    """A new candidate; her number. The same form (`sending`) sent again gives the same one.

    Raises NotFound, SessionFinalized or CandidateTwice.
    """
    async with write_transaction():
        await hold_open(session)
        known = await _sent_before(session, sending)
        if known is not None:
            return known
        await refuse_twice(session, identity)
        rows = await Candidate.insert(
            Candidate(session=session, created_at=at, sending=sending, **columns_of(identity))
        )
        await note("candidates.enrolled", session, by, at, count=1)
    return int(rows[0]["id"])


async def edit(session: int, candidate: int, identity: Identity, by: int, at: datetime) -> None:
    """Says otherwise who she is, until she joins.

    Raises NotFound, SessionFinalized, CandidateTwice or CandidateJoined.
    """
    async with write_transaction():
        await hold_open(session)
        await refuse_twice(session, identity, but=candidate)
        rows = await Candidate.select().where((Candidate.id == candidate) & (Candidate.session == session))
        if not rows:
            raise NotFound
        if rows[0]["joined_at"] is not None:
            raise CandidateJoined
        if fields := await update(rows[0], identity):
            about = ", ".join(fields)
            await audit.record(
                "candidate.edited", by=by, kind="candidate", subject=candidate, at=at, session=session, fields=about
            )


async def remove(session: int, candidate: int, by: int, at: datetime) -> None:
    """She is no longer enrolled. Twice is harmless. Raises NotFound, SessionFinalized or CandidateJoined."""
    if not is_row_id(candidate):
        return
    async with write_transaction():
        await hold_open(session)
        rows = (
            await Candidate.delete()
            .where((Candidate.id == candidate) & (Candidate.session == session) & Candidate.joined_at.is_null())
            .returning(Candidate.id)
        )
        if rows:
            await audit.record("candidate.removed", by=by, kind="candidate", subject=candidate, at=at, session=session)
        elif await Candidate.exists().where((Candidate.id == candidate) & (Candidate.session == session)):
            raise CandidateJoined


async def refuse_twice(session: int, person: Identity | CivilStatus, *, but: int = 0) -> None:
    """Inside the caller's transaction. `but`: the candidate who may be this person. Raises CandidateTwice."""
    if await Candidate.exists().where(
        (Candidate.session == session)
        & (Candidate.match_name == match_name(person.first_name, person.last_name))
        & (Candidate.birthdate == person.birthdate)
        & (Candidate.id != but)
    ):
        raise CandidateTwice


async def update(row: Mapping[str, Any], identity: Identity) -> list[str]:
    """Write what is new of a candidate, in the caller's transaction; the names of these columns."""
    changed = {name: value for name, value in columns_of(identity).items() if row[name] != value}
    if changed:
        await Candidate.update(changed).where(Candidate.id == row["id"])
    return [name for name in changed if name != "match_name"]


async def note(action: str, session: int, by: int | None, at: datetime, *, count: int) -> None:
    """In the log: so many candidates."""
    await audit.record(action, by=by, kind=KIND, subject=session, at=at, count=count)


async def hold_open(session: int) -> None:
    """Nobody else changes it before the end of the transaction. Raises NotFound or SessionFinalized."""
    if (await hold(session)).finalized_at is not None:
        raise SessionFinalized


async def _sent_before(session: int, sending: str | None) -> int | None:
    if sending is None:
        return None
    rows = await Candidate.select(Candidate.id).where((Candidate.session == session) & (Candidate.sending == sending))
    return int(rows[0]["id"]) if rows else None


def columns_of(identity: Identity) -> dict[Any, Any]:
    """What the table keeps of her, by column."""
    return {**identity.columns(), "match_name": match_name(identity.first_name, identity.last_name)}
