"""One open field holding words (the reference's QROC)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from app.content.challenge import EVERY_TREATMENT, Answer, Grade, SolutionLine, Treatments, first
from app.content.kinds.matching_text import Accepted, as_texts, text_matches
from app.content.kinds.open_answer import OpenChallenge
from app.content.parts import Part


class TextRule(Part, kw_only=True, frozen=True):
    accepted: Annotated[Accepted, msgspec.Meta(min_length=1)]
    treatments: Treatments = EVERY_TREATMENT


class TextChallenge(OpenChallenge, kw_only=True, frozen=True, tag="text"):
    """Right when the treated answer is one of the treated variants, or near enough (evaluation 1.4 and 1.6)."""

    answer: TextRule

    def grade(self, answer: Answer) -> Grade:
        return Grade(text_matches(first(answer), self.answer.accepted, self.answer.treatments))

    def solution(self) -> tuple[SolutionLine, ...]:
        return (SolutionLine("", as_texts(self.answer.accepted)),)

    def right_answers(self) -> Iterator[Answer]:
        for text in as_texts(self.answer.accepted):
            yield {"": (text,)}
