"""Items to put in order, each with a list of positions: no dragging needed."""

from __future__ import annotations

from collections.abc import Iterator
from math import factorial
from typing import Annotated, Self

import msgspec
from msgspec.structs import replace

from app.content.challenge import (
    FROM_THE_LIST,
    Answer,
    Challenge,
    Grade,
    SolutionLine,
    blank,
    duplicates,
    first,
    unknown_fields,
)
from app.content.opaque_ids import Rename
from app.content.parts import Fault, Line, LocalId, Part
from app.lib.msgids import N_


class Item(Part, kw_only=True, frozen=True):
    id: LocalId
    text: Line


class OrderingChallenge(Challenge, kw_only=True, frozen=True, tag="ordering"):
    """Right when the positions follow the written order, or, when `before` is given, every one of its constraints."""

    items: Annotated[tuple[Item, ...], msgspec.Meta(min_length=3, max_length=8)]
    before: tuple[tuple[LocalId, LocalId], ...] = ()

    def renamed(self, rename: Rename) -> Self:
        return replace(
            self,
            items=tuple(replace(one, id=rename(one.id)) for one in self.items),
            before=tuple((rename(a), rename(b)) for a, b in self.before),
        )

    @property
    def luck(self) -> float:
        return 1 / factorial(len(self.items))

    def field_ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.items)

    def refusal(self, answer: Answer) -> dict[str, str]:
        refused = {
            one.id: N_("Donnez une place à cet élément, ou passez la question : vous pourrez y revenir plus tard.")
            for one in self.items
            if blank(answer, one.id)
        }
        if refused or (refused := unknown_fields(answer, self.field_ids())):
            return refused
        places = self._places(answer)
        for name, place in places.items():
            if not 1 <= place <= len(self.items):
                refused[name] = FROM_THE_LIST
            elif list(places.values()).count(place) > 1:
                refused[name] = N_("Deux éléments ont la même place.")
        return refused

    def grade(self, answer: Answer) -> Grade:
        places = self._places(answer)
        if sorted(places.values()) != list(range(1, len(self.items) + 1)):
            return Grade(False)
        if self.before:
            return Grade(all(places.get(a, 0) < places.get(b, 0) for a, b in self.before))
        return Grade(all(places[one.id] == rank for rank, one in enumerate(self.items, 1)))

    def solution(self) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine(str(rank), (one.text,)) for rank, one in enumerate(self.items, 1))

    def right_answers(self) -> Iterator[Answer]:
        yield {one.id: (str(rank),) for rank, one in enumerate(self.items, 1)}

    def wrong_answers(self) -> Iterator[Answer]:
        last = len(self.items)
        yield {one.id: (str(last + 1 - rank),) for rank, one in enumerate(self.items, 1)}

    def faults(self) -> Iterator[Fault]:
        yield from duplicates(self.field_ids(), ("items",))
        ids = set(self.field_ids())
        for position, pair in enumerate(self.before):
            if not set(pair) <= ids:
                yield Fault(
                    ("before", position),
                    "K045",
                    "cette contrainte cite un élément inconnu",
                    "utilisez les id des items",
                )
                return
        if not self.grade(next(self.right_answers())).ok:
            yield Fault(
                ("before",),
                "K046",
                "l’ordre écrit ne respecte pas `before`",
                "écrivez les items dans un ordre juste",
            )

    def _places(self, answer: Answer) -> dict[str, int]:
        texts = {one.id: first(answer, one.id) for one in self.items}
        return {
            name: int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
            for name, text in texts.items()
        }
