"""What the team of a centre refuses, besides what any team does (`app.organisations.team.refusals`)."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class StillInCentre(Refusal):
    """Someone erases her account while she works for a centre."""

    status = 409
    message = N_(
        "Vous faites partie d'une équipe sur Pix Certif : quittez-la d'abord, depuis la page « Équipe ». "
        "Si vous êtes son seul administrateur, donnez d'abord ce rôle à un autre membre."
    )
