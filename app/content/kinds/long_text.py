"""One open field holding sentences, checked by rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

import msgspec

from app.content.challenge import Answer, Grade, OpenField, SolutionLine, first
from app.content.kinds.open_answer import OpenChallenge
from app.content.parts import Fault, Part
from app.lib.text_matching import fold

Group = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class LongTextField(OpenField, kw_only=True, frozen=True):
    rows: Annotated[int, msgspec.Meta(ge=2, le=20)] = 5


class LongTextRule(Part, kw_only=True, frozen=True):
    contains: tuple[Group, ...] = ()
    lacks: tuple[Group, ...] = ()
    min_words: Annotated[int, msgspec.Meta(ge=1)] = 1
    max_words: Annotated[int, msgspec.Meta(le=1000)] = 1000


class LongTextChallenge(OpenChallenge, kw_only=True, frozen=True, tag="long_text"):
    """Right when every rule holds: words present, words absent, length. Case, accents and spaces do not count."""

    answer: LongTextRule
    field: LongTextField = LongTextField()

    def grade(self, answer: Answer) -> Grade:
        text = first(answer)
        words = len(re.findall(r"\w+", text))
        folded = fold(text)
        return Grade(
            self.answer.min_words <= words <= self.answer.max_words
            and all(_any_in(group, folded) for group in self.answer.contains)
            and not any(_any_in(group, folded) for group in self.answer.lacks)
        )

    def solution(self) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine("", (str(text),)) for text in self.examples.accepted[:1])

    def right_answers(self) -> Iterator[Answer]:
        for text in self.examples.accepted:
            yield {"": (str(text),)}

    def faults(self) -> Iterator[Fault]:
        if not self.examples.accepted:
            yield Fault(
                ("answer",),
                "K031",
                "aucun exemple de réponse acceptée",
                "donnez-en un dans `examples.accepted` : il sert de correction",
            )
        yield from super().faults()


def _any_in(group: Group, folded: str) -> bool:
    return any(fold(word) in folded for word in group)
