"""The reference rule of adaptive placement: ask what teaches most, at the level the learner seems to have.

Source: facts of evaluation, sections 2.1 to 2.3. The chance of a right answer of a learner of level l to a
question of difficulty d is σ(l − d), where σ(x) = 1 / (1 + e^−x).
Two virtual answers anchor the estimate: a right one at difficulty 0, a wrong one at difficulty 7.
What a learner cannot do is asked only when nothing else can be (suitability.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from math import exp
from typing import NamedTuple

from app.evaluation.knowledge import NOTHING_KNOWN, TopicKnowledge, apply_answer
from app.evaluation.placement import Ask, Finished, PreparedScope, Question, ScopeSkill, Situation, completion
from app.evaluation.suitability import most_suitable

FIRST_LEVEL = 2
REACH = 2
"""A skill is too hard when its level exceeds the estimate by more than this."""
LEVELS = tuple(half / 2 for half in range(1, 16))
"""Levels an estimate may take: 0.5 to 7.5."""
ALWAYS_PASSED = 0
ALWAYS_FAILED = 7
TIE = 1e-9
"""Sums of σ closer than this are equal: they differ by rounding alone."""


def sigma(x: float) -> float:
    """Chance of a right answer when the learner's level exceeds the difficulty by x."""
    return 1 / (1 + exp(-x))


CHANCES = {level: tuple(sigma(level - difficulty) for difficulty in range(9)) for level in LEVELS}
"""Estimate -> chance of a right answer by difficulty, 0 to 8."""


class Candidate(NamedTuple):
    """A skill that may be asked.

    Of the unknown skills of its topic, itself included, how many are at most, and at least, as hard: the
    number that a success, and a failure, would settle.
    """

    skill: ScopeSkill
    questions: Sequence[Question]
    easy: bool
    at_most: int
    at_least: int


class ReferencePlacement:
    """Stateless: everything it needs is in its arguments."""

    name = "reference"
    known_at_the_end = 1.0

    def estimate(self, scope: PreparedScope, situation: Situation) -> float:
        """The level, 0.5 to 7.5, that explains best the skills asked directly among those aimed at."""
        return predicted_level(_outcomes(scope, situation.known))

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        """The challenge of greatest reward, drawn among equals by the assessment's seed."""
        candidates = _candidates(scope, situation)
        if not candidates:
            everything = completion(scope, situation.known) == 1
            return Finished("all_known" if everything else "nothing_playable")
        possible = candidates if scope.suits else [one for one in candidates if not one.questions[0].impossible]
        found = self._best(scope, situation, possible) or self._best(scope, situation, candidates)
        return _draw(found, situation.seed) if found else Finished("too_hard")

    def learn(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """The skill asked, and the easier or the harder ones of its topic (evaluation 2.4)."""
        last = situation.given[-1]
        elements = situation.latest.get(last.topic, NOTHING_KNOWN)
        levels = scope.levels.get(last.topic, ())
        after = apply_answer(elements, levels, last.level, validated=last.right, assessment=situation.seed, at=at)
        return {} if after is elements else {last.topic: after}

    def conclude(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """Nothing: what was not asked nor inferred stays unknown."""
        del scope, situation, at
        return {}

    def _best(self, scope: PreparedScope, situation: Situation, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
        """Among these, those worth asking most, equal to each other; none when all are too hard."""
        candidates = [one for one in candidates if one.easy] or candidates
        first = not situation.answered
        if first or situation.last_timed:
            candidates = [one for one in candidates if not one.questions[0].timed] or candidates
        if first:
            return _of_first_level(candidates)
        level = self.estimate(scope, situation)
        return _of_best_reward([one for one in candidates if one.skill.level - level <= REACH], level)


def predicted_level(outcomes: Iterable[tuple[int, bool]]) -> float:
    """The smallest level minimising |Σ (outcome − σ(level − difficulty))|, virtual answers included.

    `outcomes`: difficulty (1 to 8) and success of the skills asked directly.
    """
    asked = [0] * 9
    asked[ALWAYS_PASSED] = asked[ALWAYS_FAILED] = passed = 1
    for difficulty, validated in outcomes:
        asked[difficulty] += 1
        passed += validated
    weights = [(difficulty, times) for difficulty, times in enumerate(asked) if times]
    best, smallest = LEVELS[0], float("inf")
    for level, chances in CHANCES.items():
        gap = abs(passed - sum([chances[difficulty] * times for difficulty, times in weights]))
        if gap > smallest + TIE:
            break  # the sum only grows with the level: the gap has passed its lowest point
        if gap < smallest - TIE:
            best, smallest = level, gap
    return best


def reward(candidate: Candidate, level: float) -> float:
    """Number of skills the answer is expected to settle: σ(l − d) · E + (1 − σ(l − d)) · H."""
    chance = CHANCES[level][candidate.skill.level]
    return candidate.at_least + chance * (candidate.at_most - candidate.at_least)


def scramble(x: int) -> int:
    """A 32-bit hash: neighbouring seeds give unrelated numbers."""
    x = (x - (x << 6)) & 0xFFFFFFFF
    x ^= x >> 17
    x = (x - (x << 9)) & 0xFFFFFFFF
    x = (x ^ (x << 4)) & 0xFFFFFFFF
    x = (x - (x << 3)) & 0xFFFFFFFF
    x = (x ^ (x << 10)) & 0xFFFFFFFF
    return x ^ (x >> 15)


def _outcomes(scope: PreparedScope, known: Mapping[str, TopicKnowledge]) -> Iterable[tuple[int, bool]]:
    for topic, elements in known.items():
        levels = scope.levels.get(topic, ())
        for level, element in elements.items():
            if element.direct and level in levels:
                yield level, element.validated


def _candidates(scope: PreparedScope, situation: Situation) -> list[Candidate]:
    """Skills still unknown that have a challenge left, in the order of the scope."""
    found = []
    for topic in scope.topics:
        elements = situation.known.get(topic.id, NOTHING_KNOWN)
        unknown = [skill for skill in topic.skills if skill.level not in elements and skill.questions]
        for rank, skill in enumerate(unknown):
            if left := skill.left(situation.answered):
                left = left if scope.suits else most_suitable(left)
                found.append(Candidate(skill, left, topic.easy, rank + 1, len(unknown) - rank))
    return found


def _of_first_level(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Skills of level 2; without any, those of the lowest level."""
    levels = {one.skill.level for one in candidates}
    wanted = FIRST_LEVEL if FIRST_LEVEL in levels else min(levels, default=FIRST_LEVEL)
    return [one for one in candidates if one.skill.level == wanted]


def _of_best_reward(candidates: Sequence[Candidate], level: float) -> Sequence[Candidate]:
    rewards = [reward(one, level) for one in candidates]
    enough = max(rewards, default=0) - TIE
    return [one for one, worth in zip(candidates, rewards, strict=True) if worth >= enough]


def _draw(candidates: Sequence[Candidate], seed: int) -> Ask:
    chosen = candidates[scramble(seed) % len(candidates)]
    question = chosen.questions[scramble(seed + 1) % len(chosen.questions)]
    return Ask(question.id, chosen.skill.id)
