"""What a target tests, in the figures a teacher chooses by. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from math import log2

from app.campaigns.goals import Goal, skills_by_competence
from app.content.index import Competence, ContentIndex


@dataclass(frozen=True)
class Covered:
    """A competence and how many of its skills are aimed at."""

    competence: Competence
    skills: int


@dataclass(frozen=True)
class Coverage:
    """Figures of a goal. `highest_level`: 1 to 8; `questions`: exact for a fixed list, else about."""

    competences: tuple[Covered, ...]
    topics: int
    skills: int
    highest_level: int
    questions: int
    fixed: bool


def coverage_of(goal: Goal, index: ContentIndex) -> Coverage:
    """What a campaign with that goal asks about; skills that the content no longer has are left out."""
    found = skills_by_competence(goal, index)
    skills = [skill for of_one in found.values() for skill in of_one]
    topics = Counter(skill.topic for skill in skills)
    fixed = goal.method == "fixed"
    return Coverage(
        competences=tuple(Covered(index.competences[code], len(of_one)) for code, of_one in found.items()),
        topics=len(topics),
        skills=len(skills),
        highest_level=max((skill.level for skill in skills), default=0),
        questions=len(goal.challenges) if fixed else _questions(topics.values()),
        fixed=fixed,
    )


def _questions(levels: Collection[int]) -> int:
    """About how many questions an adaptive test asks, from the number of levels of each topic.

    Each answer halves what is left to know of a topic; a tenth fewer are asked, as some answers tell more (the mean
    of simulated classes on a target profile and on a competence). No topic takes less than one.
    """
    return max(len(levels), round(0.9 * sum(log2(count + 1) for count in levels)))
