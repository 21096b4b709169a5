"""Someone at work in an organisation: what every page of Pix Orga begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.organisations.tables import Membership
from app.persistence.transactions import write_transaction


@dataclass(frozen=True)
class Workplace:
    """An organisation someone may choose in the header."""

    id: int
    name: str
    current: bool


@dataclass(frozen=True)
class Member:
    """A member in the organisation she is working for now, and the others she may switch to."""

    user: int
    organisation: int
    organisation_name: str
    kind: str
    """SCO, SUP or PRO."""
    is_administrator: bool
    manages_learners: bool
    uses_credits: bool
    shows_skills: bool
    is_group: bool
    """Other organisations belong to it: an academy."""
    workplaces: tuple[Workplace, ...]


async def member_of(user: int, organisation: int | None = None) -> Member | None:
    """Where someone works now: the organisation chosen last, else the first by name. None for nobody's member.

    `organisation`: there and nowhere else, whatever was chosen; None for who is not of its team.
    """
    rows = await Membership.raw(
        "SELECT o.id, o.name, o.kind, o.manages_learners, o.uses_credits, o.shows_skills, m.role, m.used_at,"
        " EXISTS (SELECT 1 FROM organisation child WHERE child.parent = o.id) AS is_group"
        " FROM membership m JOIN organisation o ON o.id = m.organisation"
        ' WHERE m."user" = {} AND m.disabled_at IS NULL AND o.archived_at IS NULL'
        " ORDER BY o.search_name, o.id",
        user,
    )
    if not rows:
        return None
    chosen = _chosen(rows) if organisation is None else next((row for row in rows if row["id"] == organisation), None)
    if chosen is None:
        return None
    return Member(
        user=user,
        organisation=chosen["id"],
        organisation_name=chosen["name"],
        kind=chosen["kind"],
        is_administrator=chosen["role"] == "administrator",
        manages_learners=bool(chosen["manages_learners"]),
        uses_credits=bool(chosen["uses_credits"]),
        shows_skills=bool(chosen["shows_skills"]),
        is_group=bool(chosen["is_group"]),
        workplaces=tuple(Workplace(row["id"], row["name"], row["id"] == chosen["id"]) for row in rows),
    )


async def choose(user: int, organisation: int, now: datetime) -> bool:
    """Work for that organisation from now on; False when this person is not of its team."""
    async with write_transaction():
        rows = (
            await Membership.update({Membership.used_at: now})
            .where(
                (Membership.user == user) & (Membership.organisation == organisation) & Membership.disabled_at.is_null()
            )
            .returning(Membership.id)
        )
    return bool(rows)


def _chosen(rows: list[dict[str, Any]]) -> dict[str, Any]:
    used = [row for row in rows if row["used_at"] is not None]
    return max(used, key=lambda row: row["used_at"]) if used else rows[0]
