"""The message of an invitation."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts.people import find_by_email
from app.lib.msgids import N_
from app.organisations.emails import link, write
from app.organisations.spaces import Space
from app.organisations.team.invitations import Sent
from app.web.languages import translate


async def post_invitations(space: Space, invitations: Sequence[Sent], workplace_name: str, language: str) -> None:
    """One message for each, in the language of the account of that address; else `language`, the sender's."""
    for one in invitations:
        await _post_invitation(space, one, workplace_name, language)


async def _post_invitation(space: Space, invitation: Sent, workplace_name: str, language: str) -> None:
    person = await find_by_email(invitation.email)
    reads = person.language if person is not None else language
    write(
        invitation.email,
        reads,
        N_("%(workplace)s vous invite sur Pix %(space)s"),
        N_(
            "Bonjour,\n\n%(invites)s\n\n"
            "Pour accepter, ouvrez ce lien puis connectez-vous avec votre compte Pix, ou créez-en un :\n\n%(link)s\n\n"
            "Ce lien est pour vous seul et ne sert qu'une fois. Si vous n'attendiez pas cette invitation, ignorez ce "
            "message."
        ),
        workplace=workplace_name,
        space=space.name,
        invites=translate(reads, space.words.invites, workplace=workplace_name),
        link=link(invitation.path),
    )
