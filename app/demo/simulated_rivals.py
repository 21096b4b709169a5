"""Simple rules to which the placement engines are compared, with the inferences of the reference. And the one that
never stops. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from app.evaluation.bayesian_placement import BayesianPlacement, draw, most_questions, varied
from app.evaluation.knowledge import NOTHING_KNOWN
from app.evaluation.placement import Ask, Finished, PreparedScope, ScopeSkill, ScopeTopic, Situation, completion
from app.evaluation.reference_placement import ReferencePlacement

LADDER_START = 3


class RandomPlacement(ReferencePlacement):
    """Any skill still unknown, as many times as the Bayesian engine may ask at most."""

    name = "random"

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        if len(situation.answered) >= most_questions(len(scope.topics)):
            return Finished("ceiling")
        found = [skill for topic in scope.topics for skill in _open(topic, situation)]
        if not found:
            return Finished("all_known" if completion(scope, situation.known) == 1 else "nothing_playable")
        random = Random(f"{situation.seed} {len(situation.answered)}")
        skill = random.choice(found)
        return Ask(random.choice(skill.left(situation.answered)).id, skill.id)


class LadderPlacement(ReferencePlacement):
    """Topic after topic: from level 3, one level up on a success, down on a failure, until it turns round."""

    name = "ladder"

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        for topic in scope.topics:
            if skill := _rung(topic, situation):
                left = skill.left(situation.answered)
                return Ask(left[situation.seed % len(left)].id, skill.id)
        return Finished("all_known" if completion(scope, situation.known) == 1 else "too_hard")


class Tireless(BayesianPlacement):
    """The Bayesian engine without its stop: what it would have asked next."""

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        chosen = varied(self.ranking(scope, situation), situation)
        return draw(chosen, situation) if chosen else Finished("nothing_playable")


def _open(topic: ScopeTopic, situation: Situation) -> Sequence[ScopeSkill]:
    """The skills still unknown that can be asked, by rising level."""
    known = situation.known.get(topic.id, NOTHING_KNOWN)
    return [skill for skill in topic.skills if skill.level not in known and skill.left(situation.answered)]


def _rung(topic: ScopeTopic, situation: Situation) -> ScopeSkill | None:
    """The next skill of the ladder of a topic; none when it has turned round, or reached an end."""
    results = [(one.level, one.right) for one in situation.given if one.topic == topic.id]
    found = _open(topic, situation)
    if not results:
        return min(found, key=lambda skill: abs(skill.level - LADDER_START), default=None)
    if len({right for _, right in results}) == 2:
        return None
    level, right = results[-1]
    ahead = [skill for skill in found if (skill.level > level) == right]
    return min(ahead, key=lambda skill: abs(skill.level - level), default=None)
