"""Reads for badges."""

from __future__ import annotations

from app.certification.badge.addresses import Said
from app.certification.results.outcomes import LATEST
from app.certification.tables import CertificationTest
from app.lib.row_ids import LARGEST, is_row_id


async def stands(said: Said) -> bool:
    """Whether what it says is still published, of an account that is there, and what counts today."""
    if not (is_row_id(said.test) and is_row_id(said.result) and 0 <= said.names_edition <= LARGEST):
        return False
    found = await CertificationTest.raw(
        "SELECT t.id FROM certification_test t JOIN candidate k ON k.id = t.candidate"
        " JOIN certification_session s ON s.id = k.session"
        f" JOIN certification_result said ON said.test = t.id{LATEST}"
        ' WHERE t.id = {} AND said.id = {} AND k."user" IS NOT NULL AND s.published_at IS NOT NULL'
        " AND r.status = 'validated' AND said.status = r.status AND said.score = r.score AND said.level = r.level"
        " AND k.names_edition = {}",
        said.test,
        said.result,
        said.names_edition,
    )
    return bool(found)
