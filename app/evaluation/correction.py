"""An answer beside the right one: what the page « Réponses et tutos » shows. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.content.challenge import Answer, SolutionLine
from app.content.kinds import AnyChallenge
from app.content.kinds.choice import ChoiceChallenge
from app.content.kinds.dropdowns import DropdownsChallenge
from app.content.kinds.environment import EnvironmentChallenge
from app.content.kinds.fields import FieldsChallenge
from app.content.kinds.fields_any_order import FieldsAnyOrderChallenge
from app.content.kinds.matching import MatchingChallenge
from app.content.kinds.ordering import OrderingChallenge

Mark = Literal["", "right", "given_right", "given_wrong"]


@dataclass(frozen=True)
class CorrectedProposal:
    """A proposal of a choice: what it was, and why."""

    text: str
    mark: Mark
    why: str


@dataclass(frozen=True)
class CorrectedField:
    """A field: its label, what was given (empty for nothing), whether it is right, the right answers.

    What was asked in a window is `done` or not: nothing is given.
    """

    label: str
    given: str
    ok: bool
    accepted: Sequence[str]
    done: bool = False


@dataclass(frozen=True)
class Correction:
    """`proposals` for choices, `fields` for everything else; `others` are right answers that nobody gave."""

    proposals: Sequence[CorrectedProposal] = ()
    fields: Sequence[CorrectedField] = ()
    others: Sequence[str] = ()


def correct(body: AnyChallenge, given: Answer) -> Correction:
    """The correction of an answer; a skipped one is empty."""
    if isinstance(body, ChoiceChallenge):
        chosen = set(given.get("", ()))
        return Correction(
            proposals=[
                CorrectedProposal(one.text, _mark(one.right, one.id in chosen), one.why) for one in body.proposals
            ]
        )
    grade = body.grade(given)
    if isinstance(body, EnvironmentChallenge):
        return Correction(fields=[CorrectedField(says, "", ok, (), done=ok) for says, ok in grade.fields.items()])
    if isinstance(body, OrderingChallenge):
        return Correction(fields=_ordering(body, given))
    if isinstance(body, FieldsAnyOrderChallenge):
        return _any_order(body, given)
    solution = body.solution()
    shown = _shown(body, given)
    fields = [
        CorrectedField(line.label, shown.get(name, ""), grade.fields.get(name, grade.ok), line.accepted)
        for name, line in zip(body.field_ids(), solution or (SolutionLine("", ()),), strict=False)
    ]
    return Correction(fields=fields)


def _mark(right: bool, chosen: bool) -> Mark:
    if chosen:
        return "given_right" if right else "given_wrong"
    return "right" if right else ""


def _shown(body: AnyChallenge, given: Answer) -> Mapping[str, str]:
    """What was given, in the words of the page."""
    texts = {name: ", ".join(values) for name, values in given.items()}
    if isinstance(body, MatchingChallenge):
        return {name: body.right_text(text) for name, text in texts.items()}
    if isinstance(body, DropdownsChallenge):
        options = {one.id: {option.id: option.text for option in one.options} for one in body.fields}
        return {name: options.get(name, {}).get(text, "") for name, text in texts.items()}
    if isinstance(body, FieldsChallenge):
        units = {one.id: one.unit for one in body.fields}
        return {name: f"{text} {units.get(name, '')}".strip() if text else "" for name, text in texts.items()}
    return texts


def _ordering(body: OrderingChallenge, given: Answer) -> list[CorrectedField]:
    fields = []
    whole = body.grade(given).ok
    for rank, one in enumerate(body.items, 1):
        place = "".join(given.get(one.id, ()))
        fields.append(CorrectedField(one.text, place, whole or place == str(rank), (str(rank),)))
    return fields


def _any_order(body: FieldsAnyOrderChallenge, given: Answer) -> Correction:
    taken = body.taken(given)
    fields = [
        CorrectedField(one.label, ", ".join(given.get(one.id, ())), bool(taken.get(one.id)), ()) for one in body.fields
    ]
    if all(field.ok for field in fields):
        return Correction(fields=fields)
    found = [group.id for group in taken.values() if group]
    others = [
        line.accepted[0] for line, group in zip(body.solution(), body.groups, strict=True) if group.id not in found
    ]
    return Correction(fields=fields, others=others)
