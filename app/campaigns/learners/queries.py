"""Reads for the pages of an organisation's learners: as many queries for ten as for ten thousand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts.identity import unaccented
from app.campaigns.followup.queries import SENDINGS, STATE, natural
from app.campaigns.learners.forms import NO_GROUP, Wanted
from app.campaigns.queries import State
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.learners.tables import Learner
from app.web.forms import Form
from app.web.listing import Slice, slice_of

THERE = "l.organisation = {} AND l.deleted_at IS NULL AND l.disabled_at IS NULL"
TAKEN = (
    "FROM participation t JOIN campaign d ON d.id = t.campaign WHERE t.learner = l.id AND t.replaced_at IS NULL"
    " AND t.deleted_at IS NULL AND NOT t.trial AND d.deleted_at IS NULL"
)
HOW_MANY = f"(SELECT COUNT(*) {TAKEN})"
LAST = f"LEFT JOIN participation p ON p.id = (SELECT MAX(t.id) {TAKEN})"
PROFILE = (
    "LEFT JOIN participation v ON v.id = (SELECT t.id FROM participation t JOIN campaign d ON d.id = t.campaign"
    " WHERE t.learner = l.id AND d.kind = 'profiles' AND d.deleted_at IS NULL AND t.shared_at IS NOT NULL"
    " AND t.deleted_at IS NULL AND NOT t.trial ORDER BY t.shared_at DESC, t.id DESC LIMIT 1)"
)
CERTIFIABLE: Mapping[str, str] = {
    "oui": "v.certifiable",
    "non": "(v.id IS NOT NULL AND NOT v.certifiable)",
    "inconnu": "v.id IS NULL",
}
COLUMNS: Mapping[str, str] = {
    "nom": "l.search_name",
    "groupe": "LOWER(l.group_name)",
    "parcours": HOW_MANY,
    "dernier": "p.started_at",
    "certifiable": "v.certifiable",
}
EMPTY: Mapping[str, str] = {"groupe": "l.group_name = ''", "dernier": "p.id IS NULL", "certifiable": "v.id IS NULL"}
"""Who has nothing in a column: last, whichever the order."""


@dataclass(frozen=True)
class LearnerLine:
    """A line of the list."""

    id: int
    first_name: str
    last_name: str
    group: str
    participations: int
    campaign: str
    """The one begun last; empty for none."""
    kind: str
    state: State
    started_at: datetime | None
    certifiable: bool | None
    """As the newest profile sent says; None without any."""
    certified_at: datetime | None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class Part:
    """A learner in one campaign: the current attempt, and what was sent last."""

    participation: int
    campaign: int
    name: str
    kind: str
    state: State
    started_at: datetime
    sent_at: datetime | None
    percent: int | None
    pix: int
    sendings: int
    archived: bool


@dataclass(frozen=True)
class LearnerFacts:
    """A learner and everything she takes part in, the newest first."""

    id: int
    first_name: str
    last_name: str
    group: str
    created_at: datetime | None
    has_account: bool
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def count(self, state: State) -> int:
        return sum(one.state == state for one in self.parts)


async def groups_of(organisation: int) -> list[str]:
    """The groups of its learners."""
    rows = await Learner.raw(
        f"SELECT DISTINCT l.group_name AS name FROM learner l WHERE {THERE} AND l.group_name <> ''", organisation
    )
    return sorted((row["name"] for row in rows), key=natural)


async def learners(organisation: int, wanted: Wanted, query: Form) -> tuple[list[LearnerLine], Slice]:
    """One page of the learners wanted, in their order."""
    where, values = _where(organisation, wanted)
    joins = f"FROM learner l {LAST} {PROFILE}"
    if wanted.sorting.key == "prenom":
        rows = await Learner.raw(
            f"SELECT l.id, l.first_name {joins} WHERE {where} ORDER BY l.search_name, l.id", *values
        )
        rows.sort(key=lambda row: unaccented(row["first_name"]), reverse=wanted.sorting.descending)
        part = slice_of(query, len(rows))
        rows = rows[part.offset : part.last]
    else:
        total = await Learner.raw(f"SELECT COUNT(*) AS total {joins} WHERE {where}", *values)
        part = slice_of(query, total[0]["total"])
        key, down = wanted.sorting.key, " DESC" if wanted.sorting.descending else ""
        order = ", ".join([*filter(None, [EMPTY.get(key)]), COLUMNS[key] + down, "l.search_name", "l.id"])
        rows = await Learner.raw(
            f"SELECT l.id {joins} WHERE {where} ORDER BY {order} LIMIT {{}} OFFSET {{}}",
            *values,
            part.size,
            part.offset,
        )
    return await _lines([row["id"] for row in rows]), part


async def names_of(organisation: int, ids: Sequence[int]) -> list[tuple[int, str, int]]:
    """(id, name, participations) of these learners, by name. Raises NotFound if one is not the organisation's."""
    rows = await Learner.raw(
        f"SELECT l.id, l.first_name, l.last_name, {HOW_MANY} AS n FROM learner l WHERE {THERE}"
        f" AND l.id IN ({_marks(ids)}) ORDER BY l.search_name, l.id",
        organisation,
        *ids,
    )
    if len(rows) < len(set(ids)):
        raise NotFound
    return [(row["id"], f"{row['first_name']} {row['last_name']}", row["n"]) for row in rows]


