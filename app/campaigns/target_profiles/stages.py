"""Stages (« paliers »): steps of mastery of a target, which one a participation reached, what a set must be. Pure.

Source of the rules: facts of Pix Orga, section 1.11. A set is made of a zero stage, perhaps of one reached with the
first skill validated, and of others set either all by threshold (percent of the skills) or all by level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.lib.msgids import N_

MOST_TITLE = 255
MOST_MESSAGE = 2_000
MOST_STAGES = 12


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
    """What is wrong in a set; `position` of the stage concerned, None for the set itself. `field` of its form."""

    position: int | None
    field: str
    message: str


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
    below = sum(level <= (stage.level or 0) for level in levels)
    return (200 * below + len(levels)) // (2 * len(levels)) if levels else 0


def ordered(stages: Sequence[Stage], levels: Sequence[int]) -> tuple[Stage, ...]:
    """By threshold, the one of the first skill just after the zero stage."""
    return tuple(
        sorted(stages, key=lambda one: (not one.is_zero, not one.first_skill, threshold_of(one, levels), one.id))
    )


def reached_stage(stages: Sequence[Stage], validated: int, levels: Sequence[int]) -> Reached | None:
    """The stage of a participation that validated so many of the skills aimed at; None without stages.

    `levels`: of each skill aimed at. Mastery is compared exactly, not rounded: 49.9 % does not reach 50.
    """
    line = ordered(stages, levels)
    if not line:
        return None
    number = 1
    if validated:
        for rank, one in enumerate(line, 1):
            if one.first_skill or 100 * validated >= threshold_of(one, levels) * len(levels):
                number = rank
    return Reached(line[number - 1], number, len(line))


def stage_faults(stages: Sequence[Stage], highest_level: int) -> Iterator[StageFault]:
    """Everything that keeps a set from being used; `highest_level`: of the skills aimed at."""
    for position, one in enumerate(stages):
        yield from _faults_of_one(position, one, highest_level)
    if not stages:
        return
    if len(stages) > MOST_STAGES:
        yield StageFault(None, "form", N_("Un profil cible a douze paliers au plus."))
    if not any(one.is_zero for one in stages):
        yield StageFault(None, "form", N_("Il manque le palier zéro : celui de qui n’a encore rien validé."))
    if sum(one.first_skill for one in stages) > 1:
        yield StageFault(None, "form", N_("Un seul palier peut être celui du premier acquis validé."))
    if any(one.level is not None for one in stages) and any(one.threshold is not None for one in stages):
        yield StageFault(None, "form", N_("Fixez les paliers tous par seuil, ou tous par niveau."))
    yield from _twice([(one.threshold, one.level) for one in stages])


def _faults_of_one(position: int, one: Stage, highest_level: int) -> Iterator[StageFault]:
    values = (one.threshold is not None) + (one.level is not None) + one.first_skill
    if values == 0:
        yield StageFault(position, "value", N_("Indiquez le seuil ou le niveau de ce palier."))
    elif values > 1:
        yield StageFault(position, "value", N_("Le palier du premier acquis n’a ni seuil, ni niveau."))
    if one.threshold is not None and not 0 <= one.threshold <= 100:
        yield StageFault(position, "value", N_("Un seuil va de 0 à 100."))
    if one.level is not None and not 0 <= one.level <= highest_level:
        yield StageFault(position, "value", N_("Ce niveau dépasse celui des acquis du profil cible."))
    if not one.title or len(one.title) > MOST_TITLE:
        yield StageFault(position, "title", N_("Donnez un titre, de 255 caractères au plus."))
    if not one.message or len(one.message) > MOST_MESSAGE:
        yield StageFault(position, "message", N_("Écrivez le message à l’élève, de 2 000 caractères au plus."))


def _twice(values: Sequence[tuple[int | None, int | None]]) -> Iterator[StageFault]:
    seen: dict[tuple[int | None, int | None], int] = {}
    for position, value in enumerate(values):
        if value != (None, None) and value in seen:
            yield StageFault(position, "value", N_("Un autre palier a déjà cette valeur."))
        seen.setdefault(value, position)


def distribution(stages: Sequence[Stage], validated: Mapping[int, int], levels: Sequence[int]) -> list[int]:
    """How many participants reached each stage, in their order; `validated`: number of skills -> participants."""
    counts = [0] * len(stages)
    for skills, people in validated.items():
        found = reached_stage(stages, skills, levels)
        if found:
            counts[found.number - 1] += people
    return counts
