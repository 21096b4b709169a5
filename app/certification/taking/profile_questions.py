"""The questions of the test on the profile, from what somebody knows."""

from __future__ import annotations

from collections.abc import Sequence

from app.certification.scoring.profile_picking import ValidatedSkill, pick
from app.content.index import ContentIndex
from app.evaluation.knowledge import NOTHING_KNOWN
from app.evaluation.levels import score_of
from app.evaluation.queries import knowledge_of
from app.evaluation.tables import Answer
from app.settings import settings


async def profile_questions(user: int, candidate: int, index: ContentIndex) -> Sequence[str]:
    """The challenges to ask, three at most for each competence of level 1 or more; the candidate's number draws."""
    known = await knowledge_of(user)
    validated = []
    for code, competence in index.competences.items():
        if not score_of(competence, known, settings().max_reachable_level).certifiable:
            continue
        skills = [
            ValidatedSkill(one.id, one.topic, one.level, tuple(each.id for each in index.challenges_of(one.id)))
            for one in competence.skills
            if (element := known.get(one.topic, NOTHING_KNOWN).get(one.level)) and element.validated and element.direct
        ]
        validated.append((code, skills))
    rows = await Answer.raw(
        'SELECT DISTINCT r.challenge FROM answer r JOIN assessment a ON a.id = r.assessment WHERE a."user" = {}', user
    )
    return [one.challenge for one in pick(validated, {row["challenge"] for row in rows}, candidate)]
