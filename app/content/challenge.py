"""What every kind of challenge has in common.

A kind (one file in `app/content/kinds`) is a struct: its fields are the YAML format, the JSON Schema for editors and
the stored body, all at once. Its methods are pure: they read an answer, grade it, and say what is wrong in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Literal, Self

import msgspec

from app.content.environments import AnyWorld
from app.content.opaque_ids import Rename
from app.content.parts import Fault, FileName, Line, Part, Words
from app.lib.msgids import N_
from app.lib.text_matching import Treatment

ID_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
MAX_TEXT = 10_000
"""Longest text a learner may send in one field, in characters."""

FROM_THE_LIST = N_("Choisissez dans la liste.")
FROM_THE_LIST_OR_SKIP = N_("Choisissez dans la liste, ou passez la question : vous pourrez y revenir plus tard.")

Answer = Mapping[str, Sequence[str]]
"""What a learner gave: field id -> values. The only field of a one-field kind is `""` (`answer` in the form)."""

ChallengeId = Annotated[str, msgspec.Meta(pattern=f"^ch-[{ID_ALPHABET}]{{8}}$")]
SkillId = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9-]*-[1-8]$")]
TutorialId = Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9-]*$")]
Treatments = tuple[Treatment, ...]
EVERY_TREATMENT: Treatments = ("case", "punctuation", "distance")

Status = Literal["draft", "active", "retired"]
Mark = Literal["sight", "colour", "sound", "pointing", "computer"]


class Illustration(Part, kw_only=True, frozen=True):
    file: FileName
    alt: Words
    credit: str = "Pix, CC BY-SA 4.0"


class Examples(Part, kw_only=True, frozen=True):
    """Proof that the rules of an open answer do what their author thinks."""

    accepted: tuple[str | int | float, ...] = ()
    refused: tuple[str | int | float, ...] = ()


class OpenField(Part, kw_only=True, frozen=True):
    """One text box: its label and how it looks."""

    label: Line = "Votre réponse"
    hint: str = ""
    width: Literal["short", "words", "sentence"] = "words"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """Whether an answer is right, and which of its fields are (empty for a kind judged as a whole)."""

    ok: bool
    fields: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SolutionLine:
    """One line of the correction: a label (empty when there is one field), the right answers, the one to show first."""

    label: str
    accepted: tuple[str, ...]


class Challenge(Part, kw_only=True, frozen=True, tag_field="kind"):
    """A question or task that tests one skill (the fields are documented in content/README.md)."""

    id: ChallengeId
    version: Annotated[int, msgspec.Meta(ge=1)] = 1
    status: Status = "active"
    skill: SkillId
    locale: Literal["fr", "en"] = "fr"
    instruction: str = ""
    question: Line
    alternative: str = ""
    explanation: Words
    illustration: Illustration | None = None
    attachments: tuple[FileName, ...] = ()
    timer: Annotated[int, msgspec.Meta(ge=10, le=1800)] | None = None
    focused: bool = False
    marks: tuple[Mark, ...] = ()
    review_by: Annotated[int, msgspec.Meta(ge=2026, le=2100)] | None = None
    tutorials: tuple[TutorialId, ...] | None = None
    more: tuple[TutorialId, ...] | None = None
    replaces: ChallengeId | None = None
    environment: AnyWorld | None = None

    @property
    def kind(self) -> str:
        return str(self.__struct_config__.tag)

    @property
    def luck(self) -> float:
        """The chance, 0 to 1, that somebody who knows nothing is right by choosing at random among what is offered."""
        return 0.0

    def field_ids(self) -> tuple[str, ...]:
        """The fields an answer must give; `("",)` when there is only one."""
        return ("",)

    def renamed(self, rename: Rename) -> Self:
        """The same challenge with other ids for what a page sends back and its author named freely."""
        del rename
        return self

    def refusal(self, answer: Answer) -> dict[str, str]:
        """Messages (French msgids) by field for an answer that cannot be sent; empty when it can."""
        raise NotImplementedError

    def grade(self, answer: Answer) -> Grade:
        """Whether an answer is right. Defined for any answer, sendable or not."""
        raise NotImplementedError

    def solution(self) -> tuple[SolutionLine, ...]:
        """The right answer, in words."""
        raise NotImplementedError

    def right_answers(self) -> Iterator[Answer]:
        """Answers that must be graded right: they prove that the challenge can be solved."""
        raise NotImplementedError

    def wrong_answers(self) -> Iterator[Answer]:
        """Answers that must be graded wrong."""
        raise NotImplementedError

    def faults(self) -> Iterator[Fault]:
        """Mistakes of authoring that the shape alone does not show."""
        raise NotImplementedError


def first(answer: Answer, name: str = "") -> str:
    """The value of a field that has one; empty when it is missing."""
    values = answer.get(name, ())
    return values[0] if values else ""


def blank(answer: Answer, name: str = "") -> bool:
    return not first(answer, name).strip()


def too_long(answer: Answer) -> dict[str, str]:
    """Refuses texts longer than `MAX_TEXT`."""
    message = N_("Cette réponse est trop longue : 10 000 caractères au plus.")
    return {name: message for name, values in answer.items() if any(len(v) > MAX_TEXT for v in values)}


def unknown_fields(answer: Answer, known: Sequence[str]) -> dict[str, str]:
    """Refuses fields that the challenge does not have."""
    return {name: N_("Ce champ n’existe pas dans l’épreuve.") for name in answer if name not in known}


def duplicates(ids: Sequence[str], at: tuple[str | int, ...]) -> Iterator[Fault]:
    """Faults for ids given twice in a list."""
    seen: set[str] = set()
    for position, one in enumerate(ids):
        if one in seen:
            yield Fault(
                (*at, position, "id"),
                "K001",
                f"l’identifiant « {one} » est donné deux fois",
                "donnez un identifiant à chacun",
            )
        seen.add(one)


PLACE = re.compile(r"\[\[([a-z0-9-]+)\]\]")
"""The mark of a drop-down list inside a text."""
