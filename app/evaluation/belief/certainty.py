"""How sure a level is: what is believed of the abilities, told as chances of the level of a competence. Pure.

The level of a competence is worth the skills mastered in its topics, 8 pix a level (`app/evaluation/scoring.py`). Given
the ability in the competence, its topics differ independently; their pix then add up, nearly as a normal deviate whose
mean and variance are the sums of theirs. Over the points of the grid that makes a mixture of normal laws, which keeps
what the abilities have in common (the law of total variance) and the shape it gives.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

import numpy as np

from app.content.index import Competence, Topic
from app.evaluation.belief.evidence import of_someone
from app.evaluation.belief.grid import MASTERED, Floats
from app.evaluation.belief.posterior import Belief, believe
from app.evaluation.belief.spreads import USUAL, Spreads, tree
from app.evaluation.levels import Known
from app.evaluation.scoring import PIX_PER_LEVEL

Degree = Literal["almost_sure", "rather_sure", "to_confirm"]
"""« presque sûr », « assez sûr », « à confirmer »."""
ALMOST_SURE = 0.9
"""From this probability that the true level is within one level of the one shown: at most one in ten is wrong."""
RATHER_SURE = 0.7
"""From here it is worth reading; under it nothing should rest on the level."""
COVERED = 0.9
"""The probability that the true level is in the interval, as near as whole levels let it be."""
LEAST_VARIANCE = 0.01
"""In squared pix: at both ends of the scale nothing is left in doubt."""


class Certainty(NamedTuple):
    """Beside a level. `sure`: the probability that the true one is that one, the one before or the one after.

    `low`, `high`: the whole levels between which the true one is nine times out of ten; the level shown is in between.
    """

    sure: float
    low: int
    high: int

    @property
    def degree(self) -> Degree:
        if self.sure >= ALMOST_SURE:
            return "almost_sure"
        return "rather_sure" if self.sure >= RATHER_SURE else "to_confirm"


@dataclass(frozen=True, slots=True)
class LevelChances:
    """What is believed of the level of a competence: `chances`, by level from 0 to the highest that can be reached."""

    chances: tuple[float, ...]

    def beside(self, level: int) -> Certainty:
        """How sure this level is."""
        return Certainty(sum(self.chances[max(0, level - 1) : level + 2]), *self._around(level))

    def _around(self, level: int) -> tuple[int, int]:
        """From the level shown, the likelier neighbour is taken in while that comes nearer to what is to be covered."""
        low = high = level
        covered = self.chances[level]
        while covered < COVERED:
            below = self.chances[low - 1] if low else -1.0
            above = self.chances[high + 1] if high + 1 < len(self.chances) else -1.0
            more = max(below, above)
            if covered + more - COVERED > COVERED - covered:
                break
            low, high, covered = (low - 1, high, covered + more) if below > above else (low, high + 1, covered + more)
        return low, high


def level_chances(
    competences: Collection[Competence], known: Known, at: datetime, max_level: int, spreads: Spreads = USUAL
) -> Mapping[str, LevelChances]:
    """By code of competence, what is believed of its level; those of which nothing was asked directly are left out.

    `competences`: all those of the content, since an answer in one says a little of the others. `known`: all that is
    known of somebody; an answer says less as it grows old, hence `at`: now, or when the results were sent.
    `max_level`: highest reachable, 1 to 8. `spreads`: how abilities differ, as it was measured.
    """
    remembered = of_someone(known, at)
    asked = {one.topic for one in remembered}
    measured = [one for one in competences if any(topic.id in asked for topic in one.topics)]
    if not measured:
        return {}
    topics = [topic for one in measured for topic in one.topics]
    competence_of = {topic.id: one.code for one in competences for topic in one.topics}
    belief = believe(tree(spreads), [topic.id for topic in topics], competence_of, remembered=remembered)
    mean, variance = _pix_of_topics(belief, np.array([_worth(topic) for topic in topics]))
    found: dict[str, LevelChances] = {}
    first = 0
    for one in measured:
        rows = slice(first, first := first + len(one.topics))
        step = min(skill.pix for skill in one.skills)
        found[one.code] = _chances(belief.common[rows.start], mean[rows], variance[rows], step, max_level)
    return found


def _worth(topic: Topic) -> Floats:
    """The pix of its skills mastered at each point of the grid."""
    pix: Floats = np.array([skill.pix for skill in topic.skills]) @ MASTERED[[skill.level for skill in topic.skills]]
    return pix


def _pix_of_topics(belief: Belief, worth: Floats) -> tuple[Floats, Floats]:
    """By topic (rows) and ability in its competence (columns): the mean and the variance of the pix of the topic."""
    mean = (belief.likelihood * worth) @ belief.tree.to_topic.T / belief.message
    square = (belief.likelihood * worth**2) @ belief.tree.to_topic.T / belief.message
    return mean, square - mean**2


def _chances(common: Floats, mean: Floats, variance: Floats, step: float, max_level: int) -> LevelChances:
    """`common`: what is believed of the ability in the competence. `step`: what a skill is worth at least, in pix:
    a sum of such steps is taken as reaching a level from half a step under it (correction for continuity)."""
    spread = np.sqrt(np.maximum(variance.sum(axis=0), LEAST_VARIANCE))
    bounds = PIX_PER_LEVEL * np.arange(1, max_level + 1)[:, None] - step / 2
    at_least = _cumulative((mean.sum(axis=0) - bounds) / spread) @ (common / common.sum())
    return LevelChances(tuple(float(one) for one in -np.diff([1.0, *at_least, 0.0])))


def _cumulative(deviations: Floats) -> Floats:
    """The normal law."""
    return np.array([[(1 + math.erf(one / math.sqrt(2))) / 2 for one in row] for row in deviations.tolist()])
