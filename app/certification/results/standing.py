"""What officers decided and wrote stays, whatever the rules compute again. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

from app.certification.results.outcomes import Comments
from app.certification.scoring.results import Scored, Status

Decision = Literal["cancel", "reject"]
"""Cancelled, or rejected for fraud."""
KEYS: Final[Mapping[Decision, str]] = {"cancel": "jury_cancelled", "reject": "fraud"}
STATUSES: Final[Mapping[Decision, Status]] = {"cancel": "cancelled", "reject": "rejected"}


def standing(comments: Comments) -> Decision | None:
    """The decision of an officer that holds."""
    return next((one for one, key in KEYS.items() if key in comments.keys), None)


def decided(comments: Comments, decision: Decision) -> Comments:
    """The same, with that decision instead of any other reason."""
    return msgspec.structs.replace(comments, keys=(KEYS[decision],), fault="")


def lifted(comments: Comments) -> Comments:
    """The same, without the decision of an officer."""
    return msgspec.structs.replace(comments, keys=tuple(one for one in comments.keys if one not in KEYS.values()))


def recomputed(scored: Scored, before: Comments) -> tuple[Status, Comments]:
    """The status and the comments of what was computed again after `before`: a decision holds until it is lifted."""
    decision = standing(before)
    if decision is not None:
        return STATUSES[decision], decided(before, decision)
    keys = (scored.comment,) if scored.comment else ()
    return scored.status, msgspec.structs.replace(before, keys=keys, fault=scored.fault)
