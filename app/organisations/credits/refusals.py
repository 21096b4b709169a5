"""What credits refuse."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class NoCreditLeft(Refusal):
    """The organisation has no credit for a learner who starts with it. Nothing was stored: she may come back."""

    status = 409
    message = N_(
        "L’établissement qui vous propose ce parcours n’a plus de crédit pour accueillir un nouveau participant : "
        "contactez votre établissement. Dès qu’il en aura, vous commencerez avec le même code. Vos parcours déjà "
        "commencés continuent."
    )


class LotUsedUp(Refusal):
    """A lot is cancelled when nothing of it is left."""

    status = 409
    message = N_("Tous les crédits de ce lot sont utilisés : il n’y a plus rien à annuler.")
