"""The questions of the test on the profile, from what somebody held on joining."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.certification.profile_held import profile_held
from app.certification.scoring.profile_picking import ValidatedSkill, pick
from app.certification.taking.neighbours import listed_in_session
from app.certification.taking.queries import Candidacy
from app.content.challenge import Mark
from app.content.index import ContentIndex
from app.evaluation.knowledge import NOTHING_KNOWN
from app.evaluation.levels import score_of
from app.evaluation.suitability import is_impossible
from app.evaluation.tables import Answer
from app.settings import settings


async def profile_questions(user: int, seen: Candidacy, index: ContentIndex, spared: Collection[Mark]) -> Sequence[str]:
    """The challenges to ask, three at most for each competence of level 1 or more; the candidate's number draws.

    `spared`: the marks of those that an adjusted test does not ask.
    """
    known = await profile_held(seen.id, user, seen.joined_at)
    validated = []
    for code, competence in index.competences.items():
        if not score_of(competence, known, settings().max_reachable_level).certifiable:
            continue
        skills = [
            ValidatedSkill(one.id, one.topic, one.level, _playable(one.id, index, spared))
            for one in competence.skills
            if (element := known.get(one.topic, NOTHING_KNOWN).get(one.level)) and element.validated and element.direct
        ]
        validated.append((code, skills))
    rows = await Answer.raw(
        'SELECT DISTINCT r.challenge FROM answer r JOIN assessment a ON a.id = r.assessment WHERE a."user" = {}', user
    )
    played, nearby = {row["challenge"] for row in rows}, await listed_in_session(seen.session)
    return [one.challenge for one in pick(validated, played, seen.id, nearby=nearby)]


def _playable(skill: str, index: ContentIndex, spared: Collection[Mark]) -> tuple[str, ...]:
    return tuple(one.id for one in index.challenges_of(skill) if not is_impossible(one.body.marks, spared))
