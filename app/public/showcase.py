"""An answer to a challenge tried without an account: graded at once, nothing is kept. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.content.index import PlayableChallenge
from app.evaluation.correction import Correction, correct
from app.evaluation.results import Result, examine

Values = Mapping[str, Sequence[str]]
SEED = 1
"""The order of the proposals is the same for everyone."""


@dataclass(frozen=True)
class Graded:
    """What became of the answer."""

    result: Result
    correction: Correction


@dataclass(frozen=True)
class CannotSend:
    """Messages (French msgids) by field."""

    errors: Mapping[str, str]


def grade(challenge: PlayableChallenge, values: Values, *, skipped: bool) -> Graded | CannotSend:
    """Neither timer nor focus here: one is only trying."""
    if skipped:
        return Graded(examine(None, skipped=True), correct(challenge.body, {}))
    if errors := challenge.body.refusal(values):
        return CannotSend(errors)
    return Graded(examine(challenge.body.grade(values).ok), correct(challenge.body, values))
