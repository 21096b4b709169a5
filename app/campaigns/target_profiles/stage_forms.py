"""The form of the stages of a target: the whole set at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.accounts.identity import clean_name
from app.campaigns.target_profiles.refusals import CriteriaFrozen
from app.campaigns.target_profiles.stages import MOST_STAGES, Stage, ordered, stage_faults
from app.lib.msgids import N_
from app.web.forms import Errors, Form

FEWEST_ROWS = 4
_NUMBER = re.compile(r"(\d{1,4})\s*%?", re.ASCII)


@dataclass(frozen=True)
class TypedStage:
    """A row as someone filled it in; `number` from 1, in the names of its fields."""

    number: int
    value: str = ""
    first_skill: bool = False
    title: str = ""
    message: str = ""
    prescriber_title: str = ""
    prescriber_description: str = ""
    removed: bool = False

    @property
    def is_blank(self) -> bool:
        words = (self.value, self.title, self.message, self.prescriber_title, self.prescriber_description)
        return not any(words) and not self.first_skill


@dataclass(frozen=True)
class TypedStages:
    """The form: set `by` threshold or by level."""

    by: str
    rows: tuple[TypedStage, ...]

    @property
    def kept(self) -> list[TypedStage]:
        """The rows that make stages."""
        return [one for one in self.rows if not one.is_blank and not one.removed]

    @property
    def can_grow(self) -> bool:
        return len(self.rows) < MOST_STAGES


def as_they_are(stages: Sequence[Stage], levels: Sequence[int]) -> TypedStages:
    """The form before anything is typed, with rows to fill in."""
    line = ordered(stages, levels)
    rows = [
        TypedStage(
            number,
            _value(one),
            one.first_skill,
            one.title,
            one.message,
            one.prescriber_title,
            one.prescriber_description,
        )
        for number, one in enumerate(line, 1)
    ]
    by = "level" if any(one.level is not None for one in stages) else "threshold"
    return TypedStages(by, _with_blanks(rows or [TypedStage(1, value="0")], max(FEWEST_ROWS, len(rows) + 1)))


def read_stages(form: Form) -> TypedStages:
    """What was typed, row by row."""
    numbers = sorted({int(name) for name in form.fields("title.") if re.fullmatch("[1-9][0-9]?", name, re.ASCII)})
    rows = [_row(form, number) for number in numbers[:MOST_STAGES]]
    return TypedStages("level" if form.text("by") == "level" else "threshold", _with_blanks(rows, 1))


def with_one_more(typed: TypedStages) -> TypedStages:
    """A row more to fill in, and those to remove gone."""
    kept = [one for one in typed.rows if not one.removed]
    return replace(typed, rows=_with_blanks(kept, min(len(kept) + 1, MOST_STAGES)))


def stages_from(typed: TypedStages) -> list[Stage]:
    """The stages of the rows that are kept; a value that is no number is none."""
    return [
        Stage(
            one.title,
            one.message,
            _number(one.value) if typed.by == "threshold" else None,
            _number(one.value) if typed.by == "level" else None,
            one.first_skill,
            one.prescriber_title,
            one.prescriber_description,
        )
        for one in typed.kept
    ]


def to_correct(typed: TypedStages, highest_level: int) -> Errors:
    """What to correct, by field of each row: `value.2`, `title.3`…"""
    errors = Errors()
    rows = typed.kept
    for one in rows:
        if one.value and _number(one.value) is None:
            errors.add(f"value.{one.number}", N_("Écrivez un nombre entier."))
    for fault in stage_faults(stages_from(typed), highest_level):
        name = "form" if fault.position is None else f"{fault.field}.{rows[fault.position].number}"
        errors.add(name, fault.message)
    return errors


def with_words(stages: Sequence[Stage], levels: Sequence[int], typed: TypedStages) -> TypedStages:
    """For criteria that do not move: the rows of the stages that exist, with the words that were typed."""
    rows = {one.number: one for one in typed.rows}
    kept = [
        replace(
            rows.get(number, TypedStage(number)),
            number=number,
            value=_value(one),
            first_skill=one.first_skill,
            removed=False,
        )
        for number, one in enumerate(ordered(stages, levels), 1)
    ]
    by = "level" if any(one.level is not None for one in stages) else "threshold"
    return TypedStages(by, tuple(kept))


def moved_criteria(form: Form, typed: TypedStages, frozen: TypedStages) -> Errors:
    """What to say when a form made before a campaign used the target would move its criteria."""
    errors = Errors()
    if form.fields("value.") and [_criterion(one) for one in typed.kept] != [_criterion(one) for one in frozen.rows]:
        errors.add("form", CriteriaFrozen.message)
    return errors


def _row(form: Form, number: int) -> TypedStage:
    return TypedStage(
        number,
        form.text(f"value.{number}")[:20],
        form.flag(f"first_skill.{number}"),
        clean_name(form.text(f"title.{number}")),
        form.text(f"message.{number}"),
        clean_name(form.text(f"prescriber_title.{number}")),
        form.text(f"prescriber_description.{number}"),
        form.flag(f"remove.{number}"),
    )


def _with_blanks(rows: Sequence[TypedStage], most: int) -> tuple[TypedStage, ...]:
    """The rows numbered from 1, and blank ones up to so many."""
    numbered = [replace(one, number=number) for number, one in enumerate(rows, 1)]
    return (*numbered, *(TypedStage(number) for number in range(len(rows) + 1, min(most, MOST_STAGES) + 1)))


def _criterion(row: TypedStage) -> tuple[bool, int | None]:
    return row.first_skill, None if row.first_skill else _number(row.value)


def _value(stage: Stage) -> str:
    value = stage.threshold if stage.threshold is not None else stage.level
    return "" if value is None else str(value)


def _number(text: str) -> int | None:
    found = _NUMBER.fullmatch(text)
    return int(found[1]) if found else None
