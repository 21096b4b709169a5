"""What mass imports keep about who sends them. Whom they name is kept two hours, then forgotten: see `imports.KEPT`."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import personal_data
from app.accounts.personal_data import Row
from app.certification.tables import SessionImport
from app.lib.msgids import N_


async def _export(user: int) -> Sequence[Row]:
    rows: list[Row] = await SessionImport.raw(
        "SELECT c.name AS centre, i.created_at, i.confirmed_at FROM session_import i"
        ' JOIN certification_centre c ON c.id = i.centre WHERE i."user" = {} ORDER BY i.id',
        user,
    )
    return rows


async def _erase(user: int) -> None:
    await SessionImport.delete().where(SessionImport.user == user)


personal_data.register(
    "session_imports",
    _export,
    _erase,
    title=N_("Vos imports de sessions de certification"),
    labels={
        "centre": N_("Centre de certification"),
        "created_at": N_("Envoyé le"),
        "confirmed_at": N_("Confirmé le"),
    },
)
