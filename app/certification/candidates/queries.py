"""Reads for the pages of candidates, and for the documents of a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.certification.candidates.countries import FRANCE
from app.certification.sessions.queries import TeamSession
from app.certification.tables import Candidate
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.learners.tables import Learner

_COLUMNS = (
    "k.id, k.first_name, k.last_name, k.sex, k.birthdate, k.birth_country, k.birth_city, k.birth_code, k.email,"
    " k.results_email, k.external_id, k.extra_time, k.adjusted, k.billing, k.prepayment_code, k.joined_at,"
    " COALESCE(l.group_name, '') AS division"
)
_FROM = " FROM candidate k LEFT JOIN learner l ON l.id = k.learner"


@dataclass(frozen=True)
class Enrolled:
    """A candidate, as her centre sees her."""

    id: int
    first_name: str
    last_name: str
    sex: str
    birthdate: date | None
    """None for a pupil of whom it remains to say."""
    birth_country: str
    birth_city: str
    birth_code: str
    email: str
    results_email: str
    external_id: str
    extra_time: int
    adjusted: bool
    billing: str
    prepayment_code: str
    joined_at: datetime | None
    division: str
    """Of the pupil she was picked from."""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_complete(self) -> bool:
        """She may join: her birth is known."""
        return self.birthdate is not None

    @property
    def may_change(self) -> bool:
        """Nobody has joined as her."""
        return self.joined_at is None

    @property
    def birth_place(self) -> str:
        """As `place_of_birth` says it."""
        return place_of_birth(self.birth_country, self.birth_city, self.birth_code)


@dataclass(frozen=True)
class SeenCandidate(Enrolled):
    """The same, in her session."""

    session: TeamSession


@dataclass(frozen=True)
class Pupil:
    """Somebody of the organisation, to enrol."""

    id: int
    first_name: str
    last_name: str
    group: str
    enrolled: bool

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


def place_of_birth(country: str, city: str, code: str) -> str:
    """Troyes (10); Izmir, Turquie; 51454 for a town known by its INSEE code; empty when it remains to say."""
    if not city:
        return code
    if country != FRANCE:
        return f"{city}, {country}"
    return f"{city} ({department(code)})" if code else city


def department(code: str) -> str:
    """The first two signs of a French code, or three overseas."""
    return code[:3] if code.startswith(("97", "98")) else code[:2]


async def candidates_of(session: int) -> Sequence[Enrolled]:
    """All of them, by name: a session is a room."""
    rows = await Candidate.raw(
        f"SELECT {_COLUMNS}{_FROM} WHERE k.session = {{}} ORDER BY k.match_name, k.birthdate, k.id", session
    )
    return [Enrolled(**row) for row in rows]


async def team_candidate(session: TeamSession, candidate: int) -> SeenCandidate:
    """A candidate of that session. Raises NotFound."""
    return SeenCandidate(**await _candidate(session.id, candidate), session=session)


async def candidate_of(session: int, candidate: int) -> Enrolled:
    """The same, for who sees every session. Raises NotFound."""
    return Enrolled(**await _candidate(session, candidate))


async def pupil_groups(organisation: int) -> Sequence[str]:
    """Divisions of the organisation, in order."""
    rows = await Learner.raw(
        "SELECT DISTINCT l.group_name FROM learner l WHERE l.organisation = {} AND l.deleted_at IS NULL"
        " AND l.disabled_at IS NULL AND l.group_name <> '' ORDER BY l.group_name",
        organisation,
    )
    return [row["group_name"] for row in rows]


async def pupil_count(organisation: int, group: str) -> int:
    """`group`: empty for all of them."""
    (row,) = await Learner.raw(
        "SELECT COUNT(*) AS pupils FROM learner l WHERE l.organisation = {} AND l.deleted_at IS NULL"
        " AND l.disabled_at IS NULL AND (l.group_name = {} OR {} = '')",
        organisation,
        group,
        group,
    )
    return int(row["pupils"])


async def pupils(organisation: int, session: int, group: str, most: int, offset: int) -> Sequence[Pupil]:
    """One page of them, by name, and whether they are enrolled."""
    rows = await Learner.raw(
        'SELECT l.id, l.first_name, l.last_name, l.group_name AS "group",'
        " EXISTS (SELECT 1 FROM candidate k WHERE k.session = {} AND k.learner = l.id) AS enrolled"
        " FROM learner l WHERE l.organisation = {} AND l.deleted_at IS NULL AND l.disabled_at IS NULL"
        " AND (l.group_name = {} OR {} = '') ORDER BY l.search_name, l.id LIMIT {} OFFSET {}",
        session,
        organisation,
        group,
        group,
        most,
        offset,
    )
    return [Pupil(**{**row, "enrolled": bool(row["enrolled"])}) for row in rows]


async def _candidate(session: int, candidate: int) -> dict[str, Any]:
    rows: list[dict[str, Any]] = await Candidate.raw(
        f"SELECT {_COLUMNS}{_FROM} WHERE k.id = {{}} AND k.session = {{}}",
        candidate if is_row_id(candidate) else 0,
        session if is_row_id(session) else 0,
    )
    if not rows:
        raise NotFound
    return rows[0]
