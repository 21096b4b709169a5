"""What the answers of the test on the profile leave of the level of a competence. Pure.

Source: facts of certification, section A2.1, table of n, k, z.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Final, Literal

from app.certification.scoring.results import NOT_CERTIFIED
from app.evaluation.scoring import PIX_PER_LEVEL

Outcome = Literal["validated", "downgraded", "not_certified"]
"""The level of the profile is kept, one less is, or none."""
CERTIFIED, INTERMEDIATE, TRUSTED = 50, 70, 80
"""Rates of right answers, in percent: under the first nothing is certified."""
LEAST_SHARE: Final = 0.66
"""Part of the questions that must not have been neutralised."""

_Steps = tuple[tuple[int, Outcome], ...]
_KEPT: _Steps = ((0, "validated"),)
_LOST: _Steps = ()
_KEPT_OR_LESS: _Steps = ((TRUSTED, "validated"), (0, "downgraded"))
_DOUBTFUL: _Steps = ((TRUSTED, "validated"), (INTERMEDIATE, "downgraded"))
_SINGLE: _Steps = ((INTERMEDIATE, "validated"), (0, "downgraded"))
RULES: Final[Mapping[tuple[int, int, int], _Steps]] = {
    (3, 3, 0): _KEPT,
    (3, 2, 0): _KEPT_OR_LESS,
    (3, 2, 1): _KEPT,
    (3, 1, 0): _LOST,
    (3, 1, 1): _DOUBTFUL,
    (3, 1, 2): _SINGLE,
    (2, 2, 0): _KEPT,
    (2, 1, 0): _DOUBTFUL,
    (2, 1, 1): _SINGLE,
    (1, 1, 0): _SINGLE,
}
"""By questions asked, right, neutralised: the rate from which each outcome holds. No right answer: not certified."""


def outcome_of(asked: int, right: int, neutralised: int, rate: int) -> Outcome:
    """The outcome of a competence. `asked`: 0 to 3; `rate`: of right answers over the whole test, in percent."""
    if not right:
        return "not_certified"
    found = (outcome for least, outcome in RULES[asked, right, neutralised] if rate >= least)
    return next(found, "not_certified")


def certified_level(outcome: Outcome, profile_level: int, max_level: int) -> int:
    """−1 when it is not certified."""
    if outcome == "not_certified":
        return NOT_CERTIFIED
    return min(profile_level - (outcome == "downgraded"), max_level)


def certified_pix(outcome: Outcome, profile_pix: int, max_level: int) -> int:
    if outcome == "not_certified":
        return 0
    left = profile_pix - PIX_PER_LEVEL * (outcome == "downgraded")
    return min(max(left, 0), PIX_PER_LEVEL * max_level)


def right_rate(right: int, counted: int) -> int:
    """The rate of right answers in percent, rounded half up; `counted`: questions not neutralised."""
    return (200 * right + counted) // (2 * counted) if counted else 0


def is_trusted(questions: int, not_neutralised: int) -> bool:
    """Whether enough questions are left to judge."""
    return not_neutralised >= ceil(LEAST_SHARE * questions)
