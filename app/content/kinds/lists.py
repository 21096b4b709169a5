"""What drop-downs and matching share: lists, each with one right option."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod
from typing import NamedTuple

from app.content.challenge import (
    FROM_THE_LIST,
    FROM_THE_LIST_OR_SKIP,
    Answer,
    Challenge,
    Grade,
    blank,
    first,
    unknown_fields,
)


class ListToChooseFrom(NamedTuple):
    """A field, its options and the right one, by id."""

    field: str
    options: Sequence[str]
    right: str


class ListsChallenge(Challenge, kw_only=True, frozen=True):
    """Right when each list holds its right option, by exact equality (evaluation 1.6, select)."""

    def lists(self) -> Sequence[ListToChooseFrom]:
        """The lists of the page."""
        raise NotImplementedError

    @property
    def luck(self) -> float:
        return 1 / prod(len(one.options) for one in self.lists())

    def field_ids(self) -> tuple[str, ...]:
        return tuple(one.field for one in self.lists())

    def refusal(self, answer: Answer) -> dict[str, str]:
        refused = {}
        for one in self.lists():
            if blank(answer, one.field):
                refused[one.field] = FROM_THE_LIST_OR_SKIP
            elif first(answer, one.field) not in one.options:
                refused[one.field] = FROM_THE_LIST
        return refused or unknown_fields(answer, self.field_ids())

    def grade(self, answer: Answer) -> Grade:
        found = {one.field: first(answer, one.field) == one.right for one in self.lists()}
        return Grade(all(found.values()), found)

    def right_answers(self) -> Iterator[Answer]:
        yield {one.field: (one.right,) for one in self.lists()}

    def wrong_answers(self) -> Iterator[Answer]:
        right = next(self.right_answers())
        for one in self.lists():
            for option in one.options:
                if option != one.right:
                    yield {**right, one.field: (option,)}
