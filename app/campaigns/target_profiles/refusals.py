"""What the domain refuses about target profiles, stages and badges."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class CriteriaFrozen(Refusal):
    """Campaigns use the target: what their results mean must not move."""

    message = N_(
        "Une campagne utilise déjà ce profil cible : ses critères ne changent plus, seuls les textes peuvent changer."
    )


class ContentProfile(Refusal):
    """A competence, or a profile of the content: it is changed by its authors, in the content."""

    message = N_("Ce profil vient du référentiel : seuls ses paliers et ses résultats thématiques se règlent ici.")
