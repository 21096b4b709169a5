"""Someone at work in a certification centre: what every page of Pix Certif begins with."""

from __future__ import annotations

from dataclasses import dataclass

from app.certification.tables import CentreMembership
from app.organisations.members import AtWork, Workplace, workplace_among


@dataclass(frozen=True)
class CentreMember(AtWork):
    """A member in the centre she is working for now."""

    centre: int
    centre_name: str
    kind: str
    """SCO, SUP or PRO."""
    organisation: int | None
    """The Orga space whose pupils the centre may enrol."""

    @property
    def is_school(self) -> bool:
        """Schools pay nothing, and call their pupils by their division."""
        return self.kind == "SCO"


async def member_of(user: int, centre: int | None = None) -> CentreMember | None:
    """Where someone works now: the centre chosen last, else the first by name. None for nobody's member.

    `centre`: there and nowhere else, whatever was chosen; None for who is not of its team.
    """
    rows = await CentreMembership.raw(
        "SELECT c.id, c.name, c.kind, c.organisation, m.role, m.used_at"
        " FROM centre_membership m JOIN certification_centre c ON c.id = m.centre"
        ' WHERE m."user" = {} AND m.disabled_at IS NULL AND c.archived_at IS NULL'
        " ORDER BY c.search_name, c.id",
        user,
    )
    chosen = workplace_among(rows, centre)
    if chosen is None:
        return None
    return CentreMember(
        user=user,
        centre=chosen["id"],
        centre_name=chosen["name"],
        kind=chosen["kind"],
        organisation=chosen["organisation"],
        is_administrator=chosen["role"] == "administrator",
        workplaces=tuple(Workplace(row["id"], row["name"], row["id"] == chosen["id"]) for row in rows),
    )
