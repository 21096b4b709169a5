"""The capacity after each answer, and its standard error. Pure.

Source: facts of certification, section A2.2. The expected a posteriori estimate on a grid (R. Bock and R. Mislevy,
« Adaptive EAP estimation of ability in a microcomputer environment », *Applied Psychological Measurement* 6, 1982),
with two habits of the reference: at each answer the normal prior is centred again on the last estimate while the whole
likelihood is kept, and an estimate may not leave the last one by more than a part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

import numpy as np

from app.evaluation.belief.grid import Floats

POINTS = 81
LOWEST, HIGHEST = -9.0, 9.0
GRID: Floats = np.array([LOWEST + (HIGHEST - LOWEST) / (POINTS - 1) * point for point in range(POINTS)])
PRIOR_VARIANCE = 1.5
BLIND_ERROR = 5.0
"""The standard error before any answer."""
WIDTH_OF_THE_SCALE = 9.0
"""As the reference divides it: the correction of the variance for the width of a step is (9 / 80)² / 12."""
STEP_VARIANCE = (WIDTH_OF_THE_SCALE / (POINTS - 1)) ** 2 / 12


class Outcome(NamedTuple):
    """An answer: the discrimination and difficulty of its item, and whether the result was exactly « ok »."""

    discrimination: float
    difficulty: float
    right: bool


class Estimate(NamedTuple):
    """On the scale of capacities, −9 to 9."""

    capacity: float
    standard_error: float


def estimates(first: float, variation: float | None, outcomes: Iterable[Outcome]) -> list[Estimate]:
    """The estimate before any answer, then after each. `variation`: see `Configuration.variation_percent`."""
    found = [Estimate(first, BLIND_ERROR)]
    logs = np.zeros(POINTS)
    for one in outcomes:
        logs = logs + _said(one)
        found.append(_estimate(logs, found[-1].capacity, variation))
    return found


def success(discrimination: float, difficulty: float, capacity: float) -> float:
    """The chance of a right answer: 1 / (1 + exp(−a (θ − b)))."""
    return 1 / (1 + float(np.exp(-discrimination * (capacity - difficulty))))


def _estimate(logs: Floats, last: float, variation: float | None) -> Estimate:
    posterior = np.exp(logs - logs.max()) * np.exp(-((GRID - last) ** 2) / (2 * PRIOR_VARIANCE))
    posterior /= posterior.sum()
    capacity = _held_back(float(posterior @ GRID), last, variation)
    variance = float(posterior @ (GRID - capacity) ** 2) - STEP_VARIANCE
    return Estimate(capacity, sqrt(max(variance, 0.0)))


def _held_back(capacity: float, last: float, variation: float | None) -> float:
    if variation is None:
        return capacity
    gap = variation if -variation < last < variation else abs(variation * last)
    return min(max(capacity, last - gap), last + gap)


@lru_cache(maxsize=16384)
def _said(one: Outcome) -> Floats:
    """The logarithm of the likelihood at each point."""
    away = one.discrimination * (GRID - one.difficulty)
    said: Floats = -np.logaddexp(0.0, -away if one.right else away)
    return said
