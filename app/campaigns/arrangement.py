"""The skills of a campaign in the order of the framework, so that a figure is a count inside a slice of letters. Pure.

A participation keeps one letter for each skill of the goal, in the goal's order (`outcomes`). Arranged, the skills of
an area stand side by side, those of a competence too, and those of a topic by rising level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from app.campaigns.outcomes import NOT_TESTED, VALIDATED
from app.content.index import ContentIndex, Skill


@dataclass(frozen=True, slots=True)
class Run:
    """Skills side by side: those of an area (`key` is `"1"`), a competence (`"1.1"`) or a topic (its id)."""

    key: str
    start: int
    end: int

    @property
    def total(self) -> int:
        """Skills aimed at."""
        return self.end - self.start

    def validated(self, letters: str) -> int:
        """How many of them the arranged `letters` say are validated."""
        return letters.count(VALIDATED, self.start, self.end)

    def highest(self, letters: str) -> int:
        """The place of the last one validated, -1 for none: in a topic, the highest level."""
        return letters.rfind(VALIDATED, self.start, self.end)


@dataclass(frozen=True)
class Arrangement:
    """`total` counts the skills that the content no longer has too: they belong to no run."""

    skills: tuple[Skill, ...]
    total: int
    areas: tuple[Run, ...]
    competences: tuple[Run, ...]
    topics: tuple[Run, ...]
    places: tuple[int, ...]
    """Where each of `skills` stands in the goal."""

    def arranged(self, outcomes: str) -> str:
        """The letters of a participation in this order; those that are missing are of skills not tested."""
        complete = outcomes.ljust(self.total, NOT_TESTED)
        if self._already:
            return complete
        return "".join(itemgetter(*self.places)(complete)) if self.places else ""

    @cached_property
    def _already(self) -> bool:
        """The goal has this very order: so does each competence, and each profile made of whole topics."""
        return self.places == tuple(range(self.total))


def arrangement_of(goal_skills: Sequence[str], index: ContentIndex) -> Arrangement:
    """The arrangement of a goal (ids of skills)."""
    stands = {name: place for place, name in enumerate(goal_skills)}
    skills = tuple(one for code in index.competences.values() for one in code.skills if one.id in stands)
    return Arrangement(
        skills,
        len(goal_skills),
        _runs(skills, lambda skill: str(index.competences[skill.competence].area)),
        _runs(skills, lambda skill: skill.competence),
        _runs(skills, lambda skill: skill.topic),
        tuple(stands[one.id] for one in skills),
    )


def _runs(skills: Iterable[Skill], key: Callable[[Skill], str]) -> tuple[Run, ...]:
    found: list[Run] = []
    for name, members in groupby(skills, key):
        start = found[-1].end if found else 0
        found.append(Run(name, start, start + sum(1 for _ in members)))
    return tuple(found)
