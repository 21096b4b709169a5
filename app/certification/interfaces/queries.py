"""Reads for the interfaces: tests with what their publication lets out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from app.certification.candidates.names import match_name
from app.certification.results.outcomes import COLUMNS, LATEST, Outcome, outcome_of
from app.certification.scoring.configurations import configuration_of
from app.certification.tables import CertificationCentre, CertificationTest
from app.organisations.tables import Organisation

Status = Literal["validated", "rejected", "pending"]


@dataclass(frozen=True)
class Certification:
    """A test that somebody took. `outcome`: None as long as it is pending."""

    id: int
    first_name: str
    last_name: str
    birthdate: date | None
    uai: str | None
    """Of the pupil's school, else of the school where she sat."""
    centre: str
    code: str
    tested_at: datetime
    published_at: datetime | None
    max_score: int
    status: Status
    outcome: Outcome | None


async def is_school(uai: str) -> bool:
    """Whether an organisation or a centre has this number."""
    if await Organisation.exists().where(Organisation.external_id == uai):
        return True
    return await CertificationCentre.exists().where(
        (CertificationCentre.external_id == uai) & (CertificationCentre.kind == "SCO")
    )


async def certifications_of_school(uai: str, after: int, most: int) -> Sequence[Certification]:
    """Those of its pupils, in the order of their numbers, from the first one `after` a number.

    Its pupils: those it knows in Pix Orga, and those whom its own centre enrolled by hand. A cancelled certification
    does not exist for a school report.
    """
    return await _found(
        "((o.external_id = {} AND l.deleted_at IS NULL AND l.disabled_at IS NULL)"
        " OR (k.learner IS NULL AND c.kind = 'SCO' AND c.external_id = {}))"
        " AND (s.published_at IS NULL OR r.status IN ('validated', 'rejected')) AND t.id > {}"
        f" ORDER BY t.id LIMIT {int(most)}",
        uai,
        uai,
        after,
    )


async def certification_by_code(code: str, first_name: str, last_name: str) -> Certification | None:
    """The certificate with this code, when it is in that name; case, accents and hyphens do not count."""
    found = await _found(
        "t.verification_code = {} AND s.published_at IS NOT NULL AND r.status IN ('validated', 'rejected')", code
    )
    wanted = match_name(first_name, last_name)
    return next((one for one in found if match_name(one.first_name, one.last_name) == wanted), None)


async def _found(which: str, *values: int | str) -> Sequence[Certification]:
    rows = await CertificationTest.raw(
        "SELECT t.id, k.first_name, k.last_name, k.birthdate, k.joined_at, t.verification_code, t.started_at,"
        " s.published_at, c.name AS centre,"
        f" COALESCE(o.external_id, CASE WHEN c.kind = 'SCO' THEN c.external_id END) AS uai,{COLUMNS}"
        " FROM certification_test t JOIN candidate k ON k.id = t.candidate"
        " JOIN certification_session s ON s.id = k.session JOIN certification_centre c ON c.id = s.centre"
        " LEFT JOIN learner l ON l.id = k.learner LEFT JOIN organisation o ON o.id = l.organisation"
        # Without an account, it was erased: the result is nobody's.
        f'{LATEST} WHERE k."user" IS NOT NULL AND {which}',
        *values,
    )
    return [_certification(row) for row in rows]


def _certification(row: Mapping[str, Any]) -> Certification:
    published = row["published_at"] is not None
    rules = configuration_of(row["joined_at"], row["started_at"])
    return Certification(
        id=row["id"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        birthdate=row["birthdate"],
        uai=row["uai"],
        centre=row["centre"],
        code=row["verification_code"],
        tested_at=row["started_at"],
        published_at=row["published_at"],
        max_score=rules.max_score,
        status=row["status"] if published else "pending",
        outcome=outcome_of(row) if published else None,
    )
