"""What becomes of an answer, and where it stands in its assessment.

Source of the rules: facts of evaluation, sections 1.3, 1.11 (examination) and 4.2 (steps, checkpoints).
"""

from __future__ import annotations

from typing import Literal

Result = Literal["ok", "ko", "skipped", "timed_out", "focused_out"]
"""Only "ok" validates a skill."""

QUESTIONS_BETWEEN_CHECKPOINTS = 5


def examine(
    graded_ok: bool | None,
    *,
    skipped: bool = False,
    late: bool = False,
    focus_lost: bool = False,
    focused_challenge: bool = False,
    certification: bool = False,
) -> Result:
    """The result of an answer, in the order of evaluation 1.3.

    `graded_ok`: what grading said; None when nothing was graded (skipped, or left empty when time ran out).
    A skip stays a skip even out of time; a wrong answer stays wrong. Leaving a focused challenge costs only
    in certification, and there it weighs more than being late.
    """
    if skipped:
        return "skipped"
    if not graded_ok:
        return "ko"
    if focus_lost and focused_challenge and certification:
        return "focused_out"
    return "timed_out" if late else "ok"


def empty_is_allowed(*, skipped: bool, late: bool) -> bool:
    """An empty answer is refused, unless the question is skipped or its time is over (then it is "ko")."""
    return skipped or late


def step(answered: int) -> int:
    """The step, 1 to 5, of the question that comes after `answered` answers."""
    return answered % QUESTIONS_BETWEEN_CHECKPOINTS + 1


def checkpoint_due(answered: int, *, seen: bool) -> bool:
    """True when a checkpoint comes before the next question. `seen`: this very one was already passed."""
    return answered > 0 and answered % QUESTIONS_BETWEEN_CHECKPOINTS == 0 and not seen
