"""What simulated people are tested on: the loaded content, or a generated bank that is the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from app.content.index import Competence, ContentIndex, PlayableChallenge
from app.evaluation.belief.grid import edge_of
from app.evaluation.belief.responses import USUAL_GUESS
from app.evaluation.belief.spreads import USUAL, Spreads
from app.evaluation.knowledge import TargetSkill
from app.evaluation.placement import PreparedScope, Question, prepare_scope
from app.evaluation.preparing import question_of, spreads_of
from app.evaluation.scoring import PIX_PER_LEVEL, exactly, pix_of_skill

AREAS = (3, 4, 4, 3, 2)
"""Competences of each area of the generated bank: those of the framework."""
TOPICS, LEVELS, CHALLENGES = 5, 8, 4
"""Topics of a competence, skills of a topic, challenges of a skill of the generated bank."""
GENERATED_LUCK = 0.15


@dataclass(frozen=True, slots=True)
class AimedSkill:
    """A skill. `edge`: the ability from which it is truly mastered. `worth`: in levels of the competence, pix / 8."""

    id: str
    topic: str
    level: int
    edge: float
    worth: float


@dataclass(frozen=True, slots=True)
class Item:
    """A challenge. `question`: what the engine is told of it; `luck`: how often it is truly found by chance."""

    question: Question
    skill: AimedSkill
    luck: float
    playable: PlayableChallenge | None = None


@dataclass(frozen=True, eq=False)
class CompetenceTest:
    """The test of one competence."""

    code: str
    area: str
    scope: PreparedScope
    skills: tuple[AimedSkill, ...]
    items: Mapping[str, Item]


@dataclass(frozen=True, eq=False)
class Bank:
    """The tests of all competences, in the order of their codes."""

    tests: tuple[CompetenceTest, ...]

    @cached_property
    def by_code(self) -> Mapping[str, CompetenceTest]:
        return {test.code: test for test in self.tests}

    @property
    def size(self) -> int:
        """How many challenges."""
        return sum(len(test.items) for test in self.tests)


def real_bank(index: ContentIndex, misset: float = 0.0, seed: int = 0) -> Bank:
    """The active challenges of a release."""
    random = Random(f"{seed} levels")
    return Bank(tuple(_real_test(index, one, misset, random) for one in index.competences.values()))


def generated_bank(misset: float = 0.0, seed: int = 0) -> Bank:
    """16 competences of 5 topics of 8 levels.

    `misset`: part of the skills whose edge is not that of their level, but of the one above or below.
    """
    random = Random(f"{seed} levels")
    codes = [(str(area), f"{area}.{rank}") for area, size in enumerate(AREAS, 1) for rank in range(1, size + 1)]
    topics = {f"{code}t{number}": code for _, code in codes for number in range(TOPICS)}
    return Bank(tuple(_generated_test(area, code, topics, misset, random) for area, code in codes))


def _real_test(index: ContentIndex, competence: Competence, misset: float, random: Random) -> CompetenceTest:
    skills = [
        AimedSkill(
            one.id, one.topic, one.level, _edge(one.level, misset, random), float(exactly(one.pix)) / PIX_PER_LEVEL
        )
        for one in competence.skills
    ]
    items = [
        Item(question_of(playable), skill, playable.body.luck, playable)
        for skill in skills
        for playable in index.challenges_of(skill.id)
    ]
    area = competence.code.partition(".")[0]
    return _test(competence.code, area, skills, items, index.competence_of, spreads_of(index))


def _generated_test(area: str, code: str, topics: Mapping[str, str], misset: float, random: Random) -> CompetenceTest:
    worth = float(pix_of_skill(TOPICS)) / PIX_PER_LEVEL
    skills = [
        AimedSkill(f"{topic}-{level}", topic, level, _edge(level, misset, random), worth)
        for topic, competence in topics.items()
        if competence == code
        for level in range(1, LEVELS + 1)
    ]
    items = [
        Item(Question(f"{skill.id}-{number}", luck=USUAL_GUESS), skill, GENERATED_LUCK)
        for skill in skills
        for number in range(CHALLENGES)
    ]
    return _test(code, area, skills, items, topics)


def _test(
    code: str,
    area: str,
    skills: Sequence[AimedSkill],
    items: Sequence[Item],
    competence_of: Mapping[str, str],
    spreads: Spreads = USUAL,
) -> CompetenceTest:
    questions: dict[str, list[Question]] = {}
    for item in items:
        questions.setdefault(item.skill.id, []).append(item.question)
    targets = [TargetSkill(one.id, one.topic, one.level) for one in skills]
    return CompetenceTest(
        code,
        area,
        prepare_scope(targets, questions, competence_of, spreads),
        tuple(skills),
        {item.question.id: item for item in items},
    )


def _edge(level: int, misset: float, random: Random) -> float:
    off, upwards = random.random() < misset, random.random() < 0.5
    return edge_of(level) + (0 if not off else 1 if upwards else -1)
