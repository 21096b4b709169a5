"""What the domain refuses, each refusal an exception named for the fact."""

from __future__ import annotations

from typing import ClassVar

from app.lib.msgids import N_


class Refusal(Exception):
    """The domain says no: `CampaignArchived(Refusal)`. The web answers its status and its message."""

    status: ClassVar[int] = 409
    """The HTTP status of the answer."""

    message: ClassVar[str] = N_("Cette action n'est pas possible.")
    """What the person reads: French, the key of its translation."""

    def __str__(self) -> str:
        return super().__str__() or self.message


class NotFound(Refusal):
    """It does not exist, or it is not yours: the same answer for both."""

    status = 404
    message = N_("Cette page n'existe pas.")
