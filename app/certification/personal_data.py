"""What the certification keeps about someone: where she works, where she is a candidate, what was sent to her."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import personal_data
from app.accounts.own_data import ANONYMOUS_FIRST_NAME, ANONYMOUS_LAST_NAME
from app.accounts.personal_data import Row
from app.certification.certif import CERTIF
from app.certification.certificates.sharing import forget_keys
from app.certification.results.forgetting import forget_words_about
from app.certification.tables import Candidate
from app.certification.team.refusals import StillInCentre
from app.lib.msgids import N_
from app.organisations.requests.personal_data import register_requests
from app.organisations.team.personal_data import register_invitations, register_memberships


async def _export_candidates(user: int) -> Sequence[Row]:
    rows: list[Row] = await Candidate.raw(
        "SELECT c.name AS centre, s.starts_at, k.first_name, k.last_name, k.sex, k.birthdate, k.birth_country,"
        " k.birth_city, k.birth_code, k.email, k.results_email, k.external_id, k.extra_time, k.adjusted, k.joined_at"
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
            Candidate.profile: None,
            Candidate.learner: None,
            Candidate.user: None,
        }
    ).where(Candidate.user == user)


_CENTRE = N_("Centre de certification")

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
        "results_email": N_("E-mail du destinataire des résultats"),
        "external_id": N_("Identifiant"),
        "extra_time": N_("Temps majoré, en pour cent"),
        "adjusted": N_("Test aménagé : seulement des questions accessibles"),
        "joined_at": N_("Rejointe le"),
    },
)
register_memberships(CERTIF, title=N_("Vos équipes sur Pix Certif"), workplace=_CENTRE, still_there=StillInCentre)
register_invitations(CERTIF, title=N_("Invitations reçues de centres de certification"), workplace=_CENTRE)
register_requests(CERTIF, title=N_("Demandes de centre de certification"))
