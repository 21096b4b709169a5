"""Choosing the next challenge: the interface of placement engines, and what they are given.

An engine is pure: the same scope and situation always give the same question, so that asking "next" twice,
or replaying the answers of an assessment, follows the same path. `engines.py` names the engines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from app.evaluation.belief.evidence import Answered, Remembered
from app.evaluation.belief.responses import USUAL_GUESS
from app.evaluation.belief.spreads import USUAL, Spreads
from app.evaluation.knowledge import NOTHING_KNOWN, TargetSkill, TopicKnowledge

EASY_TOPIC_LEVEL = 3
MOST_BEFORE_THE_END = 0.99

Reason = Literal["all_known", "too_hard", "nothing_playable", "all_answered", "sure", "ceiling"]
"""Why an assessment ends: every skill aimed at is known, the rest is out of reach, the rest has no challenge
left, (fixed list) every challenge has its answer, another question would teach too little, enough were asked."""


@dataclass(frozen=True, slots=True)
class Ask:
    """The next challenge. `skill_id` is None when the challenges are a fixed list."""

    challenge_id: str
    skill_id: str | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing more to ask."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Question:
    """A challenge that can be played, whether it has a timer, whether the learner cannot do it (suitability.py).

    `luck`: how often it is found at random. `measured`: its difficulty (a level) and slope, when they were measured.
    """

    id: str
    timed: bool = False
    impossible: bool = False
    luck: float = USUAL_GUESS
    measured: tuple[float, float] | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ScopeSkill:
    """A skill aimed at, with its playable challenges in a stable order."""

    id: str
    level: int
    questions: tuple[Question, ...]
    question_ids: frozenset[str]

    def left(self, answered: Collection[str]) -> Sequence[Question]:
        """The challenges not answered yet in this assessment."""
        if self.question_ids.isdisjoint(answered):
            return self.questions
        return [one for one in self.questions if one.id not in answered]


@dataclass(frozen=True, slots=True)
class ScopeTopic:
    """The skills aimed at in one topic, by rising level. Easy: none that can be played is above level 3."""

    id: str
    skills: tuple[ScopeSkill, ...]
    easy: bool


@dataclass(frozen=True, eq=False)
class PreparedScope:
    """The skills an assessment aims at, made ready by `prepare_scope` once per scope, content release and needs.

    `levels`: topic -> levels aimed at, as `apply_answer` wants them. `size`: number of skills. `suits`: the learner
    can do every challenge, so that nothing needs sorting. `competence_of`: of these topics, and of all others that an
    answer may have been about. `spreads`: how abilities differ.
    Compared by identity, so that an engine may keep what it computes for a scope.
    """

    topics: tuple[ScopeTopic, ...]
    levels: Mapping[str, tuple[int, ...]]
    size: int
    suits: bool = True
    competence_of: Mapping[str, str] = field(default_factory=dict)
    spreads: Spreads = USUAL


@dataclass(frozen=True, slots=True)
class Situation:
    """Where one assessment stands.

    `known`: topic -> the elements that count (`knowledge.counting`). `answered`: challenges answered in this
    assessment (none: the first question comes). `last_timed`: the last one had a timer. `seed`: the
    assessment's own number, the only source of chance, and the one its elements of knowledge bear.
    `given`: its answers in order. `latest`: topic -> the latest elements, whether they count here or not.
    `carried`: what was asked directly in other assessments. `excluded`: skills that an engine for exams must not ask.
    `nearby`: challenges that it had better not ask, since somebody nearby was given them lately.
    """

    known: Mapping[str, TopicKnowledge]
    answered: Collection[str]
    last_timed: bool
    seed: int
    given: Sequence[Answered] = ()
    latest: Mapping[str, TopicKnowledge] = field(default_factory=dict)
    carried: Sequence[Remembered] = ()
    excluded: frozenset[str] = frozenset()
    nearby: frozenset[str] = frozenset()


class PlacementEngine(Protocol):
    """What can stand behind an adaptive assessment."""

    @property
    def name(self) -> str:
        """The name used in the settings and kept with each assessment."""

    @property
    def known_at_the_end(self) -> float:
        """The share of the skills aimed at that are usually known just before an assessment ends, 0 to 1."""

    def estimate(self, scope: PreparedScope, situation: Situation) -> float:
        """The level, on the scale of the skills', at which the learner seems to stand."""

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        """The next challenge, or why there is none. Never one on a skill already known."""

    def learn(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """What the last answer given changes: the latest elements of the topics it says something of."""

    def conclude(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """What the end of the assessment changes, when nothing more is asked: the same."""


def prepare_scope(
    skills: Iterable[TargetSkill],
    questions: Mapping[str, Iterable[Question]],
    competence_of: Mapping[str, str] | None = None,
    spreads: Spreads = USUAL,
) -> PreparedScope:
    """Group the skills by topic (first met first) with their playable challenges (`questions`, by skill).

    The order kept here is the order of the candidates, hence part of the path of an assessment. Without
    `competence_of`, all topics are of one competence.
    """
    by_topic: dict[str, list[ScopeSkill]] = {}
    for skill in dict.fromkeys(skills):
        playable = tuple(questions.get(skill.id, ()))
        prepared = ScopeSkill(skill.id, skill.level, playable, frozenset(one.id for one in playable))
        by_topic.setdefault(skill.topic, []).append(prepared)
    topics = tuple(_topic(name, found) for name, found in by_topic.items())
    return PreparedScope(
        topics,
        {topic.id: tuple(skill.level for skill in topic.skills) for topic in topics},
        sum(len(topic.skills) for topic in topics),
        not any(one.impossible for topic in topics for skill in topic.skills for one in skill.questions),
        dict.fromkeys(by_topic, "") if competence_of is None else competence_of,
        spreads,
    )


def next_in_list(challenges: Iterable[str], answered: Collection[str]) -> Ask | Finished:
    """The first challenge of a fixed list that has no answer yet.

    Whatever the learner's needs: whoever chose a list wants everybody to get the same questions, and what cannot be
    done can be passed.
    """
    for challenge in challenges:
        if challenge not in answered:
            return Ask(challenge)
    return Finished("all_answered")


def completion(scope: PreparedScope, known: Mapping[str, TopicKnowledge]) -> float:
    """How far an adaptive assessment is, 0 to 1: skills known, held or missing, over skills aimed at."""
    if not scope.size:
        return 1.0
    return (
        sum(level in known.get(topic, NOTHING_KNOWN) for topic, levels in scope.levels.items() for level in levels)
        / scope.size
    )


def progress(engine: PlacementEngine, share: float) -> float:
    """How far a running assessment seems, 0 to 0.99, when this share of its skills is known; it never goes back."""
    return min(MOST_BEFORE_THE_END, share / engine.known_at_the_end)


def list_completion(challenges: Collection[str], answered: Collection[str]) -> float:
    """How far a fixed list is, 0 to 1."""
    if not challenges:
        return 1.0
    return sum(challenge in answered for challenge in challenges) / len(challenges)


def _topic(name: str, skills: list[ScopeSkill]) -> ScopeTopic:
    ordered = tuple(sorted(skills, key=lambda skill: skill.level))
    if len({skill.level for skill in ordered}) < len(ordered):
        raise ValueError(f"topic {name} has two skills of one level")
    hardest = max((skill.level for skill in ordered if skill.questions), default=0)
    return ScopeTopic(name, ordered, hardest <= EASY_TOPIC_LEVEL)
