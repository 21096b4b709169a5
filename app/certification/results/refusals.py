"""What results refuse."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class ResultsPublished(Refusal):
    """The candidates can read them."""

    status = 409
    message = N_("Les résultats de cette session sont publiés : dépubliez-la pour changer quelque chose.")


class NotPublishable(Refusal):
    """A test has no final status."""

    status = 409
    message = N_("Un test au moins n’a pas de résultat : traitez-le avant de publier.")


class TakenByAnother(Refusal):
    """A colleague took the session since the page was shown."""

    status = 409
    message = N_("Cette session vient d’être attribuée à une autre personne : rechargez la page.")
