"""What organisations keep about someone: where she works, where she learns, what was sent to her address."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import personal_data
from app.accounts.own_data import ANONYMOUS_FIRST_NAME, ANONYMOUS_LAST_NAME
from app.accounts.personal_data import Row
from app.accounts.tables import SpaceTerms
from app.lib.msgids import N_
from app.organisations.learners.tables import Learner
from app.organisations.orga import ORGA
from app.organisations.requests.personal_data import register_requests
from app.organisations.team.personal_data import register_invitations, register_memberships
from app.organisations.team.refusals import StillMember


async def _export_terms(user: int) -> Sequence[Row]:
    rows: Sequence[Row] = (
        await SpaceTerms.select(SpaceTerms.space, SpaceTerms.version, SpaceTerms.accepted_at)
        .where(SpaceTerms.user == user)
        .order_by(SpaceTerms.id)
    )
    return rows


async def _erase_terms(user: int) -> None:
    await SpaceTerms.delete().where(SpaceTerms.user == user)


async def _export_learners(user: int) -> Sequence[Row]:
    rows: list[Row] = await Learner.raw(
        "SELECT o.name AS organisation, l.first_name, l.last_name, l.group_name, l.created_at FROM learner l"
        ' JOIN organisation o ON o.id = l.organisation WHERE l."user" = {} ORDER BY l.id',
        user,
    )
    return rows


async def _erase_learners(user: int) -> None:
    """The organisation keeps the figures of somebody, and no longer who it was."""
    await Learner.update(
        {
            Learner.first_name: ANONYMOUS_FIRST_NAME,
            Learner.last_name: ANONYMOUS_LAST_NAME,
            Learner.search_name: "",
            Learner.user: None,
        }
    ).where(Learner.user == user)


_ORGANISATION = N_("Organisation")

personal_data.register(
    "learners",
    _export_learners,
    _erase_learners,
    title=N_("Ce que les organisateurs de vos parcours savent de vous"),
    labels={
        "organisation": _ORGANISATION,
        "first_name": N_("Prénom"),
        "last_name": N_("Nom"),
        "group_name": N_("Classe ou groupe"),
        "created_at": N_("Depuis le"),
    },
)
register_memberships(ORGA, title=N_("Vos équipes sur Pix Orga"), workplace=_ORGANISATION, still_there=StillMember)
personal_data.register(
    "space_terms",
    _export_terms,
    _erase_terms,
    title=N_("Conditions acceptées dans les espaces professionnels"),
    labels={"space": N_("Espace"), "version": N_("Texte du"), "accepted_at": N_("Acceptées le")},
)
register_invitations(ORGA, title=N_("Invitations reçues"), workplace=_ORGANISATION)
register_requests(ORGA, title=N_("Demandes d'espace Pix Orga"))
