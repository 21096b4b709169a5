"""What the teams of a space keep about someone: where she works, the invitations she received."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import audit, personal_data
from app.accounts.people import confirmed_address
from app.accounts.personal_data import Row
from app.lib.msgids import N_
from app.lib.refusals import Refusal
from app.organisations.spaces import Space
from app.organisations.team.memberships import workplaces_of

_ROLE = N_("Rôle")


def register_memberships(space: Space, *, title: str, workplace: str, still_there: type[Refusal]) -> None:
    """Erasing raises `still_there` for who works somewhere: a team must know who leaves it, and must not lose its
    last administrator unawares."""
    members, workplaces = space.memberships, space.workplaces

    async def export(user: int) -> Sequence[Row]:
        rows: list[Row] = await members.raw(
            f"SELECT w.name AS {space.noun}, m.role, m.created_at, m.disabled_at FROM {members._meta.tablename} m"
            f' JOIN {workplaces._meta.tablename} w ON w.id = m.{space.noun} WHERE m."user" = {{}} ORDER BY m.id',
            user,
        )
        return rows

    async def erase(user: int) -> None:
        if await workplaces_of(space, user):
            raise still_there
        await members.delete().where(members.user == user)

    labels = {space.noun: workplace, "role": _ROLE, "created_at": N_("Depuis le"), "disabled_at": N_("Quittée le")}
    personal_data.register(f"{members._meta.tablename}s", export, erase, title=title, labels=labels)


def register_invitations(space: Space, *, title: str, workplace: str) -> None:
    """Those to her address, and those she accepted from another: it is hers all the same."""
    table, workplaces = space.invitations, space.workplaces

    async def export(user: int) -> Sequence[Row]:
        rows: list[Row] = await table.raw(
            f"SELECT w.name AS {space.noun}, i.email, i.role, i.created_at, i.sent_at, i.accepted_at, i.cancelled_at"
            f" FROM {table._meta.tablename} i JOIN {workplaces._meta.tablename} w ON w.id = i.{space.noun}"
            " WHERE i.accepted_by = {} OR i.email = {} ORDER BY i.id",
            user,
            await her_address(user),
        )
        return rows

    async def erase(user: int) -> None:
        whose = (table.accepted_by == user) | (table.email == await her_address(user))
        gone = await table.delete().where(whose).returning(table.id)
        await audit.forget(table._meta.tablename, [row["id"] for row in gone], "email")

    personal_data.register(
        f"{table._meta.tablename}s",
        export,
        erase,
        title=title,
        labels={
            space.noun: workplace,
            "email": N_("Adresse e-mail"),
            "role": _ROLE,
            "created_at": N_("Invitation du"),
            "sent_at": N_("Envoyée le"),
            "accepted_at": N_("Acceptée le"),
            "cancelled_at": N_("Annulée le"),
        },
    )


async def her_address(user: int) -> str:
    """The one she has confirmed; for anyone else, one that nobody has."""
    return await confirmed_address(user) or "@"
