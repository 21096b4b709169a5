"""What who asked for a centre is told.

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
        N_("Votre demande de centre de certification"),
        N_(
            "Bonjour,\n\nNous avons bien reçu votre demande de centre de certification. Une personne de l'équipe la "
            "lit et vous répond à cette adresse, en général sous une semaine.\n\n"
            "Si vous n'avez rien demandé, ignorez ce message."
        ),
    )


async def post_opened(invitations: Sequence[Sent], centre_name: str) -> None:
    """The centre exists, and this is the way in."""
    for one in invitations:
        write(
            one.email,
            await _language(one.email),
            N_("Votre centre de certification est ouvert"),
            N_(
                "Bonjour,\n\nVotre demande est acceptée : le centre de certification « %(centre)s » est ouvert, et "
                "vous en êtes le premier administrateur.\n\n"
                "Pour y entrer, ouvrez ce lien puis connectez-vous avec votre compte Pix, ou créez-en un :\n\n"
                "%(link)s\n\n"
                "Vous pourrez ensuite inviter vos collègues et créer votre première session."
            ),
            centre=centre_name,
            link=link(one.path),
        )


async def post_declined(to: str, reason: str) -> None:
    """`reason` is written by the service's staff."""
    write(
        to,
        await _language(to),
        N_("Votre demande de centre de certification"),
        N_(
            "Bonjour,\n\nNous avons lu votre demande de centre de certification avec attention et nous ne pouvons pas "
            "l'accepter aujourd'hui :\n\n%(reason)s\n\n"
            "Vous pouvez envoyer une nouvelle demande quand vous le souhaitez :\n\n%(link)s"
        ),
        reason=reason,
        link=link("/certif/demande"),
    )


async def _language(email: str) -> str:
    person = await find_by_email(email)
    return person.language if person is not None else DEFAULT
