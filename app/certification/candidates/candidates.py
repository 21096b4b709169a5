"""The verbs of the candidates of a session: enrol, edit, remove, replace them all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.certification.candidates.identity import CivilStatus, Identity
from app.certification.candidates.names import match_name
from app.certification.candidates.refusals import CandidateJoined, CandidateTwice, SheetTooLate
from app.certification.sessions.refusals import SessionFinalized
from app.certification.sessions.sessions import hold, is_joined
from app.certification.tables import Candidate
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.learners.tables import Learner
from app.persistence.transactions import write_transaction

MOST_PUPILS = 200
"""Pupils enrolled in one go."""


async def enrol(session: int, identity: Identity, at: datetime, *, sending: str | None = None) -> int:
    """A new candidate; her number. The same form (`sending`) sent again gives the same one.

    Raises NotFound, SessionFinalized or CandidateTwice.
    """
    async with write_transaction():
        await _hold_open(session)
        known = await _sent_before(session, sending)
        if known is not None:
            return known
        await refuse_twice(session, identity)
        rows = await Candidate.insert(_row(session, identity, at, sending))
    return int(rows[0]["id"])


async def edit(session: int, candidate: int, identity: Identity) -> None:
    """Says otherwise who she is, until she joins.

    Raises NotFound, SessionFinalized, CandidateTwice or CandidateJoined.
    """
    async with write_transaction():
        await _hold_open(session)
        await refuse_twice(session, identity, but=candidate)
        rows = (
            await Candidate.update(_columns(identity))
            .where((Candidate.id == candidate) & (Candidate.session == session) & Candidate.joined_at.is_null())
            .returning(Candidate.id)
        )
        if not rows:
            await _refuse_joined(session, candidate)


async def remove(session: int, candidate: int) -> None:
    """She is no longer enrolled. Twice is harmless. Raises NotFound, SessionFinalized or CandidateJoined."""
    if not is_row_id(candidate):
        return
    async with write_transaction():
        await _hold_open(session)
        rows = (
            await Candidate.delete()
            .where((Candidate.id == candidate) & (Candidate.session == session) & Candidate.joined_at.is_null())
            .returning(Candidate.id)
        )
        if not rows and await Candidate.exists().where((Candidate.id == candidate) & (Candidate.session == session)):
            raise CandidateJoined


async def enrol_pupils(session: int, organisation: int, learners: Sequence[int], at: datetime, *, billing: str) -> int:
    """Pupils of the organisation become candidates, who remain to complete; how many were not there yet.

    Raises NotFound or SessionFinalized. Sent twice, they are enrolled once.
    """
    if not learners:
        return 0
    async with write_transaction():
        await _hold_open(session)
        wanted = await Learner.select(Learner.id, Learner.first_name, Learner.last_name).where(
            (Learner.organisation == organisation)
            & Learner.id.is_in(list(learners[:MOST_PUPILS]))
            & Learner.deleted_at.is_null()
            & Learner.disabled_at.is_null()
        )
        known = await Candidate.select(Candidate.learner).where(
            (Candidate.session == session) & Candidate.learner.is_not_null()
        )
        there = {row["learner"] for row in known}
        new = [
            Candidate(
                session=session,
                first_name=row["first_name"],
                last_name=row["last_name"],
                match_name=match_name(row["first_name"], row["last_name"]),
                learner=row["id"],
                billing=billing,
                created_at=at,
            )
            for row in wanted
            if row["id"] not in there
        ]
        if new:
            await Candidate.insert(*new)
    return len(new)


async def replace_all(session: int, identities: Sequence[Identity], at: datetime) -> None:
    """These are its candidates now, as long as nobody joined. Twice is harmless.

    Who is in both lists keeps her number, and the pupil she was picked from.
    Raises NotFound, SessionFinalized or SheetTooLate.
    """
    async with write_transaction():
        await _hold_open(session)
        if await is_joined(session):
            raise SheetTooLate
        rows = (
            await Candidate.select(Candidate.id, Candidate.match_name, Candidate.birthdate)
            .where(Candidate.session == session)
            .order_by(Candidate.id)
        )
        known = {(row["match_name"], row["birthdate"]): int(row["id"]) for row in rows}
        incomplete = {row["match_name"]: int(row["id"]) for row in rows if row["birthdate"] is None}
        kept: set[int] = set()
        new: list[Candidate] = []
        for one in identities:
            name = match_name(one.first_name, one.last_name)
            found = known.get((name, one.birthdate), incomplete.get(name))
            if found is None or found in kept:
                new.append(_row(session, one, at, None))
                continue
            kept.add(found)
            await Candidate.update(_columns(one)).where(Candidate.id == found)
        gone = [int(row["id"]) for row in rows if int(row["id"]) not in kept]
        if gone:
            await Candidate.delete().where(Candidate.id.is_in(gone))
        if new:
            await Candidate.insert(*new)


async def refuse_twice(session: int, person: Identity | CivilStatus, *, but: int = 0) -> None:
    """Inside the caller's transaction. `but`: the candidate who may be this person. Raises CandidateTwice."""
    if await Candidate.exists().where(
        (Candidate.session == session)
        & (Candidate.match_name == match_name(person.first_name, person.last_name))
        & (Candidate.birthdate == person.birthdate)
        & (Candidate.id != but)
    ):
        raise CandidateTwice


async def _hold_open(session: int) -> None:
    """Raises NotFound or SessionFinalized."""
    if (await hold(session)).finalized_at is not None:
        raise SessionFinalized


async def _sent_before(session: int, sending: str | None) -> int | None:
    if sending is None:
        return None
    rows = await Candidate.select(Candidate.id).where((Candidate.session == session) & (Candidate.sending == sending))
    return int(rows[0]["id"]) if rows else None


async def _refuse_joined(session: int, candidate: int) -> None:
    if await Candidate.exists().where((Candidate.id == candidate) & (Candidate.session == session)):
        raise CandidateJoined
    raise NotFound


def _row(session: int, identity: Identity, at: datetime, sending: str | None) -> Candidate:
    return Candidate(session=session, created_at=at, sending=sending, **_columns(identity))


def _columns(identity: Identity) -> dict[Any, Any]:
    return {**identity.columns(), "match_name": match_name(identity.first_name, identity.last_name)}
