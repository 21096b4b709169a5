"""The verb of an identity that was wrong: the service's staff corrects it, whenever it is noticed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, get_args

from app.accounts import audit
from app.certification.candidates.candidates import refuse_twice
from app.certification.candidates.civil_status import CivilStatus
from app.certification.candidates.names import match_name
from app.certification.candidates.queries import Enrolled, candidate_of
from app.certification.candidates.refusals import CandidateErased
from app.certification.sessions.sessions import hold
from app.certification.tables import Candidate
from app.lib.msgids import N_
from app.persistence.transactions import write_transaction

Reason = Literal["typing", "papers", "changed", "reported"]
REASONS: Mapping[Reason, str] = {
    "typing": N_("Faute de frappe à l’inscription"),
    "papers": N_("La pièce d’identité dit autre chose"),
    "changed": N_("L’état civil a changé"),
    "reported": N_("Le centre l’a signalé (C1)"),
}
"""Chosen, never typed: the log keeps it for ever, and must not keep names."""


def reason_of(typed: str) -> Reason | None:
    return next((one for one in get_args(Reason) if one == typed), None)


async def correctable(session: int, candidate: int) -> Enrolled:
    """Who she is now. Raises NotFound, or CandidateErased."""
    found = await candidate_of(session, candidate)
    if await Candidate.exists().where((Candidate.id == candidate) & Candidate.user.is_null()):
        raise CandidateErased
    return found


async def correct(
    session: int, candidate: int, person: CivilStatus, reason: Reason, by: int, at: datetime
) -> tuple[str, ...]:
    """That is who she is; which columns changed. The account that joined stays hers. Twice is harmless.

    Raises NotFound, CandidateErased or CandidateTwice.
    """
    async with write_transaction():
        await hold(session)
        known, wanted = await correctable(session, candidate), person.columns()
        await refuse_twice(session, person, but=candidate)
        changed = tuple(sorted(name for name in wanted if wanted[name] != getattr(known, name)))
        if changed:
            named = match_name(person.first_name, person.last_name)
            written = {**wanted, "match_name": named}
            if not {"first_name", "last_name"}.isdisjoint(changed):
                written["names_edition"] = Candidate.names_edition + 1
            await Candidate.update(written).where(Candidate.id == candidate)
            await audit.record(
                "certification.identity_corrected",
                by=by,
                kind="candidate",
                subject=candidate,
                at=at,
                session=session,
                fields=", ".join(changed),
                reason=reason,
            )
    return changed
