"""Reads for the page of a test: its questions, and what was said of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.certification.results.queries import TakenTest
from app.certification.tables import CertificationResult, LiveAlert
from app.evaluation.tables import Answer


@dataclass(frozen=True)
class Alert:
    """The candidate said that her question did not work."""

    status: str
    reason: str
    """Of a validated one: the code of its report."""
    raised_at: datetime


@dataclass(frozen=True)
class Question:
    """A question of the test; without an answer, it was replaced."""

    number: int
    challenge: str
    alerts: Sequence[Alert]
    skill: str = ""
    result: str = ""
    """Of the answer; empty for a question that was replaced."""
    seconds: int = 0
    answered_at: datetime | None = None
    capacity: float | None = None
    """After the answer, and its standard error; None when the scoring does not know them."""
    standard_error: float | None = None
    decided: str = ""
    """What an officer decided of it: neutralised, counted, or nothing."""


async def questions_of(test: TakenTest) -> Sequence[Question]:
    """In their order; what was replaced comes before what replaced it."""
    answers = await Answer.raw(
        "SELECT position, challenge, skill, result, seconds, answered_at FROM answer"
        " WHERE assessment = {} ORDER BY position",
        test.assessment or 0,
    )
    alerts = await LiveAlert.raw(
        "SELECT challenge, position, status, reason, raised_at FROM live_alert WHERE test = {} ORDER BY id", test.id
    )
    capacities = await _capacities(test)
    decided = test.outcome.comments.questions if test.outcome else {}
    answered = {row["challenge"] for row in answers}
    replaced = {(row["position"], row["challenge"]): None for row in alerts if row["challenge"] not in answered}
    found = [Question(number, challenge, _alerts(alerts, challenge)) for number, challenge in replaced]
    for row in answers:
        capacity, error = capacities[row["position"]] if row["position"] < len(capacities) else (None, None)
        found.append(
            Question(
                row["position"],
                row["challenge"],
                _alerts(alerts, row["challenge"]),
                skill=row["skill"],
                result=row["result"],
                seconds=row["seconds"],
                answered_at=row["answered_at"],
                capacity=capacity,
                standard_error=error,
                decided=decided.get(row["challenge"], ""),
            )
        )
    return sorted(found, key=lambda one: (one.number, one.result != ""))


def _alerts(rows: Sequence[Mapping[str, Any]], challenge: str) -> Sequence[Alert]:
    return [Alert(row["status"], row["reason"], row["raised_at"]) for row in rows if row["challenge"] == challenge]


async def _capacities(test: TakenTest) -> Sequence[tuple[float, float]]:
    """Of the result that counts: before any answer, then after each."""
    if test.outcome is None:
        return ()
    rows = await CertificationResult.raw("SELECT capacities FROM certification_result WHERE id = {}", test.outcome.id)
    return json.loads(rows[0]["capacities"] or "[]") if rows else ()
