"""Reads for the pages of certificates: nothing of a result leaves before it is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from app.certification.candidates.names import match_name
from app.certification.results.outcomes import COLUMNS, LATEST, Outcome, outcome_of
from app.certification.scoring.configurations import configuration_of
from app.certification.tables import CertificationTest
from app.content.framework import Area
from app.content.index import Competence
from app.content.releases import current_index
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id

State = Literal["obtained", "failed", "cancelled", "waiting"]
_STATES: Mapping[str, State] = {"validated": "obtained", "rejected": "failed", "cancelled": "cancelled"}


@dataclass(frozen=True)
class Certification:
    """A test that somebody took. `outcome`: None as long as it waits."""

    test: int
    candidate: int
    first_name: str
    last_name: str
    names_edition: int
    """How many times these names were corrected since she joined."""
    birthdate: date | None
    birth_city: str
    centre: str
    started_at: datetime
    published_at: datetime | None
    code: str
    max_score: int
    max_level: int
    state: State
    outcome: Outcome | None
    shared_key: str | None
    """What the address of the shared certificate ends with."""
    shared_at: datetime | None


@dataclass(frozen=True)
class Certificate(Certification):
    """One that is obtained and published."""

    published_at: datetime
    outcome: Outcome


@dataclass(frozen=True)
class AreaLevels:
    """An area of the framework with the level of each of its competences, None where none is certified."""

    area: Area
    levels: Sequence[tuple[Competence, int | None]]


async def certifications_of(user: int) -> Sequence[Certification]:
    """Every test that she began, the latest first."""
    return await _found('k."user" = {}', user)


async def certification_of(user: int, candidate: int) -> Certification:
    """One of hers, published. Raises NotFound for one that waits, somebody else's, or none."""
    found = await _found('k."user" = {} AND k.id = {}', user, candidate if is_row_id(candidate) else 0)
    if not found or found[0].state == "waiting":
        raise NotFound
    return found[0]


async def own_certificate(user: int, candidate: int) -> Certificate:
    """One of hers, obtained. Raises NotFound for any other."""
    found = await certification_of(user, candidate)
    if not isinstance(found, Certificate):
        raise NotFound
    return found


async def certificate_of(code: str) -> Certificate | None:
    """What anyone may read with its code: obtained, published, and not of an account that is erased."""
    return next(iter(await _certificates("t.verification_code = {}", code)), None)


async def shared_certificate(key: str) -> Certificate | None:
    """What anyone may read by a link: a name and results; neither the birth nor the code, which would show it."""
    found = next(iter(await _certificates("t.shared_key = {}", key)), None)
    return replace(found, birthdate=None, birth_city="", code="") if found else None


async def certificates_of_session(session: int, group: str = "") -> Sequence[Certificate]:
    """Those its centre may hand out, by name: obtained, published, and not of an account that is erased.

    `group`: only those of the pupils of that class.
    """
    found = await _certificates(
        "k.session = {} AND ({} = '' OR EXISTS (SELECT 1 FROM learner l WHERE l.id = k.learner AND l.group_name = {}))",
        session,
        group,
        group,
    )
    return sorted(found, key=lambda one: (match_name(one.first_name, one.last_name), one.candidate))


async def certificate_counts(session: int) -> Mapping[str, int]:
    """How many of these there are by class, in order; under an empty name, those of nobody's pupils."""
    rows = await CertificationTest.raw(
        "SELECT COALESCE(l.group_name, '') AS division, COUNT(*) AS certificates"
        " FROM certification_test t JOIN candidate k ON k.id = t.candidate"
        " JOIN certification_session s ON s.id = k.session LEFT JOIN learner l ON l.id = k.learner"
        f'{LATEST} WHERE k.session = {{}} AND k."user" IS NOT NULL AND s.published_at IS NOT NULL'
        " AND r.status = 'validated' GROUP BY 1 ORDER BY 1",
        session,
    )
    return {row["division"]: int(row["certificates"]) for row in rows}


def by_area(certification: Certification, language: str) -> Sequence[AreaLevels]:
    """Its levels, in the order of the framework."""
    index = current_index(language)
    levels = certification.outcome.levels if certification.outcome else {}
    return [
        AreaLevels(area, [(index.competences[code], levels.get(code)) for code in area.competences])
        for area in index.areas
    ]


async def _certificates(which: str, *values: int | str) -> Sequence[Certificate]:
    """Those that others than their holder may be shown."""
    found = await _found(f'k."user" IS NOT NULL AND {which}', *values)
    return [one for one in found if isinstance(one, Certificate)]


async def _found(which: str, *values: int | str) -> Sequence[Certification]:
    rows = await CertificationTest.raw(
        "SELECT t.id AS test, k.id AS candidate, k.first_name, k.last_name, k.names_edition, k.birthdate,"
        " k.birth_city, k.joined_at, c.name AS centre,"
        f" t.started_at, s.published_at, t.verification_code, t.shared_key, t.shared_at,{COLUMNS}"
        " FROM certification_test t JOIN candidate k ON k.id = t.candidate"
        " JOIN certification_session s ON s.id = k.session JOIN certification_centre c ON c.id = s.centre"
        f"{LATEST} WHERE {which} ORDER BY t.started_at DESC, t.id DESC",
        *values,
    )
    return [_certification(row) for row in rows]


def _certification(row: Mapping[str, Any]) -> Certification:
    rules = configuration_of(row["joined_at"], row["started_at"])
    published = row["published_at"] is not None
    state = _STATES.get(row["status"] or "", "waiting") if published else "waiting"
    outcome = None if state == "waiting" else outcome_of(row)
    kept = (
        *("test", "candidate", "first_name", "last_name", "names_edition", "birthdate", "birth_city"),
        *("centre", "started_at", "published_at", "shared_key", "shared_at"),
    )
    facts = {
        **{name: row[name] for name in kept},
        "code": row["verification_code"],
        "max_score": rules.max_score,
        "max_level": rules.max_level,
        "state": state,
    }
    if state == "obtained" and outcome is not None:
        return Certificate(**facts, outcome=outcome)
    return Certification(**facts, outcome=outcome)
