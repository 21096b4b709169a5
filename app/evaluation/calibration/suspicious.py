"""Challenges whose answers say that something is wrong with them, for a second reading. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from app.evaluation.calibration.fitting import Fitted

TOO_EASY = 0.97
TOO_HARD = 0.05
SAYS_NOTHING = 0.2
"""Under this discrimination, success hardly depends on ability."""


@dataclass(frozen=True)
class Doubt:
    """`reason` is one of the sentences below; the figures are in the row of the challenge."""

    challenge: str
    version: int
    reason: str


def doubts_about(
    challenge: str, version: int, fitted: Fitted, wrong_answer: tuple[str, int] | None, at_least: int
) -> list[Doubt]:
    """Nothing is doubted of a challenge that fewer than `at_least` people answered."""
    if fitted.answers < at_least:
        return []
    share = fitted.successes / fitted.answers
    reasons = []
    if share >= TOO_EASY:
        reasons.append(f"too easy: {share:.0%} succeed")
    if share <= TOO_HARD:
        reasons.append(f"too hard: {share:.0%} succeed")
    slope = fitted.curve.discrimination
    if slope < 0:
        reasons.append(f"negative discrimination ({slope:.2f}): the better one is, the more one fails")
    elif slope < SAYS_NOTHING and TOO_HARD < share < TOO_EASY:
        reasons.append(f"discrimination of {slope:.2f}: success says nothing of ability")
    if wrong_answer and wrong_answer[1] > fitted.successes:
        reasons.append(
            f"the wrong answer {wrong_answer[0]} was given {wrong_answer[1]} times, a right one {fitted.successes}"
        )
    return [Doubt(challenge, version, reason) for reason in reasons]
