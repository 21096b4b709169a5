"""The result of a certification, as plain data. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Status = Literal["validated", "rejected", "cancelled", "error"]
Comment = Literal[
    "fraud",
    "lack_of_answers",
    "lack_of_answers_technical",
    "insufficient_correct_answers",
    "neutralisation",
    "zero_score",
]
"""Automatic comments of the jury, by key."""
Ending = Literal["completed", "candidate", "technical"]
"""How a test ended: by itself, or early: because of the candidate (time, leaving), of a technical problem."""
NOT_CERTIFIED = -1


@dataclass(frozen=True, slots=True)
class CompetenceResult:
    """The level of one competence, −1 when it is not certified. `pix`: by the test on the profile only.
    `standard_error`: in levels, when the scoring knows it."""

    level: int
    pix: int = 0
    standard_error: float | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """`score`: pix, 0 unless it is validated. `level`: the global one, 0 to 8 (`global_levels.py`). `competences`: by
    code. Then what it stands on: the rate of right answers in percent, or the capacity and its standard error;
    `score_error`: the standard error of the score, when the scoring knows it. `fault`: why it is an error."""

    status: Status
    score: int = 0
    level: int = 0
    competences: Mapping[str, CompetenceResult] = field(default_factory=dict)
    comment: Comment | None = None
    rate: int | None = None
    capacity: float | None = None
    standard_error: float | None = None
    score_error: float | None = None
    fault: str = ""
