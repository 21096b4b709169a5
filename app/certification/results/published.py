"""Reads of published results, for who sees them or takes them away: nothing is told before it is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.accounts.identity import normal_email
from app.certification.candidates.queries import place_of_birth
from app.certification.results.outcomes import COLUMNS, LATEST, Outcome, outcome_of
from app.certification.tables import CertificationTest


@dataclass(frozen=True)
class PublishedResult:
    """A test, as a file tells it."""

    test: int
    """The « certification number »."""
    candidate: int
    first_name: str
    last_name: str
    birthdate: date | None
    birth_place: str
    division: str
    """Of the pupil she was picked from; empty for anyone else."""
    external_id: str
    results_email: str
    """In its normal form."""
    session: int
    centre: str
    started_at: datetime
    outcome: Outcome | None


async def results_of_session(session: int) -> Sequence[PublishedResult]:
    """All of them, by name; none as long as it is not published."""
    return await _found("s.id = {}", session)


async def results_of_class(organisation: int, division: str, centre: int | None = None) -> Sequence[PublishedResult]:
    """Those of the pupils of a class, by name; `centre`: only what they took there."""
    if centre is None:
        return await _found("l.organisation = {} AND l.group_name = {}", organisation, division)
    return await _found("l.organisation = {} AND l.group_name = {} AND s.centre = {}", organisation, division, centre)


async def classes_with_results(organisation: int, centre: int | None = None) -> Sequence[tuple[str, int]]:
    """Classes of an organisation, in order, with how many results there are of their pupils."""
    where, values = ("", [organisation]) if centre is None else (" AND s.centre = {}", [organisation, centre])
    rows = await CertificationTest.raw(
        f"SELECT l.group_name AS division, COUNT(*) AS results{_FROM}"
        f" WHERE s.published_at IS NOT NULL AND l.group_name <> '' AND l.organisation = {{}}{where}"
        " GROUP BY l.group_name ORDER BY l.group_name",
        *values,
    )
    return [(row["division"], row["results"]) for row in rows]


_FROM = (
    " FROM certification_test t JOIN candidate k ON k.id = t.candidate"
    " JOIN certification_session s ON s.id = k.session JOIN certification_centre c ON c.id = s.centre"
    " LEFT JOIN learner l ON l.id = k.learner AND l.deleted_at IS NULL"
)


async def _found(which: str, *values: int | str) -> Sequence[PublishedResult]:
    rows = await CertificationTest.raw(
        "SELECT t.id AS test, t.candidate, k.first_name, k.last_name, k.birthdate, k.birth_country, k.birth_city,"
        " k.birth_code, k.external_id, k.results_email, l.group_name AS division, s.id AS session, c.name AS centre,"
        f" t.started_at,{COLUMNS}{_FROM}{LATEST} WHERE s.published_at IS NOT NULL AND {which}"
        " ORDER BY k.match_name, k.last_name, k.first_name, t.id",
        *values,
    )
    return [_result(row) for row in rows]


def _result(row: Mapping[str, Any]) -> PublishedResult:
    kept = (
        "test", "candidate", "first_name", "last_name", "birthdate", "external_id", "session", "centre", "started_at",
    )  # fmt: skip
    return PublishedResult(
        **{name: row[name] for name in kept},
        birth_place=place_of_birth(row["birth_country"], row["birth_city"], row["birth_code"]),
        division=row["division"] or "",
        results_email=normal_email(row["results_email"]),
        outcome=outcome_of(row),
    )
