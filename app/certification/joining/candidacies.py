"""Joining a session: an account becomes one of its candidates, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from app.certification.candidates.names import match_name
from app.certification.joining.refusals import (
    AlreadyAnother,
    CandidateNotFound,
    JoinedByAnother,
    NoSuchSession,
    SessionClosed,
    SeveralCandidates,
    TooManyIdentities,
)
from app.certification.profile_held import keep_profile
from app.certification.tables import Candidate, CertificationSession
from app.lib.row_ids import is_row_id
from app.lib.tries import Tries
from app.organisations.learners.tables import Learner
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction


@dataclass(frozen=True)
class Claim:
    """Who somebody says she is, and where."""

    session: int
    first_name: str
    birth_name: str
    birthdate: date


wrong_identities: Tries[int] = Tries(20, timedelta(minutes=10))
"""By account: birth dates are not to be guessed one after the other."""


async def join(user: int, claim: Claim, at: datetime) -> int:
    """The candidate that this account now is, or was already. Raises one of the refusals of joining."""
    if wrong_identities.exhausted(user, at):
        raise TooManyIdentities
    try:
        return await _join(user, claim, at)
    except (NoSuchSession, CandidateNotFound):
        wrong_identities.failed(user, at)
        raise


async def _join(user: int, claim: Claim, at: datetime) -> int:
    try:
        async with write_transaction():
            await _refuse_closed(claim.session)
            found = await _matching(claim)
            if found["user"] != user:
                await _refuse_another(user, claim.session, found)
                await _link(user, found, at)
                await keep_profile(user, found["id"])
    except Exception as error:
        if not is_unique_violation(error):  # of the session and the account: she joined elsewhere meanwhile
            raise
        raise AlreadyAnother from error
    return int(found["id"])


async def _refuse_closed(session: int) -> None:
    rows = (
        # Written as it is: who deletes or finalises it at the same time waits.
        await CertificationSession.update({CertificationSession.site: CertificationSession.site})
        .where(CertificationSession.id == (session if is_row_id(session) else 0))
        .returning(CertificationSession.finalized_at)
    )
    if not rows:
        raise NoSuchSession
    if rows[0]["finalized_at"] is not None:
        raise SessionClosed


async def _matching(claim: Claim) -> dict[str, Any]:
    rows = (
        await Candidate.select(Candidate.id, Candidate.user, Candidate.learner)
        .where(
            (Candidate.session == claim.session)
            & (Candidate.match_name == match_name(claim.first_name, claim.birth_name))
            & (Candidate.birthdate == claim.birthdate)
        )
        .order_by(Candidate.id)
    )
    if not rows:
        raise CandidateNotFound
    if len(rows) > 1:
        raise SeveralCandidates
    return rows[0]


async def _refuse_another(user: int, session: int, found: dict[str, Any]) -> None:
    if found["user"] is not None:
        raise JoinedByAnother
    if found["learner"] is not None:
        rows = await Learner.select(Learner.user).where(Learner.id == found["learner"])
        if rows and rows[0]["user"] not in (None, user):
            raise JoinedByAnother
    if await Candidate.exists().where((Candidate.session == session) & (Candidate.user == user)):
        raise AlreadyAnother


async def _link(user: int, found: dict[str, Any], at: datetime) -> None:
    rows = (
        await Candidate.update({Candidate.user: user, Candidate.joined_at: at})
        .where((Candidate.id == found["id"]) & Candidate.user.is_null())
        .returning(Candidate.id)
    )
    if not rows:
        raise JoinedByAnother
