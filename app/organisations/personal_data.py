"""What organisations keep about someone: where she works, where she learns, what was sent to her address."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import audit, personal_data
from app.accounts.own_data import ANONYMOUS_FIRST_NAME, ANONYMOUS_LAST_NAME
from app.accounts.personal_data import Row
from app.accounts.tables import SpaceTerms, User
from app.lib.msgids import N_
from app.organisations.learners.tables import Learner
from app.organisations.members import member_of
from app.organisations.requests.tables import SpaceRequest
from app.organisations.tables import Membership
from app.organisations.team.refusals import StillMember
from app.organisations.team.tables import Invitation


async def _export_memberships(user: int) -> Sequence[Row]:
    rows: list[Row] = await Membership.raw(
        "SELECT o.name AS organisation, m.role, m.created_at, m.disabled_at FROM membership m"
        ' JOIN organisation o ON o.id = m.organisation WHERE m."user" = {} ORDER BY m.id',
        user,
    )
    return rows


async def _erase_memberships(user: int) -> None:
    """Raises StillMember: a team must know who leaves it, and must not lose its last administrator unawares."""
    if await member_of(user) is not None:
        raise StillMember
    await Membership.delete().where(Membership.user == user)


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


async def _export_invitations(user: int) -> Sequence[Row]:
    rows: list[Row] = await Invitation.raw(
        "SELECT o.name AS organisation, i.email, i.role, i.created_at, i.sent_at, i.accepted_at, i.cancelled_at"
        " FROM invitation i JOIN organisation o ON o.id = i.organisation"
        " WHERE i.accepted_by = {} OR i.email = {} ORDER BY i.id",
        user,
        await _address(user),
    )
    return rows


async def _erase_invitations(user: int) -> None:
    """Also those she accepted from another address: it is hers all the same."""
    whose = (Invitation.accepted_by == user) | (Invitation.email == await _address(user))
    gone = await Invitation.delete().where(whose).returning(Invitation.id)
    await audit.forget("invitation", [row["id"] for row in gone], "email")


async def _export_requests(user: int) -> Sequence[Row]:
    columns = (
        SpaceRequest.organisation_name,
        SpaceRequest.external_id,
        SpaceRequest.province,
        SpaceRequest.first_name,
        SpaceRequest.last_name,
        SpaceRequest.email,
        SpaceRequest.job,
        SpaceRequest.message,
        SpaceRequest.created_at,
        SpaceRequest.decided_at,
    )
    rows: Sequence[Row] = (
        await SpaceRequest.select(*columns).where(SpaceRequest.email == await _address(user)).order_by(SpaceRequest.id)
    )
    return rows


async def _erase_requests(user: int) -> None:
    """One that waits goes; of one that was decided, the establishment stays."""
    whose = SpaceRequest.email == await _address(user)
    await SpaceRequest.delete().where(whose & SpaceRequest.decided_at.is_null())
    await SpaceRequest.update(
        {
            SpaceRequest.first_name: ANONYMOUS_FIRST_NAME,
            SpaceRequest.last_name: ANONYMOUS_LAST_NAME,
            SpaceRequest.email: "",
            SpaceRequest.job: "",
            SpaceRequest.message: "",
        }
    ).where(whose)


async def _address(user: int) -> str:
    """Her confirmed address in its normal form; for anyone else, one that nobody has.

    Unconfirmed, it may be somebody else's: what was sent there is not hers to read or to erase.
    """
    rows = await User.select(User.email_normalised).where((User.id == user) & User.email_confirmed_at.is_not_null())
    return str(rows[0]["email_normalised"] or "@") if rows else "@"


_ORGANISATION = N_("Organisation")
_ROLE = N_("Rôle")

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
personal_data.register(
    "memberships",
    _export_memberships,
    _erase_memberships,
    title=N_("Vos équipes sur Pix Orga"),
    labels={
        "organisation": _ORGANISATION,
        "role": _ROLE,
        "created_at": N_("Depuis le"),
        "disabled_at": N_("Quittée le"),
    },
)
personal_data.register(
    "space_terms",
    _export_terms,
    _erase_terms,
    title=N_("Conditions acceptées dans les espaces professionnels"),
    labels={"space": N_("Espace"), "version": N_("Texte du"), "accepted_at": N_("Acceptées le")},
)
personal_data.register(
    "invitations",
    _export_invitations,
    _erase_invitations,
    title=N_("Invitations reçues"),
    labels={
        "organisation": _ORGANISATION,
        "email": N_("Adresse e-mail"),
        "role": _ROLE,
        "created_at": N_("Invitation du"),
        "sent_at": N_("Envoyée le"),
        "accepted_at": N_("Acceptée le"),
        "cancelled_at": N_("Annulée le"),
    },
)
personal_data.register(
    "space_requests",
    _export_requests,
    _erase_requests,
    title=N_("Demandes d'espace Pix Orga"),
    labels={
        "organisation_name": N_("Établissement"),
        "external_id": N_("UAI ou SIRET"),
        "province": N_("Département"),
        "first_name": N_("Prénom"),
        "last_name": N_("Nom"),
        "email": N_("Adresse e-mail"),
        "job": N_("Fonction"),
        "message": N_("Message"),
        "created_at": N_("Envoyée le"),
        "decided_at": N_("Traitée le"),
    },
)
