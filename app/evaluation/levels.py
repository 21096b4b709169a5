"""From knowledge to levels: what validated skills are worth in a competence of the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.content.index import Competence, Skill
from app.evaluation.knowledge import NOTHING_KNOWN, TopicKnowledge
from app.evaluation.scoring import CompetenceScore, competence_score

Known = Mapping[str, TopicKnowledge]


def is_validated(skill: Skill, known: Known) -> bool:
    element = known.get(skill.topic, NOTHING_KNOWN).get(skill.level)
    return element is not None and element.validated


def validated_skills(skills: Iterable[Skill], known: Known) -> list[Skill]:
    """The skills that the latest elements say are validated."""
    return [skill for skill in skills if is_validated(skill, known)]


def score_of(competence: Competence, known: Known, max_level: int) -> CompetenceScore:
    """What a person holds in a competence; `max_level`: highest reachable today, 1 to 8."""
    return competence_score((skill.pix for skill in validated_skills(competence.skills, known)), max_level)


def level_gained(competence: Competence, before: Known, after: Known, max_level: int) -> int | None:
    """The level to announce after an answer; None when it did not rise."""
    reached = score_of(competence, after, max_level).level
    return reached if reached > score_of(competence, before, max_level).level else None
