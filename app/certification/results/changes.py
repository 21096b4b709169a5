"""What each result of a history changed of the one before. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final, Literal

from app.certification.results.outcomes import Comments, Outcome
from app.certification.results.standing import standing
from app.lib.msgids import N_

Change = Literal["computed", "scored_again", "cancel", "reject", "reinstated", "commented", "question"]
CHANGES: Final[Mapping[Change, str]] = {
    "computed": N_("Calculé à la finalisation"),
    "scored_again": N_("Noté à nouveau"),
    "cancel": N_("Annulé"),
    "reject": N_("Rejeté pour fraude"),
    "reinstated": N_("Rétabli"),
    "commented": N_("Commentaire"),
    "question": N_("Question changée"),
}


def changes_of(history: Sequence[Outcome]) -> Sequence[tuple[Outcome, Change]]:
    """Each with what it changed. `history`: the latest first."""
    return [(one, change_of(before, one)) for one, before in zip_longest(history, history[1:]) if one is not None]


def change_of(before: Outcome | None, after: Outcome) -> Change:
    """What an officer did, or that the rules spoke: nobody signs what a finalisation computes."""
    if after.officer is None:
        return "computed"
    was, now = before.comments if before else Comments(), after.comments
    decision = standing(now)
    if decision != standing(was):
        return decision or "reinstated"
    if now.signed != was.signed:
        return "commented"
    return "question" if now.questions != was.questions else "scored_again"
