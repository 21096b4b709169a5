"""The message of an invitation."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts.people import find_by_email
from app.certification.team.invitations import Sent
from app.lib.msgids import N_
from app.organisations.emails import link, write


async def post_invitations(invitations: Sequence[Sent], centre_name: str, language: str) -> None:
    """One message for each, in the language of the account of that address; else `language`, the sender's."""
    for one in invitations:
        await _post_invitation(one, centre_name, language)


async def _post_invitation(invitation: Sent, centre_name: str, language: str) -> None:
    person = await find_by_email(invitation.email)
    write(
        invitation.email,
        person.language if person is not None else language,
        N_("%(centre)s vous invite sur Pix Certif"),
        N_(
            "Bonjour,\n\n"
            "L'équipe de « %(centre)s » vous invite à la rejoindre sur Pix Certif, l'espace où l'on prépare "
            "des sessions de certification et où l'on suit leurs candidats.\n\n"
            "Pour accepter, ouvrez ce lien puis connectez-vous avec votre compte Pix, ou créez-en un :\n\n%(link)s\n\n"
            "Ce lien est pour vous seul et ne sert qu'une fois. Si vous n'attendiez pas cette invitation, ignorez ce "
            "message."
        ),
        centre=centre_name,
        link=link(invitation.path),
    )
