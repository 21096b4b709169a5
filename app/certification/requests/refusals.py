"""What the requests for a centre refuse."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class CentreRequestDecided(Refusal):
    """Somebody of the staff decided the other way."""

    status = 409
    message = N_("Cette demande a déjà été traitée par une autre personne.")


class OrganisationUnknown(Refusal):
    """The Orga space it would enrol pupils of does not exist, or is closed."""

    status = 422
    message = N_("Aucune organisation ouverte n’a ce numéro.")
