"""Items to pair, each with a list: no dragging needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

import msgspec
from msgspec.structs import replace

from app.content.challenge import SolutionLine, duplicates
from app.content.kinds.lists import ListsChallenge, ListToChooseFrom
from app.content.opaque_ids import Rename
from app.content.parts import Fault, Line, LocalId, Part


class LeftItem(Part, kw_only=True, frozen=True):
    id: LocalId
    text: Line
    right: LocalId


class RightItem(Part, kw_only=True, frozen=True):
    id: LocalId
    text: Line


class MatchingChallenge(ListsChallenge, kw_only=True, frozen=True, tag="matching"):
    """Right when each item of the left has its right one, which may serve several times or never."""

    left: Annotated[tuple[LeftItem, ...], msgspec.Meta(min_length=2, max_length=10)]
    right: Annotated[tuple[RightItem, ...], msgspec.Meta(min_length=2, max_length=12)]

    def renamed(self, rename: Rename) -> Self:
        return replace(
            self,
            left=tuple(replace(one, id=rename(f"left {one.id}"), right=rename(one.right)) for one in self.left),
            right=tuple(replace(one, id=rename(one.id)) for one in self.right),
        )

    def lists(self) -> list[ListToChooseFrom]:
        options = [one.id for one in self.right]
        return [ListToChooseFrom(one.id, options, one.right) for one in self.left]

    def right_text(self, item: str) -> str:
        return next((one.text for one in self.right if one.id == item), "")

    def solution(self) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine(one.text, (self.right_text(one.right),)) for one in self.left)

    def faults(self) -> Iterator[Fault]:
        yield from duplicates(self.field_ids(), ("left",))
        yield from duplicates([one.id for one in self.right], ("right",))
        known = {one.id for one in self.right}
        for position, one in enumerate(self.left):
            if one.right not in known:
                yield Fault(
                    ("left", position, "right"),
                    "K047",
                    f"« {one.right} » n’est pas à droite",
                    "donnez l’id d’un élément de `right`",
                )
