"""Choosing the next challenge: the interface of placement engines, and what they are given.

An engine is pure: the same scope and situation always give the same question, so that asking "next" twice,
or replaying the answers of an assessment, follows the same path. `engines.py` names the engines.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from app.evaluation.knowledge import NOTHING_KNOWN, TargetSkill, TopicKnowledge

EASY_TOPIC_LEVEL = 3

Reason = Literal["all_known", "too_hard", "nothing_playable", "all_answered"]
"""Why an assessment ends: every skill aimed at is known, the rest is out of reach, the rest has no challenge
left, or (fixed list) every challenge has its answer."""


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
    """A challenge that can be played, whether it has a timer, whether the learner cannot do it (suitability.py)."""

    id: str
    timed: bool = False
    impossible: bool = False


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
    can do every challenge, so that nothing needs sorting.
    Compared by identity, so that an engine may keep what it computes for a scope.
    """

    topics: tuple[ScopeTopic, ...]
    levels: Mapping[str, tuple[int, ...]]
    size: int
    suits: bool = True


@dataclass(frozen=True, slots=True)
class Situation:
    """Where one assessment stands.

    `known`: topic -> the elements that count (`knowledge.counting`). `answered`: challenges answered in this
    assessment (none: the first question comes). `last_timed`: the last one had a timer. `seed`: the
    assessment's own number, the only source of chance.
    """

    known: Mapping[str, TopicKnowledge]
    answered: Collection[str]
    last_timed: bool
    seed: int


class PlacementEngine(Protocol):
    """What can stand behind an adaptive assessment."""

    @property
    def name(self) -> str:
        """The name used in the settings and kept with each assessment."""

    def estimate(self, scope: PreparedScope, known: Mapping[str, TopicKnowledge]) -> float:
        """The level, on the scale of the skills', at which the learner seems to stand."""

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        """The next challenge, or why there is none. Never one on a skill already known."""


def prepare_scope(skills: Iterable[TargetSkill], questions: Mapping[str, Iterable[Question]]) -> PreparedScope:
    """Group the skills by topic (first met first) with their playable challenges (`questions`, by skill).

    The order kept here is the order of the candidates, hence part of the path of an assessment.
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
