"""Drop-down lists inside a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

import msgspec
from msgspec.structs import replace

from app.content.challenge import (
    FROM_THE_LIST,
    FROM_THE_LIST_OR_SKIP,
    PLACE,
    Answer,
    Challenge,
    Fault,
    Grade,
    Line,
    LocalId,
    Part,
    SolutionLine,
    Words,
    blank,
    duplicates,
    first,
    unknown_fields,
)
from app.content.opaque_ids import Rename


class Option(Part, kw_only=True, frozen=True):
    id: LocalId
    text: Line


class Dropdown(Part, kw_only=True, frozen=True):
    id: LocalId
    label: Line
    options: Annotated[tuple[Option, ...], msgspec.Meta(min_length=2, max_length=20)]
    right: LocalId

    def renamed(self, rename: Rename) -> Self:
        """The options take other ids; the list keeps its own, which the text cites."""
        options = tuple(replace(one, id=rename(f"{self.id} {one.id}")) for one in self.options)
        return replace(self, options=options, right=rename(f"{self.id} {self.right}"))

    def right_text(self) -> str:
        return next((one.text for one in self.options if one.id == self.right), "")


class DropdownsChallenge(Challenge, kw_only=True, frozen=True, tag="dropdowns"):
    """Right when each list holds its right option, by exact equality (evaluation 1.6, select)."""

    text: Words
    fields: Annotated[tuple[Dropdown, ...], msgspec.Meta(min_length=1, max_length=10)]

    def renamed(self, rename: Rename) -> Self:
        return replace(self, fields=tuple(one.renamed(rename) for one in self.fields))

    def field_ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.fields)

    def refusal(self, answer: Answer) -> dict[str, str]:
        refused = {}
        for one in self.fields:
            if blank(answer, one.id):
                refused[one.id] = FROM_THE_LIST_OR_SKIP
            elif first(answer, one.id) not in {option.id for option in one.options}:
                refused[one.id] = FROM_THE_LIST
        return refused or unknown_fields(answer, self.field_ids())

    def grade(self, answer: Answer) -> Grade:
        found = {one.id: first(answer, one.id) == one.right for one in self.fields}
        return Grade(all(found.values()), found)

    def solution(self) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine(one.label, (one.right_text(),)) for one in self.fields)

    def right_answers(self) -> Iterator[Answer]:
        yield {one.id: (one.right,) for one in self.fields}

    def wrong_answers(self) -> Iterator[Answer]:
        right = next(self.right_answers())
        for one in self.fields:
            for option in one.options:
                if option.id != one.right:
                    yield {**right, one.id: (option.id,)}

    def faults(self) -> Iterator[Fault]:
        yield from duplicates(self.field_ids(), ("fields",))
        for position, one in enumerate(self.fields):
            yield from duplicates([option.id for option in one.options], ("fields", position, "options"))
            if one.right not in {option.id for option in one.options}:
                yield Fault(
                    ("fields", position, "right"),
                    "K043",
                    f"« {one.right} » n’est pas une option",
                    "donnez l’id d’une option",
                )
        places = PLACE.findall(self.text)
        if sorted(places) != sorted(self.field_ids()):
            yield Fault(
                ("text",),
                "K044",
                "les marques [[…]] et les champs ne correspondent pas",
                "mettez chaque champ une fois dans le texte",
            )
