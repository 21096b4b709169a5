"""The message to who ordered certifications. It names no candidate: the page behind the link does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.certification.recipients.links import path_of
from app.certification.recipients.queries import Recipient
from app.lib.msgids import N_
from app.organisations.emails import link, write
from app.web.formats import date_filter


def post_results(recipients: Sequence[Recipient], at: datetime) -> None:
    """One message for each, with her own link."""
    for one in recipients:
        _post(one, at)


def _post(recipient: Recipient, at: datetime) -> None:
    write(
        recipient.email,
        recipient.language,
        N_("Résultats de la session de certification n° %(session)s"),
        N_(
            "Bonjour,\n\nLes résultats de la session de certification n° %(session)s, passée le %(day)s au centre "
            "« %(centre)s », sont publiés. Votre adresse a été indiquée au centre comme destinataire des résultats "
            "d'un ou de plusieurs candidats.\n\n"
            "Pour les télécharger, ouvrez ce lien, valable 30 jours :\n\n%(link)s\n\n"
            "Il ouvre les résultats de vos candidats sans demander de compte : ne le donnez qu'à qui doit les lire. "
            "Si vous n'attendiez aucun résultat, ignorez ce message ou prévenez le centre."
        ),
        session=str(recipient.session),
        day=date_filter(recipient.language)(recipient.taken_at),
        centre=recipient.centre,
        link=link(path_of(recipient.session, recipient.email, at)),
    )
