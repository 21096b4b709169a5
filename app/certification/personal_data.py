"""What the certification keeps about someone: where she works, where she is a candidate, what was sent to her."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import audit, personal_data
from app.accounts.own_data import ANONYMOUS_FIRST_NAME, ANONYMOUS_LAST_NAME
from app.accounts.personal_data import Row
from app.accounts.tables import User
from app.certification.certificates.sharing import forget_keys
from app.certification.members import member_of
from app.certification.results.forgetting import forget_words_about
from app.certification.tables import Candidate, CentreInvitation, CentreMembership, CentreRequest
from app.certification.team.refusals import StillInCentre
from app.lib.msgids import N_


async def _export_memberships(user: int) -> Sequence[Row]:
    rows: list[Row] = await CentreMembership.raw(
        "SELECT c.name AS centre, m.role, m.created_at, m.disabled_at FROM centre_membership m"
        ' JOIN certification_centre c ON c.id = m.centre WHERE m."user" = {} ORDER BY m.id',
        user,
    )
    return rows


async def _erase_memberships(user: int) -> None:
    """Raises StillInCentre: a team must know who leaves it, and must not lose its last administrator unawares."""
    if await member_of(user) is not None:
        raise StillInCentre
    await CentreMembership.delete().where(CentreMembership.user == user)


async def _export_candidates(user: int) -> Sequence[Row]:
    rows: list[Row] = await Candidate.raw(
        "SELECT c.name AS centre, s.starts_at, k.first_name, k.last_name, k.sex, k.birthdate, k.birth_country,"
        " k.birth_city, k.birth_code, k.email, k.external_id, k.extra_time, k.joined_at"
        " FROM candidate k JOIN certification_session s ON s.id = k.session"
        ' JOIN certification_centre c ON c.id = s.centre WHERE k."user" = {} ORDER BY k.id',
        user,
    )
    return rows


async def _erase_candidates(user: int) -> None:
    """The centre keeps that somebody sat there, and no longer who it was, nor what was written about her."""
    await forget_words_about(user)
    await forget_keys(*await Candidate.select(Candidate.id).where(Candidate.user == user).output(as_list=True))
    await Candidate.update(
        {
            Candidate.first_name: ANONYMOUS_FIRST_NAME,
            Candidate.last_name: ANONYMOUS_LAST_NAME,
            Candidate.match_name: "",
            Candidate.sex: "",
            Candidate.birthdate: None,
            Candidate.birth_country: "",
            Candidate.birth_city: "",
            Candidate.birth_code: "",
            Candidate.email: "",
            Candidate.results_email: "",
            Candidate.external_id: "",
            Candidate.prepayment_code: "",
            Candidate.extra_time: 0,
            Candidate.adjusted: False,
            Candidate.learner: None,
            Candidate.user: None,
        }
    ).where(Candidate.user == user)


async def _export_invitations(user: int) -> Sequence[Row]:
    rows: list[Row] = await CentreInvitation.raw(
        "SELECT c.name AS centre, i.email, i.role, i.created_at, i.sent_at, i.accepted_at, i.cancelled_at"
        " FROM centre_invitation i JOIN certification_centre c ON c.id = i.centre"
        " WHERE i.accepted_by = {} OR i.email = {} ORDER BY i.id",
        user,
        await _address(user),
    )
    return rows


async def _erase_invitations(user: int) -> None:
    """Also those she accepted from another address: it is hers all the same."""
    whose = (CentreInvitation.accepted_by == user) | (CentreInvitation.email == await _address(user))
    gone = await CentreInvitation.delete().where(whose).returning(CentreInvitation.id)
    await audit.forget("centre_invitation", [row["id"] for row in gone], "email")


async def _export_requests(user: int) -> Sequence[Row]:
    columns = (
        CentreRequest.centre_name,
        CentreRequest.external_id,
        CentreRequest.first_name,
        CentreRequest.last_name,
        CentreRequest.email,
        CentreRequest.job,
        CentreRequest.message,
        CentreRequest.created_at,
        CentreRequest.decided_at,
    )
    whose = CentreRequest.email == await _address(user)
    rows: Sequence[Row] = await CentreRequest.select(*columns).where(whose).order_by(CentreRequest.id)
    return rows


async def _erase_requests(user: int) -> None:
    """One that waits goes; of one that was decided, the establishment stays."""
    whose = CentreRequest.email == await _address(user)
    await CentreRequest.delete().where(whose & CentreRequest.decided_at.is_null())
    await CentreRequest.update(
        {
            CentreRequest.first_name: ANONYMOUS_FIRST_NAME,
            CentreRequest.last_name: ANONYMOUS_LAST_NAME,
            CentreRequest.email: "",
            CentreRequest.job: "",
            CentreRequest.message: "",
        }
    ).where(whose)


async def _address(user: int) -> str:
    """Her confirmed address in its normal form; for anyone else, one that nobody has."""
    rows = await User.select(User.email_normalised).where((User.id == user) & User.email_confirmed_at.is_not_null())
    return str(rows[0]["email_normalised"] or "@") if rows else "@"


_CENTRE = N_("Centre de certification")
_ROLE = N_("Rôle")

personal_data.register(
    "certification_candidates",
    _export_candidates,
    _erase_candidates,
    title=N_("Vos inscriptions à une certification"),
    labels={
        "centre": _CENTRE,
        "starts_at": N_("Session du"),
        "first_name": N_("Prénom"),
        "last_name": N_("Nom de naissance"),
        "sex": N_("Sexe"),
        "birthdate": N_("Date de naissance"),
        "birth_country": N_("Pays de naissance"),
        "birth_city": N_("Ville de naissance"),
        "birth_code": N_("Code Insee ou postal"),
        "email": N_("Adresse e-mail"),
        "external_id": N_("Identifiant"),
        "extra_time": N_("Temps majoré, en pour cent"),
        "joined_at": N_("Rejointe le"),
    },
)
personal_data.register(
    "centre_memberships",
    _export_memberships,
    _erase_memberships,
    title=N_("Vos équipes sur Pix Certif"),
    labels={
        "centre": _CENTRE,
        "role": _ROLE,
        "created_at": N_("Depuis le"),
        "disabled_at": N_("Quittée le"),
    },
)
personal_data.register(
    "centre_invitations",
    _export_invitations,
    _erase_invitations,
    title=N_("Invitations reçues de centres de certification"),
    labels={
        "centre": _CENTRE,
        "email": N_("Adresse e-mail"),
        "role": _ROLE,
        "created_at": N_("Invitation du"),
        "sent_at": N_("Envoyée le"),
        "accepted_at": N_("Acceptée le"),
        "cancelled_at": N_("Annulée le"),
    },
)
personal_data.register(
    "centre_requests",
    _export_requests,
    _erase_requests,
    title=N_("Demandes de centre de certification"),
    labels={
        "centre_name": N_("Établissement"),
        "external_id": N_("UAI ou SIRET"),
        "first_name": N_("Prénom"),
        "last_name": N_("Nom"),
        "email": N_("Adresse e-mail"),
        "job": N_("Fonction"),
        "message": N_("Message"),
        "created_at": N_("Envoyée le"),
        "decided_at": N_("Traitée le"),
    },
)
