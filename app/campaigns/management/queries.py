"""Reads for the list of campaigns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts.identity import unaccented
from app.campaigns.refusals import NotYourCampaign
from app.campaigns.tables import Campaign
from app.lib.refusals import NotFound
from app.organisations.members import Member
from app.web.forms import Form
from app.web.listing import Slice, number_of, slice_of

PARTICIPANTS = (
    "(SELECT COUNT(*) FROM participation p WHERE p.campaign = c.id AND p.replaced_at IS NULL"
    " AND p.deleted_at IS NULL AND NOT p.trial)"
)
RECEIVED = (
    "(SELECT COUNT(DISTINCT p.learner) FROM participation p WHERE p.campaign = c.id"
    " AND p.shared_at IS NOT NULL AND p.deleted_at IS NULL AND NOT p.trial)"
)
COLUMNS: Mapping[str, str] = {
    "name": "c.search_name",
    "code": "c.code",
    "owner": "u.search_name",
    "created": "c.created_at",
    "participants": "participants",
    "received": "received",
}
"""Columns one may sort by -> what SQL orders by."""
LARGEST_ID = 2**31 - 1
MOST_CHOSEN = 100


@dataclass(frozen=True)
class Wanted:
    """What the list is asked for. `sort`: a key of COLUMNS, with `-` before it for the reverse."""

    name: str
    owner: str
    mine: bool
    archived: bool
    sort: str

    @property
    def filters(self) -> bool:
        """Whether something besides the state narrows the list."""
        return bool(self.name or self.owner or self.mine)

    @property
    def column(self) -> str:
        return self.sort.removeprefix("-")

    @property
    def descending(self) -> bool:
        return self.sort.startswith("-")


@dataclass(frozen=True)
class CampaignLine:
    """One campaign of the list."""

    id: int
    name: str
    code: str
    kind: str
    target_name: str
    owner_name: str
    created_at: datetime
    participants: int
    received: int
    may_delete: bool


@dataclass(frozen=True)
class CampaignList:
    """One page of the list. `active` and `archived` count what the other filters leave; `anything`: of any kind."""

    lines: Sequence[CampaignLine]
    slice: Slice
    active: int
    archived: int
    anything: bool


def wanted(query: Form) -> Wanted:
    """What the address asks for; nonsense is the default."""
    sort = query.text("sort")
    return Wanted(
        name=query.text("name")[:255],
        owner=query.text("owner")[:255],
        mine=query.flag("mine"),
        archived=query.text("status") == "archived",
        sort=sort if sort.removeprefix("-") in COLUMNS else "name",
    )


async def campaign_list(member: Member, asked: Wanted, query: Form) -> CampaignList:
    """The campaigns of an organisation, in two queries, or three to find an owner."""
    owners = await _owners(member, asked.owner) if asked.owner else None
    where, values = _conditions(member, asked, owners)
    counts = await Campaign.raw(
        "SELECT COUNT(*) AS every, SUM(CASE WHEN matches = 1 AND archived = 0 THEN 1 ELSE 0 END) AS active,"
        " SUM(CASE WHEN matches = 1 AND archived = 1 THEN 1 ELSE 0 END) AS archived"
        f" FROM (SELECT CASE WHEN {where} THEN 1 ELSE 0 END AS matches,"
        " CASE WHEN c.archived_at IS NULL THEN 0 ELSE 1 END AS archived"
        " FROM campaign c JOIN pix_user u ON u.id = c.owner"
        " WHERE c.organisation = {} AND c.deleted_at IS NULL) AS found",
        *values,
        member.organisation,
    )
    active, archived = counts[0]["active"] or 0, counts[0]["archived"] or 0
    shown = slice_of(query, archived if asked.archived else active)
    rows = await Campaign.raw(
        "SELECT c.id, c.name, c.code, c.kind, c.target_name, c.owner, c.created_at, u.first_name, u.last_name,"
        f" {PARTICIPANTS} AS participants, {RECEIVED} AS received"
        " FROM campaign c JOIN pix_user u ON u.id = c.owner"
        " WHERE c.organisation = {} AND c.deleted_at IS NULL"
        f" AND c.archived_at IS {'NOT NULL' if asked.archived else 'NULL'} AND {where}"
        f" ORDER BY {_order(asked)} LIMIT {shown.size} OFFSET {shown.offset}",
        member.organisation,
        *values,
    )
    return CampaignList([_line(row, member) for row in rows], shown, active, archived, bool(counts[0]["every"]))


async def chosen_campaigns(member: Member, form: Form) -> list[CampaignLine]:
    """The campaigns ticked in the list, by name; those deleted meanwhile are left out.

    Raises NotFound for one of another organisation, NotYourCampaign for one that this member may not delete.
    """
    ids = sorted({number_of(Form({"id": [one]}), "id") for one in form.all("campaign")})[:MOST_CHOSEN]
    if not ids:
        return []
    if ids[0] < 1 or ids[-1] > LARGEST_ID:
        raise NotFound
    rows = await Campaign.raw(
        "SELECT c.id, c.name, c.code, c.kind, c.target_name, c.owner, c.created_at, c.deleted_at,"
        f" u.first_name, u.last_name, {PARTICIPANTS} AS participants, {RECEIVED} AS received"
        " FROM campaign c JOIN pix_user u ON u.id = c.owner"
        f" WHERE c.organisation = {{}} AND c.id IN ({', '.join(['{}'] * len(ids))}) ORDER BY c.search_name, c.id",
        member.organisation,
        *ids,
    )
    if len(rows) != len(ids):
        raise NotFound
    lines = [_line(row, member) for row in rows if row["deleted_at"] is None]
    if not all(one.may_delete for one in lines):
        raise NotYourCampaign
    return lines


async def _owners(member: Member, words: str) -> list[int]:
    """Whose name holds these words, among those who own a campaign; names alone, never addresses."""
    rows = await Campaign.raw(
        "SELECT DISTINCT u.id, u.first_name, u.last_name FROM campaign c JOIN pix_user u ON u.id = c.owner"
        " WHERE c.organisation = {}",
        member.organisation,
    )
    looked_for = _plain(words)
    return [row["id"] for row in rows if looked_for in _plain(f"{row['first_name']} {row['last_name']}")]


def _conditions(member: Member, asked: Wanted, owners: Sequence[int] | None) -> tuple[str, list[Any]]:
    conditions: list[str] = ["1 = 1"]
    values: list[Any] = []
    if asked.name:
        conditions.append("c.search_name LIKE {} ESCAPE '!'")
        values.append(_containing(asked.name))
    if owners is not None:
        conditions.append(f"c.owner IN ({', '.join(['{}'] * len(owners))})" if owners else "1 = 0")
        values.extend(owners)
    if asked.mine:
        conditions.append("c.owner = {}")
        values.append(member.user)
    return " AND ".join(conditions), values


def _containing(words: str) -> str:
    """A pattern that finds `words` anywhere, case and accents aside."""
    plain = _plain(words)
    for sign in "!%_":
        plain = plain.replace(sign, "!" + sign)
    return f"%{plain}%"


def _plain(words: str) -> str:
    return " ".join(unaccented(words).split())


def _order(asked: Wanted) -> str:
    way = "DESC" if asked.descending else "ASC"
    return f"{COLUMNS[asked.column]} {way}, c.search_name, c.id"


def _line(row: Mapping[str, Any], member: Member) -> CampaignLine:
    return CampaignLine(
        id=row["id"],
        name=row["name"],
        code=row["code"],
        kind=row["kind"],
        target_name=row["target_name"],
        owner_name=f"{row['first_name']} {row['last_name']}",
        created_at=row["created_at"],
        participants=row["participants"],
        received=row["received"],
        may_delete=member.is_administrator or member.user == row["owner"],
    )
