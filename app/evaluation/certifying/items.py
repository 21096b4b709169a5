"""From the questions of our bank to items on the scale of capacities. Pure.

What we know of a question is the curve of its success in its own topic (`belief/responses.py`: measured,
or the level's, with its luck and its slips). The test has one number for the sixteen competences: somebody of that
general level is more or less able in a topic (`belief/spreads.py`), which makes the curve seen from there flatter. The
item is the two-parameter curve nearest to it (least Kullback-Leibler divergence, that is, a logistic regression on
expected answers) for those who may be asked the question: people whose level is around its difficulty.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np

from app.evaluation.belief.grid import NODES, Floats, normal
from app.evaluation.belief.responses import Curve, chances, curve_of
from app.evaluation.belief.spreads import Spreads, tree
from app.evaluation.certifying.answered import Item
from app.evaluation.certifying.scale import CAPACITY_BY_LEVEL, capacity_of_level
from app.evaluation.placement import PreparedScope

ASKED_AROUND = 1.5
"""In levels: how far those who are asked a question are from its difficulty (standard deviation)."""
ROUNDS = 25
LEAST_DISCRIMINATION = 0.2


@lru_cache(maxsize=8192)
def two_parameters(curve: Curve, spreads: Spreads) -> tuple[float, float]:
    """The discrimination and the difficulty of a question, on the scale of capacities."""
    branches = tree(spreads)
    expected = branches.to_competence @ (branches.to_topic @ chances(curve))
    slope, shift = _regression(NODES - curve.difficulty, expected, normal(curve.difficulty, ASKED_AROUND))
    slope = max(slope, LEAST_DISCRIMINATION)
    return slope / CAPACITY_BY_LEVEL, capacity_of_level(curve.difficulty - shift / slope)


def items_of(scope: PreparedScope) -> Sequence[Item]:
    """The questions of a scope that the candidate can do; scopes live long, and are compared by identity."""
    found = _made.get(scope)
    if found is None:
        found = _made[scope] = tuple(
            item_of(scope, skill.id, topic.id, question.id, curve_of(skill.level, question.luck, question.measured))
            for topic in scope.topics
            for skill in topic.skills
            for question in skill.questions
            if not question.impossible
        )
    return found


def item_of(scope: PreparedScope, skill: str, topic: str, question: str, curve: Curve) -> Item:
    """The item of a question of this curve."""
    return Item(question, skill, topic, scope.competence_of[topic], *two_parameters(curve, scope.spreads), curve)


_made: WeakKeyDictionary[PreparedScope, Sequence[Item]] = WeakKeyDictionary()


def _regression(away: Floats, expected: Floats, weights: Floats) -> tuple[float, float]:
    """The slope and the constant of the logistic curve nearest to `expected`, by Newton's method."""
    design = np.stack([away, np.ones_like(away)])
    found = np.array([1.0, 0.0])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-(found @ design)))
        pull = design @ (weights * (expected - chance))
        bend = (design * (weights * chance * (1 - chance))) @ design.T
        found = found + np.linalg.solve(bend, pull)
    return float(found[0]), float(found[1])
