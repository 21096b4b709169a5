"""What who asked for a space is told.

The acknowledgement repeats nothing of the form: anyone could make us send anything to anyone.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts.people import find_by_email
from app.lib.msgids import N_
from app.organisations.emails import link, write
from app.organisations.team.invitations import Sent
from app.web.languages import DEFAULT


def post_acknowledgement(to: str, language: str) -> None:
    write(
        to,
        language,
        N_("Votre demande d'espace Pix Orga"),
        N_(
            "Bonjour,\n\nNous avons bien reçu votre demande d'espace Pix Orga. Une personne de l'équipe la lit et vous "
            "répond à cette adresse, en général sous une semaine.\n\n"
            "En attendant, voici ce que l'on fait avec Pix Orga :\n\n%(link)s\n\n"
            "Si vous n'avez rien demandé, ignorez ce message."
        ),
        link=link("/aide"),
    )


async def post_opened(invitations: Sequence[Sent], organisation_name: str) -> None:
    """The space exists, and this is the way in."""
    for one in invitations:
        write(
            one.email,
            await _language(one.email),
            N_("Votre espace Pix Orga est ouvert"),
            N_(
                "Bonjour,\n\nVotre demande est acceptée : l'espace Pix Orga de « %(organisation)s » est ouvert, et "
                "vous en êtes le premier administrateur.\n\n"
                "Pour y entrer, ouvrez ce lien puis connectez-vous avec votre compte Pix, ou créez-en un :\n\n"
                "%(link)s\n\n"
                "Vous pourrez ensuite inviter vos collègues et créer votre première campagne."
            ),
            organisation=organisation_name,
            link=link(one.path),
        )


async def post_declined(to: str, reason: str) -> None:
    """`reason` is written by the service's staff; empty for none."""
    language = await _language(to)
    if reason:
        text = N_(
            "Bonjour,\n\nNous avons lu votre demande d'espace Pix Orga avec attention et nous ne pouvons pas "
            "l'accepter aujourd'hui :\n\n%(reason)s\n\n"
            "Vous pouvez envoyer une nouvelle demande quand vous le souhaitez :\n\n%(link)s"
        )
    else:
        text = N_(
            "Bonjour,\n\nNous avons lu votre demande d'espace Pix Orga avec attention et nous ne pouvons pas "
            "l'accepter aujourd'hui.\n\n"
            "Vous pouvez envoyer une nouvelle demande quand vous le souhaitez :\n\n%(link)s"
        )
    write(to, language, N_("Votre demande d'espace Pix Orga"), text, reason=reason, link=link("/orga/demande"))


async def _language(email: str) -> str:
    person = await find_by_email(email)
    return person.language if person is not None else DEFAULT
