"""Someone at work in an organisation: what every page of Pix Orga begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.organisations.tables import Membership


@dataclass(frozen=True)
class Workplace:
    """An organisation or a centre someone may choose in the header."""

    id: int
    name: str
    current: bool


@dataclass(frozen=True)
class AtWork:
    """Someone where she is working now, and the other places she may switch to: a member, of whatever space."""

    user: int
    is_administrator: bool
    workplaces: tuple[Workplace, ...]

    @property
    def workplace(self) -> Workplace:
        """The one of the moment."""
        return next(one for one in self.workplaces if one.current)


@dataclass(frozen=True)
class Member(AtWork):
    """A member in the organisation she is working for now."""

    organisation: int
    organisation_name: str
    kind: str
    """SCO, SUP or PRO."""
    manages_learners: bool
    uses_credits: bool
    shows_skills: bool
    is_group: bool
    """Other organisations belong to it: an academy."""


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
    chosen = workplace_among(rows, organisation)
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


def workplace_among(rows: Sequence[Mapping[str, Any]], workplace: int | None) -> Mapping[str, Any] | None:
    """The row of `workplace`; without one, the row used last, else the first."""
    if workplace is not None:
        return next((row for row in rows if row["id"] == workplace), None)
    used = [row for row in rows if row["used_at"] is not None]
    return max(used, key=lambda row: row["used_at"]) if used else next(iter(rows), None)
