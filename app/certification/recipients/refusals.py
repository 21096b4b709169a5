"""What a link to results refuses."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class LinkExpired(Refusal):
    """It was sent too long ago."""

    status = 410
    message = N_("Ce lien ne sert plus : il était valable 30 jours. Demandez les résultats au centre de certification.")


class ResultsWithdrawn(Refusal):
    """They were published, and are not any more."""

    status = 410
    message = N_(
        "Ces résultats ne sont plus publiés : ils sont en cours de vérification. Vous recevrez un nouveau message "
        "quand ils le seront de nouveau."
    )
