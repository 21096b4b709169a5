"""Reads for the pages of certification centres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.admin.queries.organisations import KINDS
from app.admin.searching import containing, starting, words_of
from app.certification.certif import CERTIF
from app.certification.tables import CentreRequest, CertificationCentre
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id, row_id
from app.organisations.team.queries import TeamMate, team
from app.web.forms import Form
from app.web.listing import Slice, slice_of

_COUNTS = (
    " (SELECT COUNT(*) FROM centre_membership m WHERE m.centre = c.id AND m.disabled_at IS NULL) AS members,"
    " (SELECT COUNT(*) FROM certification_session s WHERE s.centre = c.id) AS sessions"
)


@dataclass(frozen=True)
class Wanted:
    """What the list is asked for."""

    words: str = ""
    kind: str = ""
    archived: bool = False

    @property
    def filters(self) -> bool:
        return bool(self.words or self.kind)


@dataclass(frozen=True)
class CentreLine:
    """A centre in the list."""

    id: int
    name: str
    kind: str
    external_id: str
    members: int
    sessions: int


@dataclass(frozen=True)
class CentreList:
    """One page of the list; how many are open and how many are archived among what the filters leave."""

    lines: Sequence[CentreLine]
    slice: Slice
    open: int
    archived: int


@dataclass(frozen=True)
class CentreFacts:
    """All about one centre."""

    id: int
    name: str
    kind: str
    external_id: str
    organisation: int | None
    organisation_name: str
    created_at: datetime | None
    archived_at: datetime | None
    sessions: int
    team: Sequence[TeamMate]
    """Administrators first."""


def wanted(query: Form) -> Wanted:
    """What the address asks for; nonsense is the default."""
    kind = query.text("type")
    return Wanted(
        words=query.text("q")[:100],
        kind=kind if kind in KINDS else "",
        archived=query.text("etat") == "archives",
    )


async def centres(asked: Wanted, query: Form) -> CentreList:
    """One page of the centres, by name."""
    where, values = _conditions(asked)
    (row,) = await CertificationCentre.raw(
        f"SELECT COUNT(*) AS every, COUNT(c.archived_at) AS archived FROM certification_centre c WHERE {where}",
        *values,
    )
    archived, total = row["archived"], row["every"]
    part = slice_of(query, archived if asked.archived else total - archived)
    state = "NOT NULL" if asked.archived else "NULL"
    rows = await CertificationCentre.raw(
        f"SELECT c.id, c.name, c.kind, c.external_id,{_COUNTS} FROM certification_centre c"
        f" WHERE c.archived_at IS {state} AND {where} ORDER BY c.search_name, c.id LIMIT {{}} OFFSET {{}}",
        *values,
        part.size,
        part.offset,
    )
    lines = [CentreLine(**{**row, "external_id": row["external_id"] or ""}) for row in rows]
    return CentreList(lines, part, total - archived, archived)


async def waiting_requests() -> int:
    """How many people ask for a centre, and wait for an answer."""
    return int(await CentreRequest.count().where(CentreRequest.decided_at.is_null()))


async def centre(number: int) -> CentreFacts:
    """Raises NotFound."""
    rows = await CertificationCentre.raw(
        "SELECT c.id, c.name, c.kind, c.external_id, c.organisation, c.created_at, c.archived_at,"
        f" o.name AS organisation_name,{_COUNTS}"
        " FROM certification_centre c LEFT JOIN organisation o ON o.id = c.organisation WHERE c.id = {}",
        number if is_row_id(number) else 0,
    )
    if not rows:
        raise NotFound
    row = rows[0]
    kept = ("id", "name", "kind", "organisation", "created_at", "archived_at", "sessions")
    return CentreFacts(
        **{name: row[name] for name in kept},
        external_id=row["external_id"] or "",
        organisation_name=row["organisation_name"] or "",
        team=sorted(await team(CERTIF, number), key=lambda mate: mate.role),
    )


def _conditions(asked: Wanted) -> tuple[str, list[Any]]:
    conditions, values = ["1 = 1"], list[Any]()
    if asked.words:
        words = words_of(asked.words)
        by_name = " AND ".join(["c.search_name LIKE {} ESCAPE '!'"] * len(words)) or "1 = 0"
        conditions.append(f"(({by_name}) OR c.external_id LIKE {{}} ESCAPE '!' OR c.id = {{}})")
        values += [*map(containing, words), starting(asked.words.upper()), row_id(asked.words)]
    if asked.kind:
        conditions.append("c.kind = {}")
        values.append(asked.kind)
    return " AND ".join(conditions), values
