"""Reads for the end of a session."""

from __future__ import annotations

from collections.abc import Sequence

from app.certification.closing.drafts import Draft
from app.certification.results.queries import TakenTest
from app.certification.tables import Candidate, CertificationSession


async def draft_of(session: int, tests: Sequence[TakenTest]) -> Draft:
    """What its centre typed, or said when it finalised a session that was given back to it since."""
    (row,) = await CertificationSession.select(
        CertificationSession.has_incident, CertificationSession.has_joining_issue, CertificationSession.global_comment
    ).where(CertificationSession.id == session)
    return Draft(
        {one.id: one.abort_reason for one in tests if one.abort_reason is not None},
        row["has_incident"],
        row["has_joining_issue"],
        row["global_comment"],
    )


async def absent_from(session: int) -> Sequence[str]:
    """Names of the candidates who began no test, in order."""
    rows = await Candidate.raw(
        "SELECT k.first_name, k.last_name FROM candidate k WHERE k.session = {}"
        " AND NOT EXISTS (SELECT 1 FROM certification_test t WHERE t.candidate = k.id)"
        " ORDER BY k.match_name, k.last_name, k.first_name, k.id",
        session,
    )
    return [f"{row['first_name']} {row['last_name']}".strip() for row in rows]
