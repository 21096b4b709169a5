"""One open field holding a number (QROC, format « nombre »)."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.challenge import Answer, Grade, OpenField, SolutionLine, first
from app.content.kinds.matching_text import (
    NOT_A_NUMBER,
    WRONG_NUMBERS,
    as_texts,
    cannot_be_read,
    number_matches,
    without_unit,
)
from app.content.kinds.open_answer import OpenChallenge
from app.content.kinds.text import TextRule


class NumberChallenge(OpenChallenge, kw_only=True, frozen=True, tag="number"):
    """Right when the value equals an accepted one, exactly; « 42,0 », « 12 500 », « 0042 » are read (1.6)."""

    answer: TextRule
    field: OpenField = OpenField(width="short")

    def refusal(self, answer: Answer) -> dict[str, str]:
        refused = super().refusal(answer)
        if not refused and cannot_be_read(without_unit(first(answer), self.field.unit), self.answer.accepted):
            return {"": NOT_A_NUMBER}
        return refused

    def grade(self, answer: Answer) -> Grade:
        typed = without_unit(first(answer), self.field.unit)
        return Grade(number_matches(typed, self.answer.accepted, self.answer.treatments))

    def solution(self) -> tuple[SolutionLine, ...]:
        texts = as_texts(self.answer.accepted)
        unit = f" {self.field.unit}" if self.field.unit else ""
        return (SolutionLine("", tuple(text.replace(".", ",") + unit for text in texts)),)

    def right_answers(self) -> Iterator[Answer]:
        for text in as_texts(self.answer.accepted):
            yield {"": (text,)}
            yield {"": (text.replace(".", ","),)}

    def wrong_answers(self) -> Iterator[Answer]:
        for text in WRONG_NUMBERS:
            if not self.grade({"": (text,)}).ok:
                yield {"": (text,)}
        yield from super().wrong_answers()
