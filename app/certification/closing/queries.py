"""Reads for the end of a session."""

from __future__ import annotations

from app.certification.closing.closing import Said
from app.certification.tables import CertificationSession, CertificationTest


async def said_before(session: int) -> Said | None:
    """What its centre said when it finalised a session that was given back to it; None for one it never finalised."""
    row = await CertificationSession.select().where(CertificationSession.id == session).first()
    if row is None or row["has_incident"] is None:
        return None
    tests = await CertificationTest.raw(
        "SELECT t.id, t.abort_reason FROM certification_test t JOIN candidate k ON k.id = t.candidate"
        " WHERE k.session = {} AND t.abort_reason IS NOT NULL ORDER BY t.id",
        session,
    )
    return Said(
        {one["id"]: one["abort_reason"] for one in tests},
        bool(row["has_incident"]),
        bool(row["has_joining_issue"]),
        row["global_comment"],
    )
