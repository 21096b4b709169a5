"""What the profile refuses."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class HighestLevelReached(Refusal):
    """Nothing is left to gain in this competence today."""

    message = N_("Vous avez atteint le plus haut niveau possible aujourd'hui dans cette compétence. Bravo !")


class RetryTooEarly(Refusal):
    """A completed test is retried some days after the latest answer."""

    message = N_(
        "Il est trop tôt pour retenter cette compétence : revenez quelques jours après votre dernière réponse."
    )


class ResetTooEarly(Refusal):
    """A competence is reset some days after the latest answer."""

    message = N_(
        "Il est trop tôt pour remettre à zéro cette compétence : revenez sept jours après votre dernière réponse."
    )


class NothingToReset(Refusal):
    """Nothing is known about this competence."""

    message = N_("Il n'y a rien à remettre à zéro : vous n'avez pas encore commencé cette compétence.")


class NotSaved(Refusal):
    """Several writers at once: nothing was changed, asking again works."""

    status = 503
    message = N_("Pix est très demandé en ce moment. Rien n'est perdu : recommencez dans un instant.")
