"""The JSON of the interfaces, described in README.md. Pure.

What the service does not know (middle names, the national number of a pupil) is null; so is what a pending or a
rejected certification has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from app.certification.interfaces.queries import Certification, Status
from app.certification.results.outcomes import LEVELS
from app.web.formats import local_time


class CompetenceLevel(msgspec.Struct, frozen=True):
    """A competence by its code, `1.1` to `5.2`; those without a certified level are left out."""

    competence: str
    level: int


class SchoolCertification(msgspec.Struct, frozen=True, rename="camel"):
    """A pupil's certification, for her school report."""

    id: int
    first_name: str
    middle_name: str | None
    third_name: str | None
    last_name: str
    birthdate: date | None
    ine: str | None
    status: Status
    pix_score: int | None
    verification_code: str | None
    test_date: date
    delivery_date: date | None
    certification_centre: str
    competence_results: Sequence[CompetenceLevel]


class SchoolPage(msgspec.Struct, frozen=True, rename="camel"):
    """`next`: the address of what follows; null on the last page."""

    uai: str
    certifications: Sequence[SchoolCertification]
    next: str | None


class AdmissionCertification(msgspec.Struct, frozen=True, rename="camel"):
    """An applicant's certification."""

    id: int
    verification_code: str | None
    uai: str | None
    ine: str | None
    first_name: str
    last_name: str
    birthdate: date | None
    status: Status
    pix_score: int | None
    global_level: str | None
    test_date: date
    issue_date: date | None
    max_reachable_score: int
    competences: Sequence[CompetenceLevel]


def for_school(one: Certification) -> SchoolCertification:
    return SchoolCertification(
        id=one.id,
        first_name=one.first_name,
        middle_name=None,
        third_name=None,
        last_name=one.last_name,
        birthdate=one.birthdate,
        ine=None,
        status=one.status,
        pix_score=_score(one),
        verification_code=_code(one),
        test_date=local_time(one.tested_at).date(),
        delivery_date=_published(one),
        certification_centre=one.centre,
        competence_results=_levels(one),
    )


def for_admissions(one: Certification) -> AdmissionCertification:
    return AdmissionCertification(
        id=one.id,
        verification_code=_code(one),
        uai=one.uai,
        ine=None,
        first_name=one.first_name,
        last_name=one.last_name,
        birthdate=one.birthdate,
        status=one.status,
        pix_score=_score(one),
        global_level=LEVELS[one.outcome.level] if one.outcome and one.status == "validated" else None,
        test_date=local_time(one.tested_at).date(),
        issue_date=_published(one),
        max_reachable_score=one.max_score,
        competences=_levels(one),
    )


def _score(one: Certification) -> int | None:
    """0 when it is rejected."""
    if one.outcome is None:
        return None
    return one.outcome.score if one.status == "validated" else 0


def _code(one: Certification) -> str | None:
    """Only a certificate that is obtained can be verified."""
    return one.code if one.status == "validated" else None


def _published(one: Certification) -> date | None:
    return local_time(one.published_at).date() if one.published_at else None


def _levels(one: Certification) -> Sequence[CompetenceLevel]:
    if one.outcome is None or one.status != "validated":
        return ()
    return [CompetenceLevel(code, max(0, level)) for code, level in sorted(one.outcome.levels.items())]
