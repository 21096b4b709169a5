"""Reads for the pages of organisations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.admin.searching import containing, marks, starting, words_of
from app.campaigns.management.queries import PARTICIPANTS, RECEIVED
from app.campaigns.tables import Campaign
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id, row_id
from app.organisations.organisations import Details
from app.organisations.tables import Organisation, OrganisationTag
from app.web.forms import Form
from app.web.listing import Slice, slice_of

MEMBERS = "(SELECT COUNT(*) FROM membership m WHERE m.organisation = o.id AND m.disabled_at IS NULL)"
CAMPAIGNS = "(SELECT COUNT(*) FROM campaign c WHERE c.organisation = o.id AND c.deleted_at IS NULL)"
KINDS = ("SCO", "SUP", "PRO")


@dataclass(frozen=True)
class Wanted:
    """What the list is asked for."""

    words: str = ""
    kind: str = ""
    tag: str = ""
    archived: bool = False

    @property
    def filters(self) -> bool:
        return bool(self.words or self.kind or self.tag)


@dataclass(frozen=True)
class OrganisationLine:
    """An organisation in a list."""

    id: int
    name: str
    kind: str
    external_id: str
    province: str
    members: int
    campaigns: int
    archived: bool
    tags: Sequence[str] = ()


@dataclass(frozen=True)
class OrganisationList:
    """One page of the list; how many are open and how many are archived among what the filters leave."""

    lines: Sequence[OrganisationLine]
    slice: Slice
    open: int
    archived: int


@dataclass(frozen=True)
class OrganisationFacts:
    """All about one organisation."""

    id: int
    details: Details
    parent_name: str
    created_at: datetime | None
    archived_at: datetime | None
    members: int
    campaigns: int
    learners: int
    children: Sequence[OrganisationLine] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.details.name

    @property
    def archived(self) -> bool:
        return self.archived_at is not None


@dataclass(frozen=True)
class CampaignLine:
    """A campaign, to read."""

    id: int
    name: str
    code: str
    kind: str
    target_name: str
    owner: int
    owner_name: str
    created_at: datetime
    archived: bool
    participants: int
    received: int


def wanted(query: Form) -> Wanted:
    """What the address asks for; nonsense is the default."""
    kind = query.text("type")
    return Wanted(
        words=query.text("q")[:100],
        kind=kind if kind in KINDS else "",
        tag=query.text("etiquette")[:60],
        archived=query.text("etat") == "archivees",
    )


async def organisations(asked: Wanted, query: Form) -> OrganisationList:
    """One page of the organisations, by name."""
    where, values = _conditions(asked)
    rows = await Organisation.raw(
        "SELECT COUNT(*) AS every, COUNT(o.archived_at) AS archived FROM organisation o WHERE " + where, *values
    )
    archived, total = rows[0]["archived"], rows[0]["every"]
    part = slice_of(query, archived if asked.archived else total - archived)
    state = "NOT NULL" if asked.archived else "NULL"
    lines = await _lines(f"o.archived_at IS {state} AND {where}", values, part.size, part.offset)
    return OrganisationList(lines, part, total - archived, archived)


async def tags() -> list[str]:
    """Every tag in use."""
    rows = await OrganisationTag.raw("SELECT DISTINCT t.name FROM organisation_tag t")
    return sorted((row["name"] for row in rows), key=lambda name: (name.casefold(), name))


async def organisation(number: int) -> OrganisationFacts:
    """Raises NotFound."""
    if not is_row_id(number):
        raise NotFound
    rows = await Organisation.raw(
        f"SELECT o.*, above.name AS parent_name, {MEMBERS} AS members, {CAMPAIGNS} AS campaigns,"
        " (SELECT COUNT(*) FROM learner l WHERE l.organisation = o.id AND l.deleted_at IS NULL"
        "  AND l.disabled_at IS NULL) AS learners"
        " FROM organisation o LEFT JOIN organisation above ON above.id = o.parent WHERE o.id = {}",
        number,
    )
    if not rows:
        raise NotFound
    row, named = rows[0], (await _tags_of([number])).get(number, [])
    return OrganisationFacts(
        id=number,
        details=_details(row, named),
        parent_name=row["parent_name"] or "",
        created_at=row["created_at"],
        archived_at=row["archived_at"],
        members=row["members"],
        campaigns=row["campaigns"],
        learners=row["learners"],
        children=await _lines("o.parent = {}", [number], 200, 0),
    )


async def numbered(typed: str) -> int | None:
    """The organisation meant by a number of ours, or by its UAI or SIRET if it is alone to have it."""
    if number := row_id(typed):
        return number if await Organisation.exists().where(Organisation.id == number) else None
    rows = await Organisation.select(Organisation.id).where(
        (Organisation.external_id == typed.upper()) & Organisation.archived_at.is_null()
    )
    return int(rows[0]["id"]) if len(rows) == 1 else None


async def campaigns(number: int, query: Form) -> tuple[list[CampaignLine], Slice]:
    """One page of its campaigns, by name, the archived ones last."""
    total = await Campaign.count().where((Campaign.organisation == number) & Campaign.deleted_at.is_null())
    part = slice_of(query, total)
    rows = await Campaign.raw(
        "SELECT c.id, c.name, c.code, c.kind, c.target_name, c.owner, c.created_at, c.archived_at, u.first_name,"
        f" u.last_name, {PARTICIPANTS} AS participants, {RECEIVED} AS received"
        " FROM campaign c JOIN pix_user u ON u.id = c.owner WHERE c.organisation = {} AND c.deleted_at IS NULL"
        " ORDER BY CASE WHEN c.archived_at IS NULL THEN 0 ELSE 1 END, c.search_name, c.id LIMIT {} OFFSET {}",
        number,
        part.size,
        part.offset,
    )
    return [_campaign(row) for row in rows], part


def _conditions(asked: Wanted) -> tuple[str, list[Any]]:
    conditions, values = ["1 = 1"], list[Any]()
    if asked.words:
        by_name = " AND ".join(["o.search_name LIKE {} ESCAPE '!'"] * len(words_of(asked.words))) or "1 = 0"
        conditions.append(f"(({by_name}) OR o.external_id LIKE {{}} ESCAPE '!' OR o.id = {{}})")
        values += [*map(containing, words_of(asked.words)), starting(asked.words.upper()), row_id(asked.words)]
    if asked.kind:
        conditions.append("o.kind = {}")
        values.append(asked.kind)
    if asked.tag:
        conditions.append("EXISTS (SELECT 1 FROM organisation_tag t WHERE t.organisation = o.id AND t.name = {})")
        values.append(asked.tag)
    return " AND ".join(conditions), values


async def _lines(where: str, values: Sequence[Any], size: int, offset: int) -> list[OrganisationLine]:
    rows = await Organisation.raw(
        f"SELECT o.id, o.name, o.kind, o.external_id, o.province, o.archived_at, {MEMBERS} AS members,"
        f" {CAMPAIGNS} AS campaigns FROM organisation o WHERE {where} ORDER BY o.search_name, o.id"
        " LIMIT {} OFFSET {}",
        *values,
        size,
        offset,
    )
    named = await _tags_of([row["id"] for row in rows])
    return [
        OrganisationLine(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            external_id=row["external_id"] or "",
            province=row["province"],
            members=row["members"],
            campaigns=row["campaigns"],
            archived=row["archived_at"] is not None,
            tags=named.get(row["id"], []),
        )
        for row in rows
    ]


async def _tags_of(numbers: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    if numbers:
        rows = await OrganisationTag.raw(
            f"SELECT t.organisation, t.name FROM organisation_tag t WHERE t.organisation IN ({marks(numbers)})",
            *numbers,
        )
        for row in sorted(rows, key=lambda row: row["name"].casefold()):
            found.setdefault(row["organisation"], []).append(row["name"])
    return found


def _details(row: Mapping[str, Any], named: Sequence[str]) -> Details:
    return Details(
        name=row["name"],
        kind=row["kind"],
        external_id=row["external_id"] or "",
        province=row["province"],
        email=row["email"],
        parent=row["parent"],
        tags=tuple(named),
        manages_learners=bool(row["manages_learners"]),
        uses_credits=bool(row["uses_credits"]),
        shows_skills=bool(row["shows_skills"]),
    )


def _campaign(row: Mapping[str, Any]) -> CampaignLine:
    kept = ("id", "name", "code", "kind", "target_name", "owner", "created_at", "participants", "received")
    return CampaignLine(
        **{name: row[name] for name in kept},
        owner_name=f"{row['first_name']} {row['last_name']}".strip(),
        archived=row["archived_at"] is not None,
    )
