"""What the requests refuse."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class RequestDecided(Refusal):
    """Somebody of the staff decided the other way."""

    status = 409
    message = N_("Cette demande a déjà été traitée par une autre personne.")
