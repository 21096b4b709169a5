"""Reads for the page of a test: its questions, what was answered, and what was said of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from app.certification.results.queries import TakenTest
from app.certification.tables import CertificationResult, LiveAlert
from app.content.index import Competence, PlayableChallenge, Topic
from app.content.past_challenges import as_they_were, skill_called
from app.content.releases import current_index, index_of
from app.evaluation.correction import Correction, correct
from app.evaluation.tables import Answer, Assessment

_values = msgspec.json.Decoder(dict[str, list[str]])


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
    asked: PlayableChallenge | None = None
    """As the candidate saw it; None for one that is stored no more."""
    given: Correction | None = None
    """The answer beside the right one; None without an answer."""

    @property
    def topic(self) -> Topic | None:
        """None when the content no longer has it."""
        return current_index().topics.get(skill_called(self.skill, current_index()).topic) if self.skill else None

    @property
    def competence(self) -> Competence | None:
        return current_index().competences[self.topic.competence] if self.topic else None


async def questions_of(test: TakenTest) -> Sequence[Question]:
    """In their order; what was replaced comes before what replaced it."""
    answers = await Answer.raw(
        "SELECT position, challenge, body, skill, result, value, seconds, answered_at FROM answer"
        " WHERE assessment = {} ORDER BY position",
        test.assessment or 0,
    )
    alerts = await LiveAlert.raw(
        "SELECT challenge, position, status, reason, raised_at FROM live_alert WHERE test = {} ORDER BY id", test.id
    )
    capacities = await _capacities(test)
    decided = test.outcome.comments.questions if test.outcome else {}
    bodies = await as_they_were({row["body"]: row["challenge"] for row in answers})
    found = list(await _replaced(test, alerts, {row["challenge"] for row in answers}))
    for row in answers:
        capacity, error = capacities[row["position"]] if row["position"] < len(capacities) else (None, None)
        asked = bodies.get(row["body"])
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
                asked=asked,
                given=correct(asked.body, _values.decode(row["value"]) if row["value"] else {}) if asked else None,
            )
        )
    return sorted(found, key=lambda one: (one.number, one.result != ""))


async def _replaced(
    test: TakenTest, alerts: Sequence[Mapping[str, Any]], answered: Collection[str]
) -> Sequence[Question]:
    """Those that nobody answered: no body was kept for them, they are in the release that the test was taken in."""
    replaced = {(row["position"], row["challenge"]): None for row in alerts if row["challenge"] not in answered}
    rows = await Assessment.raw("SELECT release FROM assessment WHERE id = {}", test.assessment or 0)
    known = (await index_of(rows[0]["release"])).challenges if replaced and rows else {}
    return [
        Question(
            number,
            name,
            _alerts(alerts, name),
            skill=known[name].skill.id if name in known else "",
            asked=known.get(name),
        )
        for number, name in replaced
    ]


def _alerts(rows: Sequence[Mapping[str, Any]], challenge: str) -> Sequence[Alert]:
    return [Alert(row["status"], row["reason"], row["raised_at"]) for row in rows if row["challenge"] == challenge]


async def _capacities(test: TakenTest) -> Sequence[tuple[float, float]]:
    """Of the result that counts: before any answer, then after each."""
    if test.outcome is None:
        return ()
    rows = await CertificationResult.raw("SELECT capacities FROM certification_result WHERE id = {}", test.outcome.id)
    return json.loads(rows[0]["capacities"] or "[]") if rows else ()
