"""Several dependent fields (the reference's QROCM-dep): each answer takes one group, in any order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from app.content.challenge import (
    EVERY_TREATMENT,
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
from app.content.kinds.fields import EMPTY_FIELD
from app.content.kinds.matching_text import Accepted, as_texts, text_matches
from app.content.parts import Fault, Line, LocalId, Part


class FreeField(Part, kw_only=True, frozen=True):
    id: LocalId
    label: Line


class Group(Part, kw_only=True, frozen=True):
    """Variants of one expected answer."""

    id: LocalId
    accepted: Annotated[Accepted, msgspec.Meta(min_length=1)]


class FieldsAnyOrderChallenge(Challenge, kw_only=True, frozen=True, tag="fields_any_order"):
    """Right when every field took a group of its own (evaluation 1.8: greedy, in the order of the groups)."""

    fields: Annotated[tuple[FreeField, ...], msgspec.Meta(min_length=1, max_length=8)]
    groups: Annotated[tuple[Group, ...], msgspec.Meta(min_length=2, max_length=40)]
    treatments: Treatments = EVERY_TREATMENT

    def field_ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.fields)

    def refusal(self, answer: Answer) -> dict[str, str]:
        refused = {one.id: EMPTY_FIELD for one in self.fields if blank(answer, one.id)}
        return refused or unknown_fields(answer, self.field_ids()) or too_long(answer)

    def grade(self, answer: Answer) -> Grade:
        taken = self.taken(answer)
        found = {name: taken[name] is not None for name in taken}
        return Grade(bool(found) and all(found.values()), found)

    def taken(self, answer: Answer) -> dict[str, Group | None]:
        """The group each given field takes, or none."""
        left = list(self.groups)
        found: dict[str, Group | None] = {}
        for name in (name for name in self.field_ids() if name in answer):
            text = first(answer, name)
            group = next((g for g in left if text_matches(text, g.accepted, self.treatments)), None)
            if group is not None:
                left.remove(group)
            found[name] = group
        return found

    def solution(self) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine("", as_texts(group.accepted)) for group in self.groups)

    def right_answers(self) -> Iterator[Answer]:
        firsts = [as_texts(group.accepted)[0] for group in self.groups]
        names = self.field_ids()
        yield {name: (text,) for name, text in zip(names, firsts, strict=False)}
        yield {name: (text,) for name, text in zip(reversed(names), firsts, strict=False)}

    def wrong_answers(self) -> Iterator[Answer]:
        right = next(self.right_answers())
        names = self.field_ids()
        yield {**right, names[-1]: ("zzz qwx",)}
        if len(names) > 1:
            yield {**right, names[-1]: right[names[0]]}

    def faults(self) -> Iterator[Fault]:
        yield from duplicates(self.field_ids(), ("fields",))
        yield from duplicates([group.id for group in self.groups], ("groups",))
        if len(self.fields) > len(self.groups):
            yield Fault(
                ("fields",),
                "K042",
                "il y a plus de champs que de groupes",
                "ajoutez des groupes : chaque champ en prend un",
            )
