"""People whose level is known take the test of each competence: how far from it are they placed? Pure.

The real engine chooses, the real challenges grade, the real rules infer and score; only the database is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from math import sqrt
from random import Random
from statistics import fmean

from app.content.index import Competence, ContentIndex, Skill
from app.demo.simulated_learner import Ability, respond
from app.evaluation.knowledge import NOTHING_KNOWN, TargetSkill, TopicKnowledge, apply_answer
from app.evaluation.placement import Ask, Finished, PlacementEngine, PreparedScope, Question, Situation, prepare_scope
from app.evaluation.scoring import HIGHEST_LEVEL, PIX_PER_LEVEL, competence_score

LOWEST, HIGHEST = 0.5, 7.5
"""Between which levels are drawn, evenly."""
SPREAD_OF_TOPICS = 0.8
"""How much better, or worse, somebody is in a topic than in the competence: a standard deviation, in levels."""
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Placed:
    """One test: the level the skills mastered are worth, the level found (both pix / 8), and how it went."""

    level: float
    found: float
    questions: int
    ran_out: bool
    """It ended because no challenge was left on skills still to be known."""


@dataclass(frozen=True)
class Trial:
    """What the tests of a competence gave. `bias` and `error` (root mean square) in levels."""

    competence: str
    skills: int
    challenges: int
    learners: int
    questions: float
    bias: float
    error: float
    within_one: float
    """Part of the learners placed at one level or less from theirs."""
    ran_out: int


def trial(index: ContentIndex, competence: Competence, engine: PlacementEngine, learners: int, seed: int) -> Trial:
    """The same seed gives the same learners, hence the same figures."""
    random = Random(f"{seed} {competence.code}")
    placed = [_place(index, competence, engine, random, number) for number in range(learners)]
    gaps = [one.found - one.level for one in placed]
    return Trial(
        competence=competence.code,
        skills=len(competence.skills),
        challenges=sum(len(index.challenges_of(skill.id)) for skill in competence.skills),
        learners=learners,
        questions=fmean(one.questions for one in placed),
        bias=fmean(gaps),
        error=sqrt(fmean(gap * gap for gap in gaps)),
        within_one=fmean(abs(gap) <= 1 for gap in gaps),
        ran_out=sum(one.ran_out for one in placed),
    )


def _place(index: ContentIndex, competence: Competence, engine: PlacementEngine, random: Random, number: int) -> Placed:
    level = random.uniform(LOWEST, HIGHEST)
    ability = Ability(level, {topic.id: random.gauss(0, SPREAD_OF_TOPICS) for topic in competence.topics})
    known, questions, end = _take(index, competence, engine, ability, random, number)
    held = [one.pix for one in competence.skills if _validated(known, one)]
    mastered = [one.pix for one in competence.skills if ability.masters(one.topic, one.level)]
    return Placed(
        level=competence_score(mastered, HIGHEST_LEVEL).pix / PIX_PER_LEVEL,
        found=competence_score(held, HIGHEST_LEVEL).pix / PIX_PER_LEVEL,
        questions=questions,
        ran_out=end.reason == "nothing_playable",
    )


def _take(
    index: ContentIndex, competence: Competence, engine: PlacementEngine, ability: Ability, random: Random, number: int
) -> tuple[Mapping[str, TopicKnowledge], int, Finished]:
    """A test, from the first question to the end: what is known then, after how many questions, and why it ended."""
    scope = _scope(index, competence)
    known: dict[str, TopicKnowledge] = {}
    answered: set[str] = set()
    timed = False
    while isinstance(step := engine.next(scope, Situation(known, answered, timed, number)), Ask):
        challenge = index.challenges[step.challenge_id]
        given = respond(ability, challenge, random)
        topic = challenge.skill.topic
        known[topic] = apply_answer(
            known.get(topic, NOTHING_KNOWN),
            scope.levels[topic],
            challenge.skill.level,
            validated=not given.skipped and challenge.body.grade(given.values).ok,
            assessment=number,
            at=EPOCH,
        )
        answered.add(challenge.id)
        timed = challenge.body.timer is not None
    return known, len(answered), step


def _scope(index: ContentIndex, competence: Competence) -> PreparedScope:
    return prepare_scope(
        [TargetSkill(one.id, one.topic, one.level) for one in competence.skills],
        {
            one.id: [Question(playable.id, playable.body.timer is not None) for playable in index.challenges_of(one.id)]
            for one in competence.skills
        },
    )


def _validated(known: Mapping[str, TopicKnowledge], skill: Skill) -> bool:
    element = known.get(skill.topic, NOTHING_KNOWN).get(skill.level)
    return element is not None and element.validated