async def learner(organisation: int, number: int) -> LearnerFacts:
    """Raises NotFound for another organisation's as for none."""
    if not is_row_id(number):
        raise NotFound
    rows = await Learner.raw(f"SELECT l.* FROM learner l WHERE {THERE} AND l.id = {{}}", organisation, number)
    if not rows:
        raise NotFound
    row = rows[0]
    return LearnerFacts(
        id=row["id"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        group=row["group_name"],
        created_at=row["created_at"],
        has_account=row["user"] is not None,
        parts=await _parts(number),
    )


def _where(organisation: int, wanted: Wanted) -> tuple[str, list[Any]]:
    conditions = [THERE]
    values: list[Any] = [organisation]
    for word in wanted.searched:
        conditions.append("l.search_name LIKE {} ESCAPE '!'")
        values.append("%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
    if wanted.groups:
        names = ["" if one == NO_GROUP else one for one in wanted.groups]
        conditions.append(f"l.group_name IN ({_marks(names)})")
        values += names
    if wanted.certifiable:
        conditions.append("(" + " OR ".join(CERTIFIABLE[one] for one in wanted.certifiable) + ")")
    return " AND ".join(conditions), values


async def _lines(ids: Sequence[int]) -> list[LearnerLine]:
    if not ids:
        return []
    rows = await Learner.raw(
        f"SELECT l.id, l.first_name, l.last_name, l.group_name, {HOW_MANY} AS n, c.name AS campaign, {STATE} AS state,"
        " c.kind, p.started_at, v.id AS profile, v.certifiable, v.shared_at AS certified_at"
        f" FROM learner l {LAST} LEFT JOIN campaign c ON c.id = p.campaign"
        f" LEFT JOIN assessment a ON a.id = p.assessment {PROFILE} WHERE l.id IN ({_marks(ids)})",
        *ids,
    )
    found = {row["id"]: _line(row) for row in rows}
    return [found[one] for one in ids]


def _line(row: Mapping[str, Any]) -> LearnerLine:
    return LearnerLine(
        id=row["id"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        group=row["group_name"],
        participations=row["n"],
        campaign=row["campaign"] or "",
        kind=row["kind"] or "",
        state=row["state"],
        started_at=row["started_at"],
        certifiable=None if row["profile"] is None else bool(row["certifiable"]),
        certified_at=row["certified_at"],
    )


async def _parts(number: int) -> tuple[Part, ...]:
    rows = await Learner.raw(
        f"SELECT p.id, p.campaign, c.name, c.kind, c.archived_at, {STATE} AS state, p.started_at,"
        " s.shared_at AS sent_at, s.validated, LENGTH(s.outcomes) AS skills, s.pix,"
        f" (SELECT COUNT(*) {SENDINGS}) AS sendings"
        " FROM participation p JOIN campaign c ON c.id = p.campaign LEFT JOIN assessment a ON a.id = p.assessment"
        f" LEFT JOIN participation s ON s.id = (SELECT MAX(o.id) {SENDINGS})"
        " WHERE p.learner = {} AND p.replaced_at IS NULL AND p.deleted_at IS NULL AND NOT p.trial"
        " AND c.deleted_at IS NULL ORDER BY p.started_at DESC, p.id DESC",
        number,
    )
    return tuple(_part(row) for row in rows)


def _part(row: Mapping[str, Any]) -> Part:
    skills = row["skills"] or 0
    return Part(
        participation=row["id"],
        campaign=row["campaign"],
        name=row["name"],
        kind=row["kind"],
        state=row["state"],
        started_at=row["started_at"],
        sent_at=row["sent_at"],
        percent=(200 * row["validated"] + skills) // (2 * skills) if skills else None,
        pix=row["pix"] or 0,
        sendings=row["sendings"],
        archived=row["archived_at"] is not None,
    )


def _marks(values: Sequence[Any]) -> str:
    return ", ".join(["{}"] * len(values))
