"""What a team refuses."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class InvitationUsed(Refusal):
    """Somebody joined with it already."""

    status = 409
    message = N_("Cette invitation a déjà été acceptée : elle ne sert qu'une fois.")


class InvitationCancelled(Refusal):
    """An administrator took it back."""

    status = 410
    message = N_("Cette invitation a été annulée par un administrateur de l'espace.")


class AlreadyMember(Refusal):
    """Who opens the link works there already."""

    status = 409
    message = N_("Vous faites déjà partie de cette équipe.")


class LastAdministrator(Refusal):
    """Nobody could manage the team any more."""

    status = 409
    message = N_("L'équipe doit garder un administrateur : donnez d'abord ce rôle à un autre membre.")


class StillMember(Refusal):
    """Someone erases her account while she works for an organisation."""

    status = 409
    message = N_(
        "Vous faites partie d'une équipe sur Pix Orga : quittez-la d'abord, depuis la page « Équipe ». "
        "Si vous êtes son seul administrateur, donnez d'abord ce rôle à un autre membre."
    )
