"""A peer written by others: maximum information at the estimated ability, through the public library catsim.

D. De Rizzo Meneghetti and P. T. Aquino Junior, « Application and simulation of computerized adaptive tests through the
package catsim », 2017 (arXiv:1707.03012). Its own initialiser, selector and estimator play, on one ability for each
competence: what it finds in one test teaches it nothing for the next. It may ask as many questions as the Bayesian
engine at most, and starts from the same usual ability; skills of an edge under its estimate are held. It is told the
curves of the challenges, as the Bayesian engine is. Installed apart, with `pip install -e '.[bench]'`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from random import Random
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from app.evaluation.bayesian_placement import most_questions
from app.evaluation.belief.grid import edge_of
from app.evaluation.belief.responses import curve_of
from app.evaluation.knowledge import NOTHING_KNOWN, Element, TopicKnowledge
from app.evaluation.placement import Ask, Finished, PreparedScope, Situation
from app.evaluation.reference_placement import ReferencePlacement

NAME = "catsim"
NOT_INSTALLED = "not installed"
UNIT = 2.0
"""Levels in a unit of the library, whose scale goes from -6 to 6."""


def peer_is_installed() -> bool:
    return find_spec("catsim") is not None


class Items:
    """The challenges of a scope, as the library wants them: shuffled, for it takes the first among equals."""

    def __init__(self, scope: PreparedScope) -> None:
        listed = [(topic.id, skill, one) for topic in scope.topics for skill in topic.skills for one in skill.questions]
        Random(len(listed)).shuffle(listed)
        curves = [curve_of(skill.level, one.luck, one.measured) for _, skill, one in listed]
        self.asks = [Ask(one.id, skill.id) for _, skill, one in listed]
        self.by_answer = {
            (topic, skill.level, curve): place
            for place, ((topic, skill, _), curve) in enumerate(zip(listed, curves, strict=True))
        }
        self.by_skill: dict[tuple[str, int], list[int]] = {}
        for place, (topic, skill, _) in enumerate(listed):
            self.by_skill.setdefault((topic, skill.level), []).append(place)
        self.bank = _library("item_bank").ItemBank(
            np.array(
                [
                    (one.slope * UNIT, (one.difficulty - scope.spreads.mean) / UNIT, one.guess, 1 - one.slip)
                    for one in curves
                ]
            )
        )


class CatsimPlacement(ReferencePlacement):
    """Needs the library: `peer_is_installed`."""

    name = NAME

    def __init__(self) -> None:
        self._start = float(_library("initialization").FixedPointInitializer(0).initialize())
        self._selector = _library("selection").MaxInfoSelector()
        self._estimator = _library("estimation").NumericalSearchEstimator()
        self._items: WeakKeyDictionary[PreparedScope, Items] = WeakKeyDictionary()

    def estimate(self, scope: PreparedScope, situation: Situation) -> float:
        """The ability that explains best the answers given, all right or all wrong included."""
        return scope.spreads.mean + UNIT * self._theta(scope, situation)

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        items = self._of(scope)
        if len(situation.answered) >= most_questions(len(scope.topics)):
            return Finished("ceiling")
        met = [place for one in situation.given for place in items.by_skill[one.topic, one.level]]
        if len(met) == len(items.asks):
            return Finished("nothing_playable")
        place: int = self._selector.select(
            item_bank=items.bank, administered_items=met, est_theta=self._theta(scope, situation)
        )
        return items.asks[place]

    def learn(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """The skill asked."""
        del scope
        last = situation.given[-1]
        elements = situation.latest.get(last.topic, NOTHING_KNOWN)
        return {last.topic: {**elements, last.level: Element(last.right, True, situation.seed, at)}}

    def conclude(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """The skills of an edge under the estimate are held."""
        ability = self.estimate(scope, situation)
        return {
            topic: {level: Element(edge_of(level) <= ability, False, situation.seed, at) for level in levels}
            for topic, levels in scope.levels.items()
        }

    def _theta(self, scope: PreparedScope, situation: Situation) -> float:
        """On the library's scale. While all answers are alike, each moves the estimate from where the last left it."""
        items, theta = self._of(scope), self._start
        places = [items.by_answer[one.topic, one.level, one.curve] for one in situation.given]
        right = [one.right for one in situation.given]
        alike = len(set(right)) == 1
        for count in range(1 if alike else len(right), len(right) + 1) if right else ():
            theta = float(
                self._estimator.estimate(
                    item_bank=items.bank,
                    administered_items=places[:count],
                    response_vector=right[:count],
                    est_theta=theta,
                )
            )
        return theta

    def _of(self, scope: PreparedScope) -> Items:
        found = self._items.get(scope)
        if found is None:
            found = self._items[scope] = Items(scope)
        return found


def _library(module: str) -> Any:
    """A module of the library, loaded when an engine is made: most installations do without."""
    return import_module(f"{NAME}.{module}")
