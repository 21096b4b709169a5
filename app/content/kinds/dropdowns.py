"""Drop-down lists inside a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

import msgspec
from msgspec.structs import replace

from app.content.challenge import PLACE, SolutionLine, duplicates
from app.content.kinds.lists import ListsChallenge, ListToChooseFrom
from app.content.opaque_ids import Rename
from app.content.parts import Fault, Line, LocalId, Part, Words


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


class DropdownsChallenge(ListsChallenge, kw_only=True, frozen=True, tag="dropdowns"):
    """Right when each list holds its right option, by exact equality (evaluation 1.6, select)."""

    text: Words
    fields: Annotated[tuple[Dropdown, ...], msgspec.Meta(min_length=1, max_length=10)]

    def renamed(self, rename: Rename) -> Self:
        return replace(self, fields=tuple(one.renamed(rename) for one in self.fields))

    def lists(self) -> list[ListToChooseFrom]:
        return [ListToChooseFrom(one.id, [option.id for option in one.options], one.right) for one in self.fields]

    def solution(self) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine(one.label, (one.right_text(),)) for one in self.fields)

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
