"""The columns of the answers that were sent: a line for each participation, a column for each question. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from app.campaigns.exports.columns import Column
from app.campaigns.exports.columns_people import AboutCampaign, person_columns
from app.campaigns.exports.lines import QuestionsLine
from app.evaluation.results import Result

RESULTS: Mapping[Result, str] = {
    "ok": "OK",
    "ko": "KO",
    "skipped": "Passée",
    "timed_out": "Temps écoulé",
    "focused_out": "Page quittée",
}
NOT_ASKED = ""


def columns(about: AboutCampaign, questions: Mapping[str, str]) -> list[Column[QuestionsLine]]:
    """`questions`: headings by challenge, in the order of the columns."""
    return [
        *person_columns(about),
        Column("Date du partage", lambda line: line.sent_at, 16),
        *_questions(questions),
    ]


def _questions(questions: Mapping[str, str]) -> Iterator[Column[QuestionsLine]]:
    for challenge, heading in questions.items():
        yield Column(heading, _result_of(challenge), 32)


def _result_of(challenge: str) -> Callable[[QuestionsLine], str]:
    def value(line: QuestionsLine) -> str:
        result = line.results.get(challenge)
        return NOT_ASKED if result is None else RESULTS[result]

    return value
