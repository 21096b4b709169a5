"""What organisations refuse."""

from __future__ import annotations

from app.lib.msgids import N_
from app.lib.refusals import Refusal


class ParentUnknown(Refusal):
    """The organisation it would belong to does not exist, or is closed."""

    status = 422
    message = N_("Aucune organisation ouverte n’a ce numéro.")


class ParentLoop(Refusal):
    """It would belong to itself, or to one that belongs to it."""

    status = 422
    message = N_("Cette organisation dépend déjà de celle-ci : le rattachement tournerait en rond.")


class OrganisationArchived(Refusal):
    """Nothing begins in a space that is closed."""

    status = 409
    message = N_("Cette organisation est archivée : rouvrez-la d’abord.")
