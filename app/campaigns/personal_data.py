"""What the campaigns keep about someone who took part."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import personal_data
from app.accounts.personal_data import Row
from app.campaigns.tables import Participation
from app.lib.msgids import N_


async def _export(user: int) -> Sequence[Row]:
    rows: list[Row] = await Participation.raw(
        "SELECT c.code, c.title, o.name AS organisation, p.attempt, p.external_id, p.started_at, p.shared_at,"
        " p.validated, p.pix, p.certifiable FROM participation p JOIN campaign c ON c.id = p.campaign"
        ' JOIN organisation o ON o.id = c.organisation WHERE p."user" = {} ORDER BY p.id',
        user,
    )
    return rows


async def _erase(user: int) -> None:
    """The organisation keeps the figures of somebody who took part, and nothing that says who."""
    await Participation.update({Participation.external_id: "", Participation.user: None}).where(
        Participation.user == user
    )


personal_data.register(
    "campaigns",
    _export,
    _erase,
    title=N_("Vos parcours"),
    labels={
        "code": N_("Code parcours"),
        "title": N_("Titre"),
        "organisation": N_("Organisation"),
        "attempt": N_("Tentative"),
        "external_id": N_("Identifiant demandé"),
        "started_at": N_("Commencé le"),
        "shared_at": N_("Envoyé le"),
        "validated": N_("Acquis validés"),
        "pix": N_("Pix"),
        "certifiable": N_("Certifiable"),
    },
)
