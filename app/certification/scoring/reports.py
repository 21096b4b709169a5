"""What a report of the centre changes by itself in the test on the profile. Pure.

Source: facts of certification, section A3, « automatic handling ». In the adaptive test nothing is changed afterwards:
alerts were handled on the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from app.evaluation.results import Result

Effect = Literal["neutralised", "accepted", "none"]
Concern = Literal["picture", "environment", "file", "timer", "focus"]
Explanation = Literal[
    "neutralised", "accepted", "answer_was_right", "not_concerned", "no_such_question", "nothing_to_do"
]
"""What is kept beside the report, by key."""

ABOUT_ANY: Final = frozenset({"E4", "E5", "E9", "E11", "E12"})
ABOUT: Final[Mapping[str, Concern]] = {
    "E1": "picture", "E2": "environment", "E3": "file", "E8": "timer", "E10": "focus"
}  # fmt: skip
"""Reports that count only for a question that has what they are about."""


@dataclass(frozen=True, slots=True)
class ReportedQuestion:
    """A question of the test: what it has, and the result of its answer."""

    has: frozenset[Concern]
    result: Result


@dataclass(frozen=True, slots=True)
class Resolution:
    """What becomes of a report. It is always resolved; « none » leaves the answer as it is."""

    effect: Effect
    explanation: Explanation


def resolution_of(code: str, question: ReportedQuestion | None) -> Resolution | None:
    """None when the report is for a person to read. `question`: that of the report, None when the test has no such."""
    if code not in ABOUT_ANY and code not in ABOUT:
        return None
    if question is None:
        return Resolution("none", "no_such_question")
    if question.result == "ok":
        return Resolution("none", "answer_was_right")
    if code in ABOUT and ABOUT[code] not in question.has:
        return Resolution("none", "not_concerned")
    return _of_focus(question) if code == "E10" else Resolution("neutralised", "neutralised")


def _of_focus(question: ReportedQuestion) -> Resolution:
    if question.result == "focused_out":
        return Resolution("accepted", "accepted")
    if question.result == "skipped":
        return Resolution("neutralised", "neutralised")
    return Resolution("none", "nothing_to_do")
