"""How the chance of a right answer rises with the ability: one curve for each challenge.

P(right | ability a) = guess + (1 − guess − slip) · σ(slope · (a − difficulty)), σ(x) = 1 / (1 + e^−x): the
four-parameter logistic model (M. Barton and F. Lord, *An upper asymptote for the three-parameter logistic item-response
model*, ETS, 1981). The level of the skill is the prior of the difficulty, what was measured replaces it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from app.evaluation.belief.grid import NODES, Floats, edge_of

USUAL_SLOPE = 1.7
USUAL_SLIP = 0.08
"""How often somebody who masters a skill fails: haste, a word misread."""
USUAL_GUESS = 0.12
"""Over the whole bank, when the challenge is no longer known."""
LEAST_GUESS, MOST_GUESS = 0.03, 0.35
"""An open field is found by luck sometimes; who guesses among two proposals has more than half a clue of nothing."""


class Curve(NamedTuple):
    """`difficulty` in levels: halfway between guessing and all but slips; `slope` by level."""

    difficulty: float
    slope: float = USUAL_SLOPE
    guess: float = USUAL_GUESS
    slip: float = USUAL_SLIP


@lru_cache(maxsize=8192)
def curve_of(level: int, luck: float, measured: tuple[float, float] | None = None) -> Curve:
    """The curve of a challenge of this level that luck alone finds so often.

    `measured`: its difficulty (in levels) and slope, when enough people answered it.
    """
    difficulty, slope = measured or (edge_of(level), USUAL_SLOPE)
    return Curve(difficulty, slope, round(min(max(luck, LEAST_GUESS), MOST_GUESS), 2))


@lru_cache(maxsize=8192)
def chances(curve: Curve) -> Floats:
    """The chance of a right answer at each point of the grid."""
    rise: Floats = 1 / (1 + np.exp(-curve.slope * (NODES - curve.difficulty)))
    return curve.guess + (1 - curve.guess - curve.slip) * rise


@lru_cache(maxsize=8192)
def log_likelihood(curve: Curve, right: bool) -> Floats:
    """What one answer says of the ability, at each point of the grid."""
    chance = chances(curve)
    logs: Floats = np.log(chance if right else 1 - chance)
    return logs
