"""What officers decided and wrote stays, whatever the rules compute again. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

from app.certification.results.outcomes import Comments
from app.certification.scoring.results import Scored, Status

Decision = Literal["jury_cancelled", "fraud"]
STATUSES: Final[Mapping[str, Status]] = {"jury_cancelled": "cancelled", "fraud": "rejected"}
"""What a test is by the decision of an officer, by key of the comment."""


def standing(comments: Comments) -> Decision | None:
    """The decision of an officer that holds."""
    for key in comments.keys:
        if key == "jury_cancelled" or key == "fraud":
            return key
    return None


def decided(comments: Comments, decision: Decision) -> Comments:
    """The same, with that decision instead of any other reason."""
    return msgspec.structs.replace(comments, keys=(decision,), fault="")


def lifted(comments: Comments) -> Comments:
    """The same, without the decision of an officer."""
    return msgspec.structs.replace(comments, keys=tuple(key for key in comments.keys if key not in STATUSES))


def recomputed(scored: Scored, before: Comments) -> tuple[Status, Comments]:
    """The status and the comments of what was computed again after `before`: a decision holds until it is lifted."""
    decision = standing(before)
    if decision is not None:
        return STATUSES[decision], decided(before, decision)
    keys = (scored.comment,) if scored.comment else ()
    return scored.status, msgspec.structs.replace(before, keys=keys, fault=scored.fault)
