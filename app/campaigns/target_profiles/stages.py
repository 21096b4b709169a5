"""Stages (« paliers »): steps of mastery of a target, which one a participation reached, what a set must be. Pure.

Source of the rules: facts of Pix Orga, section 1.11. A set is made of a zero stage, perhaps of one reached with the
first skill validated, and of others set either all by threshold (percent of the skills) or all by level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.campaigns.mastery import percent_of
from app.lib.msgids import N_

LONGEST_TITLE = 255
LONGEST_MESSAGE = 2_000
MOST_STAGES = 12
HIGHEST_THRESHOLD = 100

FaultName = Literal[
    "no_zero",
    "mixed",
    "too_many",
    "no_value",
    "two_values",
    "first_skill_with_value",
    "second_first_skill",
    "same_value",
    "threshold_out_of_range",
    "level_out_of_range",
    "no_title",
    "no_message",
    "long_title",
    "long_message",
]
FAULTS: Mapping[FaultName, tuple[str, str]] = {
    "no_zero": ("form", N_("Il manque le palier zéro : celui de qui n’a encore rien validé.")),
    "mixed": ("form", N_("Fixez les paliers tous par seuil, ou tous par niveau.")),
    "too_many": ("form", N_("Un profil cible a douze paliers au plus.")),
    "no_value": ("value", N_("Indiquez le seuil ou le niveau de ce palier.")),
    "two_values": ("value", N_("Un palier a un seuil ou un niveau, pas les deux.")),
    "first_skill_with_value": ("value", N_("Le palier du premier acquis n’a ni seuil, ni niveau.")),
    "second_first_skill": ("value", N_("Un seul palier peut être celui du premier acquis validé.")),
    "same_value": ("value", N_("Un autre palier a déjà cette valeur.")),
    "threshold_out_of_range": ("value", N_("Un seuil va de 0 à 100 %.")),
    "level_out_of_range": ("value", N_("Ce niveau dépasse celui des acquis du profil cible.")),
    "no_title": ("title", N_("Donnez un titre à ce palier.")),
    "no_message": ("message", N_("Écrivez le message que lira l’élève.")),
    "long_title": ("title", N_("Ce titre est trop long : 255 caractères au plus.")),
    "long_message": ("message", N_("Ce message est trop long : 2 000 caractères au plus.")),
}
"""Each rule of a set: the field of its form, and what to say when it is not kept."""


@dataclass(frozen=True)
class Stage:
    """One stage: exactly one of `threshold` (0 to 100), `level` (0 to 8) or `first_skill`."""

    title: str
    message: str
    threshold: int | None = None
    level: int | None = None
    first_skill: bool = False
    prescriber_title: str = ""
    prescriber_description: str = ""
    id: int = 0

    @property
    def is_zero(self) -> bool:
        return self.threshold == 0 or self.level == 0


@dataclass(frozen=True)
class StageFault:
    """A rule that a set does not keep; `position` of the stage concerned, None for the set itself."""

    name: FaultName
    position: int | None

    @property
    def field(self) -> str:
        """The field of the form that is to correct."""
        return FAULTS[self.name][0]

    @property
    def message(self) -> str:
        return FAULTS[self.name][1]


@dataclass(frozen=True)
class Reached:
    """The stage reached: the `number`-th of `total` (1 for the zero stage); `stars` out of `most_stars`."""

    stage: Stage
    number: int
    total: int

    @property
    def stars(self) -> int:
        return self.number - 1

    @property
    def most_stars(self) -> int:
        return self.total - 1


def threshold_of(stage: Stage, levels: Sequence[int]) -> int:
    """Percent of the skills from which a stage is reached; `levels`: of each skill aimed at.

    By level: the share of the skills that are not above it, rounded half up. The zero stage and the one of the first
    skill keep 0.
    """
    if stage.first_skill or stage.is_zero:
        return 0
    if stage.threshold is not None:
        return stage.threshold
    return percent_of(sum(level <= (stage.level or 0) for level in levels), len(levels))


def ordered(stages: Sequence[Stage], levels: Sequence[int]) -> tuple[Stage, ...]:
    """By threshold, the one of the first skill just after the zero stage."""
    return tuple(
        sorted(
            stages, key=lambda one: (not one.is_zero, not one.first_skill, threshold_of(one, levels), one.level or 0)
        )
    )


def reached_stage(stages: Sequence[Stage], validated: int, levels: Sequence[int]) -> Reached | None:
    """The stage of a participation that validated so many of the skills aimed at; None without stages.

    `levels`: of each skill aimed at. What is compared is the percentage that everyone reads, in whole percents: who is
    told « 50 % » has reached the stage of 50.
    """
    line = ordered(stages, levels)
    if not line:
        return None
    number, percent = 1, percent_of(validated, len(levels))
    if validated:
        for rank, one in enumerate(line, 1):
            if one.first_skill or threshold_of(one, levels) <= percent:
                number = rank
    return Reached(line[number - 1], number, len(line))


def stage_faults(stages: Sequence[Stage], highest_level: int) -> Iterator[StageFault]:
    """Everything that keeps a set from being used, by stage; `highest_level`: of the skills aimed at."""
    by_level = any(one.level is not None for one in stages)
    mixed = by_level and any(one.threshold is not None for one in stages)
    first = next((place for place, one in enumerate(stages) if one.first_skill), None)
    values: set[tuple[int | None, int | None]] = set()
    if len(stages) > MOST_STAGES:
        yield StageFault("too_many", None)
    if stages and not any(one.is_zero for one in stages):
        yield StageFault("no_zero", None)
    if mixed:
        yield StageFault("mixed", None)
    for position, one in enumerate(stages):
        value = (one.threshold, one.level)
        yield from (StageFault(name, position) for name in _faults_of_one(one, highest_level))
        if one.first_skill and position != first:
            yield StageFault("second_first_skill", position)
        if value != (None, None) and value in values:
            yield StageFault("same_value", position)
        values.add(value)


def _faults_of_one(one: Stage, highest_level: int) -> Iterator[FaultName]:
    if one.first_skill and not (one.threshold is None and one.level is None):
        yield "first_skill_with_value"
    elif one.threshold is not None and one.level is not None:
        yield "two_values"
    elif not one.first_skill and one.threshold is None and one.level is None:
        yield "no_value"
    if one.threshold is not None and not 0 <= one.threshold <= HIGHEST_THRESHOLD:
        yield "threshold_out_of_range"
    if one.level is not None and not 0 <= one.level <= highest_level:
        yield "level_out_of_range"
    if not one.title:
        yield "no_title"
    if not one.message:
        yield "no_message"
    if max(len(one.title), len(one.prescriber_title)) > LONGEST_TITLE:
        yield "long_title"
    if max(len(one.message), len(one.prescriber_description)) > LONGEST_MESSAGE:
        yield "long_message"


def distribution(stages: Sequence[Stage], validated: Mapping[int, int], levels: Sequence[int]) -> list[int]:
    """How many participants reached each stage, in their order; `validated`: number of skills -> participants."""
    counts = [0] * len(stages)
    for skills, people in validated.items():
        found = reached_stage(stages, skills, levels)
        if found:
            counts[found.number - 1] += people
    return counts
