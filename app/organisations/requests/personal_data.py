"""What the requests of a space keep about who asked."""

from __future__ import annotations

from collections.abc import Sequence

from piccolo.columns import Column

from app.accounts import personal_data
from app.accounts.own_data import ANONYMOUS_FIRST_NAME, ANONYMOUS_LAST_NAME
from app.accounts.personal_data import Row
from app.lib.msgids import N_
from app.organisations.spaces import Space
from app.organisations.team.personal_data import her_address

_LABELS = {
    "external_id": N_("UAI ou SIRET"),
    "province": N_("Département"),
    "first_name": N_("Prénom"),
    "last_name": N_("Nom"),
    "email": N_("Adresse e-mail"),
    "job": N_("Fonction"),
    "message": N_("Message"),
    "created_at": N_("Envoyée le"),
    "decided_at": N_("Traitée le"),
}


def register_requests(space: Space, *, title: str) -> None:
    """Erasing removes one that waits; of one that was decided, the establishment stays."""
    table, labels = space.requests, {space.named: N_("Établissement"), **_LABELS}

    async def export(user: int) -> Sequence[Row]:
        known: dict[str, Column] = {column._meta.name: column for column in table._meta.columns}
        columns = [known[name] for name in labels if name in known]
        whose = table.email == await her_address(user)
        rows: Sequence[Row] = await table.select(*columns).where(whose).order_by(table.id)
        return rows

    async def erase(user: int) -> None:
        whose = table.email == await her_address(user)
        await table.delete().where(whose & table.decided_at.is_null())
        await table.update(
            {
                table.first_name: ANONYMOUS_FIRST_NAME,
                table.last_name: ANONYMOUS_LAST_NAME,
                table.email: "",
                table.job: "",
                table.message: "",
            }
        ).where(whose)

    personal_data.register(f"{table._meta.tablename}s", export, erase, title=title, labels=labels)
