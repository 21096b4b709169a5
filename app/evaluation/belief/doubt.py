"""How much a question is expected to teach: what it should take away of the doubt about the skills aimed at.

The doubt on a topic is the variance of the number of its skills, among those aimed at, that are mastered: the square of
the error, in levels, that one expects to make on it. The question of least expected variance is chosen: R. Owen, « A
Bayesian sequential procedure for quantal response in the context of adaptive mental testing », *Journal of the American
Statistical Association* 70, 1975; W. van der Linden, « Bayesian item selection criteria for adaptive testing »,
*Psychometrika* 63, 1998.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from app.evaluation.belief.grid import Floats
from app.evaluation.belief.posterior import Belief

Rows = npt.NDArray[np.int_]
Mask = npt.NDArray[np.bool_]


class Aims(NamedTuple):
    """By topic (rows) and point of the grid (columns): how many of the skills aimed at are mastered, and its square."""

    held: Floats
    squared: Floats


class Expected(NamedTuple):
    """By question: the chance that the answer is right, and the variance it takes away, both expected."""

    chance: Floats
    gain: Floats


def doubt(belief: Belief, aims: Aims) -> Floats:
    """By topic: the variance of the number of skills mastered."""
    return _variance((belief.abilities * aims.squared).sum(axis=1), (belief.abilities * aims.held).sum(axis=1))


def gain_on_its_topic(belief: Belief, aims: Aims, topics: Rows, chances: Floats) -> Expected:
    """What each question (its topic's row, its chances at each point) takes away of the doubt on its own topic."""
    right = belief.abilities[topics] * chances
    chance = right.sum(axis=1)
    held, squared = (right * aims.held[topics]).sum(axis=1), (right * aims.squared[topics]).sum(axis=1)
    mean, square = (belief.abilities * aims.held).sum(axis=1), (belief.abilities * aims.squared).sum(axis=1)
    after_right = squared - held**2 / chance
    after_wrong = square[topics] - squared - (mean[topics] - held) ** 2 / (1 - chance)
    return Expected(chance, _variance(square, mean)[topics] - after_right - after_wrong)


def gain_on_its_siblings(belief: Belief, aims: Aims, kin: Mask, topics: Rows, chances: Floats) -> Floats:
    """What each question takes away of the doubt on the other topics of its competence.

    `kin`: by topic (rows and columns), whether they are of the same competence. The answer speaks of them through the
    ability they share. What it says of other competences is left out of the choice: it is little, and dear to compute.
    """
    if not kin.any():
        return np.zeros(len(topics))
    likely = np.stack([chances, 1 - chances])
    message = (belief.likelihood[topics] * likely) @ belief.tree.to_topic.T
    common = (belief.common / belief.message)[topics] * message
    chance = common.sum(axis=-1)
    chance /= chance.sum(axis=0)
    after = (common[:, :, None, :] / belief.message) @ belief.tree.to_topic * belief.likelihood
    after /= after.sum(axis=-1, keepdims=True)
    variance = _variance((after * aims.squared).sum(axis=-1), (after * aims.held).sum(axis=-1))
    gains: Floats = ((doubt(belief, aims) - (chance[:, :, None] * variance).sum(axis=0)) * kin[topics]).sum(axis=1)
    return gains


def _variance(square: Floats, mean: Floats) -> Floats:
    variance: Floats = square - mean**2
    return variance
