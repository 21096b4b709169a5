"""One open field holding a date, typed the French way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import msgspec

from app.content.challenge import Answer, Grade, OpenField, SolutionLine, first
from app.content.kinds.open_answer import OpenChallenge
from app.content.parts import Fault, Part
from app.lib.msgids import N_
from app.lib.text_matching import fold

MONTHS = (
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
IsoDate = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
DAY_FIRST = re.compile(r"^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$")
IN_WORDS = re.compile(r"^(\d{1,2})(?:er)?([a-z]+)(\d{4})$")


class DateRule(Part, kw_only=True, frozen=True):
    accepted: Annotated[tuple[IsoDate, ...], msgspec.Meta(min_length=1)]


WRONG_DATES = ("29/02/1904", "31/12/1899")
"""Days that can be read and are hardly ever right."""


class DateChallenge(OpenChallenge, kw_only=True, frozen=True, tag="date"):
    """Right when the date read in the answer is an accepted one."""

    answer: DateRule
    field: OpenField = OpenField(label="Date", hint="JJ/MM/AAAA", width="short")

    def refusal(self, answer: Answer) -> dict[str, str]:
        refused = super().refusal(answer)
        if not refused and read_date(first(answer)) is None:
            return {"": N_("Écrivez une date comme 12/05/2026.")}
        return refused

    def grade(self, answer: Answer) -> Grade:
        return Grade(date_matches(first(answer), self.answer.accepted))

    def solution(self) -> tuple[SolutionLine, ...]:
        return (SolutionLine("", tuple(in_french(one) for one in self.answer.accepted)),)

    def right_answers(self) -> Iterator[Answer]:
        for one in self.answer.accepted:
            yield {"": (one,)}
            yield {"": (in_french(one),)}

    def wrong_answers(self) -> Iterator[Answer]:
        for text in WRONG_DATES:
            if not self.grade({"": (text,)}).ok:
                yield {"": (text,)}
        yield from super().wrong_answers()

    def faults(self) -> Iterator[Fault]:
        for position, one in enumerate(self.answer.accepted):
            if read_date(one) is None:
                yield Fault(
                    ("answer", "accepted", position),
                    "K030",
                    f"« {one} » n’est pas une date",
                    "écrivez AAAA-MM-JJ",
                )
                return
        yield from super().faults()


def date_matches(answer: str, accepted: tuple[str, ...]) -> bool:
    read = read_date(answer)
    return read is not None and any(read == read_date(one) for one in accepted)


def read_date(text: str) -> date | None:
    """The date in `2026-05-12`, `12/05/2026`, `12-5-2026` or `le 12 mai 2026`; none when there is no such day."""
    text = text.strip().removeprefix("le ").removeprefix("Le ")
    if found := ISO.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := DAY_FIRST.match(text):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if (found := IN_WORDS.match(fold(text))) and found[2] in MONTHS:
        return _day(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    return None


def in_french(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
