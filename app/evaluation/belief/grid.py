"""The scale of abilities, in levels, cut into points half a level apart."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

NODES: Floats = np.arange(-2.75, 10.0, 0.5)
"""From somebody who can do nothing to somebody who can do all; no point falls on the edge of a skill."""
HIGHEST_SKILL = 8


def edge_of(level: int) -> float:
    """The ability from which a skill of this level is mastered: level 4 is for those of 3.5 and more."""
    return level - 0.5


MASTERED: Floats = np.array([(edge_of(level) <= NODES).astype(float) for level in range(HIGHEST_SKILL + 1)])
"""By level, 1 where a skill of that level is mastered, else 0."""


def normal(mean: float, spread: float) -> Floats:
    """A normal distribution on the points."""
    heights: Floats = np.exp(-0.5 * ((NODES - mean) / spread) ** 2)
    heights /= heights.sum()
    return heights


def around(spread: float) -> Floats:
    """By point (rows), the distribution of an ability that differs from it by a normal deviation of this spread."""
    rows: Floats = np.array([normal(node, spread) for node in NODES])
    return rows
