"""What a target tests, in the figures a teacher chooses by. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

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
        questions=len(goal.challenges) if fixed else sum(map(_questions, topics.values())),
        fixed=fixed,
    )


def _questions(levels: int) -> int:
    """About how many questions place someone among the levels of a topic: each answer halves what is left."""
    return levels.bit_length()
