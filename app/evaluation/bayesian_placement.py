"""Our rule of adaptive placement: ask what takes away most of the doubt, stop when little is left to take. Pure.

What is believed of the learner comes from every answer she ever gave (`belief/`), so that a test starts from what the
others taught. Rules that people need come before the gain: what she can do, a start that does not discourage, no two
timed questions in a row, topics and kinds that change, chance among questions that are worth the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np

from app.evaluation.bayesian_layout import Candidate, Layout, layout_of
from app.evaluation.belief.doubt import Rows, gain_on_its_siblings, gain_on_its_topic
from app.evaluation.belief.posterior import Belief, believe
from app.evaluation.belief.spreads import tree
from app.evaluation.knowledge import NOTHING_KNOWN, TopicKnowledge
from app.evaluation.mastery import LIKELIER, SURE, settle
from app.evaluation.placement import Ask, Finished, PreparedScope, Question, Situation, completion
from app.evaluation.reference_placement import scramble

FEWEST = 3
"""Questions asked at least, when there are as many to ask: a test is not an opinion."""
START, LIKELY = 1, 0.6
"""So many first questions are such that success is likely."""
SHORTLIST = 12
"""Candidates whose gain on the other topics is computed."""
NEAR = 0.95
"""Part of the best gain from which questions are worth the same."""
ELSEWHERE = 0.6
"""Part of the best gain for which one rather changes topic."""


def most_questions(topics: int) -> int:
    """The ceiling of an assessment on so many topics."""
    return 2 + topics * 3 // 2


def least_gain(skills: int) -> float:
    """The gain, in squared skills, under which a question on a topic of so many skills aimed at is not worth asking.

    With one skill: what is left of the doubt when it is settled four times out of five. Fitted by simulation
    (`tests/benchmarks/placement`).
    """
    return 0.085 * math.pow(skills, 0.75)


class Open(NamedTuple):
    """A candidate that may be asked now, with what is left of its questions."""

    place: int
    candidate: Candidate
    questions: Sequence[Question]


class Worth(NamedTuple):
    """What asking a candidate is expected to bring: the chance of a right answer, and the doubt taken away."""

    open: Open
    chance: float
    gain: float


class BayesianPlacement:
    """Stateless: everything it needs is in its arguments."""

    name = "bayesian"
    known_at_the_end = 0.66
    """Measured on the bank, before the last answer and the conclusion."""

    def estimate(self, scope: PreparedScope, situation: Situation) -> float:
        """The number of skills held in a topic, on average: 0 to 8, the level when a topic has a skill of each."""
        layout = layout_of(scope)
        held = self._belief(scope, situation).abilities * layout.aims.held
        return float(held.sum()) / len(layout.topic_ids)

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        """The question of greatest expected gain that the rules allow, drawn among equals by the assessment's seed."""
        layout = layout_of(scope)
        found = _allowed(scope, layout, situation)
        if not found:
            everything = completion(scope, situation.known) == 1
            return Finished("all_known" if everything else "nothing_playable")
        if len(situation.answered) >= most_questions(len(layout.topic_ids)):
            return Finished("ceiling")
        worth = _worth(layout, self._belief(scope, situation), found, situation)
        chosen = varied(_enough(layout, worth, situation), situation)
        return draw(chosen, situation) if chosen else Finished("sure")

    def ranking(self, scope: PreparedScope, situation: Situation) -> Sequence[Worth]:
        """The candidates among which `next` chooses, the best on its own topic first, before it asks whether any is
        worth a question: what explains the choice. Empty when nothing can be asked."""
        layout = layout_of(scope)
        found = _allowed(scope, layout, situation)
        return _worth(layout, self._belief(scope, situation), found, situation) if found else ()

    def learn(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """What the last answer says of its topic: the skill asked, and those that are now beyond doubt."""
        topic = situation.given[-1].topic
        names = layout_of(scope).topic_ids
        if topic not in names:
            return {}
        mastery = self._belief(scope, situation).mastery()[names.index(topic)]
        return _changed(situation, {topic: settle(scope, situation, topic, mastery, SURE, at)})

    def conclude(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """At the end every skill aimed at is held, or not, whichever is likelier."""
        mastery = self._belief(scope, situation).mastery()
        names = layout_of(scope).topic_ids
        return _changed(
            situation,
            {topic: settle(scope, situation, topic, mastery[row], LIKELIER, at) for row, topic in enumerate(names)},
        )

    def _belief(self, scope: PreparedScope, situation: Situation) -> Belief:
        names = layout_of(scope).topic_ids
        return believe(tree(scope.spreads), names, scope.competence_of, situation.given, situation.carried)


def _changed(situation: Situation, settled: Mapping[str, TopicKnowledge]) -> Mapping[str, TopicKnowledge]:
    return {name: one for name, one in settled.items() if one is not situation.latest.get(name, NOTHING_KNOWN)}


def _allowed(scope: PreparedScope, layout: Layout, situation: Situation) -> Sequence[Open]:
    """The candidates on skills still unknown, after the rules on what can be done and on timers."""
    found = [
        Open(place, candidate, left)
        for topic in scope.topics
        for skill in topic.skills
        if skill.level not in situation.known.get(topic.id, NOTHING_KNOWN)
        for place in layout.by_skill[skill.id]
        if (left := _left(candidate := layout.candidates[place], situation))
    ]
    if not scope.suits:
        found = _rather(found, lambda one: not one.impossible)
    if situation.last_timed or not situation.answered:
        found = _rather(found, lambda one: not one.timed)
    return found


def _left(candidate: Candidate, situation: Situation) -> Sequence[Question]:
    if candidate.skill.question_ids.isdisjoint(situation.answered):
        return candidate.questions
    return [one for one in candidate.questions if one.id not in situation.answered]


def _rather(found: list[Open], wanted: Callable[[Question], bool]) -> list[Open]:
    """Only the questions wanted; all of them when there is none."""
    kept = [
        Open(one.place, one.candidate, questions)
        for one in found
        if (questions := [question for question in one.questions if wanted(question)])
    ]
    return kept or found


def _worth(layout: Layout, belief: Belief, found: Sequence[Open], situation: Situation) -> Sequence[Worth]:
    """The questions that may be worth asking most: those that teach most on their own topic, and how much in all."""
    places: Rows = np.array([one.place for one in found], dtype=int)
    topics, chances = layout.topics[places], layout.chances[places]
    expected = gain_on_its_topic(belief, layout.aims, topics, chances)
    order = np.argsort(-expected.gain, kind="stable")
    if len(situation.answered) < START:
        easy = order[expected.chance[order] >= LIKELY]
        order = easy if len(easy) else np.argsort(-expected.chance, kind="stable")
    best = order[:SHORTLIST]
    gains = expected.gain[best] + gain_on_its_siblings(belief, layout.aims, layout.kin, topics[best], chances[best])
    return [
        Worth(found[place], float(expected.chance[place]), round(float(gain), 6))
        for place, gain in zip(best, gains, strict=True)
    ]


def _enough(layout: Layout, worth: Sequence[Worth], situation: Situation) -> Sequence[Worth]:
    """Those that are worth a question, once there were a few."""
    if len(situation.answered) < FEWEST:
        return worth
    return [one for one in worth if one.gain >= least_gain(_skills_of(layout, one.open))]


def _skills_of(layout: Layout, one: Open) -> int:
    return int(layout.aims.held[one.candidate.topic].max())


def varied(worth: Sequence[Worth], situation: Situation) -> Sequence[Open]:
    """Among the gains near the best: rather another topic than the last one's, then rather another kind."""
    if not worth:
        return ()
    last = situation.given[-1] if situation.given else None
    best = max(one.gain for one in worth)
    elsewhere = [one for one in worth if last and one.gain >= best * ELSEWHERE and not _is_about(one.open, last.topic)]
    if elsewhere:
        worth, best = elsewhere, max(one.gain for one in elsewhere)
    near = [one.open for one in worth if one.gain >= best * NEAR]
    return _rather(near, lambda one: last is None or one.kind != last.kind)


def _is_about(one: Open, topic: str) -> bool:
    return one.candidate.skill.id.rpartition("-")[0] == topic


def draw(chosen: Sequence[Open], situation: Situation) -> Ask:
    """One of the questions that are worth the same, always the same one at this point of this assessment."""
    luck = scramble(situation.seed + len(situation.answered))
    one = chosen[luck % len(chosen)]
    return Ask(one.questions[scramble(luck + 1) % len(one.questions)].id, one.candidate.skill.id)
