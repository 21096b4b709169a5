"""What the evaluation refuses."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class AnswerNotSaved(Refusal):
    """Three writers at once on the same knowledge: nothing is stored, sending again works."""

    status = 503
    message = N_(
        "Nous n’avons pas pu enregistrer votre réponse. Rien n’est perdu : appuyez de nouveau sur « Je valide »."
    )


class NothingToAsk(Refusal):
    """A scope without any playable challenge."""

    status = 409
    message = N_("Il n’y a pas encore de question à vous poser ici.")
