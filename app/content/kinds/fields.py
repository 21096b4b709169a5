"""Several independent fields (the reference's QROCM-ind): each has its own answer."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Annotated, Literal

import msgspec

from app.content.challenge import (
    EVERY_TREATMENT,
    FROM_THE_LIST,
    Answer,
    Challenge,
    Grade,
    SolutionLine,
    Treatments,
    blank,
    duplicates,
    first,
    too_long,
    unknown_fields,
)
from app.content.kinds.date import WRONG_DATES, date_matches, read_date
from app.content.kinds.matching_text import (
    NOT_A_NUMBER,
    WRONG_NUMBERS,
    Accepted,
    as_texts,
    cannot_be_read,
    number_matches,
    text_matches,
    without_unit,
)
from app.content.parts import Fault, Line, LocalId, Part
from app.lib.msgids import N_

EMPTY_FIELD = N_("Remplissez ce champ, ou passez la question : vous pourrez y revenir plus tard.")


class Field(Part, kw_only=True, frozen=True):
    """One of the fields: a text, a number, a date, or a list of `options` (exact equality)."""

    id: LocalId
    label: Line
    accepted: Annotated[Accepted, msgspec.Meta(min_length=1)]
    type: Literal["text", "number", "date", "choice"] = "text"
    treatments: Treatments = EVERY_TREATMENT
    options: tuple[Line, ...] = ()
    hint: str = ""
    unit: str = ""
    width: Literal["short", "words", "sentence"] = "words"

    def matches(self, answer: str) -> bool:
        if self.type == "choice":
            return answer in as_texts(self.accepted)
        if self.type == "number":
            return number_matches(without_unit(answer, self.unit), self.accepted, self.treatments)
        if self.type == "date":
            return date_matches(answer, as_texts(self.accepted))
        return text_matches(answer, self.accepted, self.treatments)

    def wrong(self) -> str:
        """A value that can be sent and is wrong, unless none can be found."""
        candidates = {"number": WRONG_NUMBERS, "date": WRONG_DATES, "choice": self.options}.get(self.type, ())
        return next((text for text in (*candidates, "zzz qwx") if not self.matches(text)), "zzz qwx")


class FieldsChallenge(Challenge, kw_only=True, frozen=True, tag="fields"):
    """Right when every field given is right (evaluation 1.7); the page always sends them all."""

    fields: Annotated[tuple[Field, ...], msgspec.Meta(min_length=2, max_length=8)]

    @property
    def luck(self) -> float:
        """Only lists can be guessed: one open field is enough to spoil it."""
        return prod(len(one.accepted) / len(one.options) if one.options else 0.0 for one in self.fields)

    def field_ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.fields)

    def refusal(self, answer: Answer) -> dict[str, str]:
        refused = {one.id: EMPTY_FIELD for one in self.fields if blank(answer, one.id)}
        for one in self.fields:
            value = first(answer, one.id)
            if one.type == "date" and value.strip() and read_date(value) is None:
                refused[one.id] = N_("Écrivez une date comme 12/05/2026.")
            if one.type == "number" and value.strip() and cannot_be_read(without_unit(value, one.unit), one.accepted):
                refused[one.id] = NOT_A_NUMBER
            if one.type == "choice" and value and value not in one.options:
                refused[one.id] = FROM_THE_LIST
        return refused or unknown_fields(answer, self.field_ids()) or too_long(answer)

    def grade(self, answer: Answer) -> Grade:
        found = {one.id: one.matches(first(answer, one.id)) for one in self.fields if one.id in answer}
        return Grade(bool(found) and all(found.values()), found)

    def solution(self) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine(one.label, as_texts(one.accepted)) for one in self.fields)

    def right_answers(self) -> Iterator[Answer]:
        yield {one.id: (as_texts(one.accepted)[0],) for one in self.fields}
        yield {one.id: (as_texts(one.accepted)[-1],) for one in self.fields}

    def wrong_answers(self) -> Iterator[Answer]:
        right = {one.id: (as_texts(one.accepted)[0],) for one in self.fields}
        for one in self.fields:
            yield right | {one.id: (one.wrong(),)}

    def faults(self) -> Iterator[Fault]:
        yield from duplicates(self.field_ids(), ("fields",))
        for position, one in enumerate(self.fields):
            if (one.type == "choice") != bool(one.options):
                yield Fault(
                    ("fields", position),
                    "K040",
                    "`options` va avec `type: choice`",
                    "donnez les deux, ou aucun",
                )
            elif one.type == "choice" and not set(as_texts(one.accepted)) <= set(one.options):
                yield Fault(
                    ("fields", position, "accepted"),
                    "K041",
                    "la réponse n’est pas dans `options`",
                    "recopiez le texte de l’option",
                )
