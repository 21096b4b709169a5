"""What the requests for a centre refuse, besides what any request does (`app.organisations.requests.refusals`)."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class OrganisationUnknown(Refusal):
    """The Orga space it would enrol pupils of does not exist, or is closed."""

    status = 422
    message = N_("Aucune organisation ouverte n’a ce numéro.")
