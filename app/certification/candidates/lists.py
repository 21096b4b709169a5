"""The verbs of many candidates at once: pupils of the organisation, the list of a sheet, those of a mass import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime

from app.certification.candidates.candidates import columns_of, hold_open, note, update
from app.certification.candidates.identity import Identity
from app.certification.candidates.names import match_name
from app.certification.candidates.refusals import SheetTooLate
from app.certification.sessions.refusals import SessionFinalized, SessionStarted
from app.certification.sessions.sessions import CHUNK, hold, is_joined
from app.certification.tables import Candidate
from app.organisations.learners.tables import Learner
from app.persistence.transactions import write_transaction

MOST_PUPILS = 200
"""Pupils enrolled in one go."""
_COLUMNS = ("session", "created_at", *(one.name for one in fields(Identity)), "match_name")
_INSERT = f"INSERT INTO candidate ({', '.join(_COLUMNS)}) VALUES "
_VALUES = f"({', '.join(['{}'] * len(_COLUMNS))})"


async def enrol_pupils(
    session: int, organisation: int, learners: Sequence[int], by: int, at: datetime, *, billing: str
) -> int:
    """Pupils of the organisation become candidates, who remain to complete; how many were not there yet.

    Raises NotFound or SessionFinalized. Sent twice, they are enrolled once.
    """
    if not learners:
        return 0
    async with write_transaction():
        await hold_open(session)
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
            await note("candidates.enrolled", session, by, at, count=len(new))
    return len(new)


async def replace_all(session: int, identities: Sequence[Identity], by: int, at: datetime) -> None:
    """These are its candidates now, as long as nobody joined. Twice is harmless.

    Who is in both lists keeps her number, and the pupil she was picked from.
    Raises NotFound, SessionFinalized or SheetTooLate.
    """
    async with write_transaction():
        await hold_open(session)
        if await is_joined(session):
            raise SheetTooLate
        written, gone = await _write(session, identities, at)
        if gone:
            await Candidate.delete().where(Candidate.id.is_in(gone))
        if written or gone:
            await note("candidates.replaced", session, by, at, count=len(identities))


async def enrol_all(session: int, identities: Sequence[Identity], at: datetime) -> None:
    """They are added, and who is there already is as they say now. Inside the transaction of who asks, and notes.

    Raises NotFound, SessionFinalized or SessionStarted.
    """
    held = await hold(session)
    if held.finalized_at is not None:
        raise SessionFinalized
    if held.started_at is not None or await is_joined(session):
        raise SessionStarted
    await _write(session, identities, at)


async def enrol_in_new(lists: Mapping[int, Sequence[Identity]], at: datetime) -> None:
    """The first candidates of sessions made in the same transaction, by session: nobody knows these yet."""
    await _insert([(session, one) for session, identities in lists.items() for one in identities], at)


async def _write(session: int, identities: Sequence[Identity], at: datetime) -> tuple[bool, list[int]]:
    """Add who is new and update who is known; whether anything changed, and the numbers of those not in the list."""
    rows = await Candidate.select().where(Candidate.session == session).order_by(Candidate.id)
    known = {(row["match_name"], row["birthdate"]): row for row in rows}
    incomplete = {row["match_name"]: row for row in rows if row["birthdate"] is None}
    kept: set[int] = set()
    new: list[Identity] = []
    changed = False
    for one in identities:
        name = match_name(one.first_name, one.last_name)
        found = known.get((name, one.birthdate), incomplete.get(name))
        if found is None or found["id"] in kept:
            new.append(one)
            continue
        kept.add(found["id"])
        changed |= bool(await update(found, one))
    await _insert([(session, one) for one in new], at)
    return changed or bool(new), [row["id"] for row in rows if row["id"] not in kept]


async def _insert(new: Sequence[tuple[int, Identity]], at: datetime) -> None:
    """By hand: Piccolo would take seconds for the thousands of a mass import, and others wait for the transaction."""
    for start in range(0, len(new), CHUNK):
        part = new[start : start + CHUNK]
        values = [value for session, one in part for value in (session, at, *columns_of(one).values())]
        await Candidate.raw(_INSERT + ", ".join([_VALUES] * len(part)), *values)
