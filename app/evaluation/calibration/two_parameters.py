"""The two-parameter logistic model of an answer, and what a person's answers say of them. Pure.

The chance that somebody of ability `t` succeeds at a challenge of discrimination `a` and difficulty `b` is
`1 / (1 + exp(-a (t - b)))` (Birnbaum, in Lord & Novick, *Statistical Theories of Mental Test Scores*, 1968).
Abilities are in standard deviations of the people who answered, whose mean is 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log1p
from operator import add

NODES: tuple[float, ...] = tuple(-5 + 0.25 * step for step in range(41))
"""Abilities at which integrals are computed."""
LOG_WEIGHTS: tuple[float, ...] = tuple(-node * node / 2 for node in NODES)
"""Logarithm of how common each is: a standard normal law, up to a constant."""
STEEPEST = 4.0
"""Discriminations beyond are not believed: a handful of answers would give any."""


@dataclass(frozen=True)
class Curve:
    """`difficulty` is an ability; `discrimination` is in [-4, 4], about 1 (negative: able people fail)."""

    discrimination: float
    difficulty: float

    def chance(self, ability: float) -> float:
        """Chance of succeeding, between 0 and 1 excluded."""
        return logistic(self.discrimination * (ability - self.difficulty))


@dataclass(frozen=True)
class Logs:
    """Logarithms of the chances of success and of failure at each node."""

    right: tuple[float, ...]
    wrong: tuple[float, ...]

    @staticmethod
    def of(curve: Curve) -> Logs:
        slopes = [curve.discrimination * (node - curve.difficulty) for node in NODES]
        return Logs(tuple(_log_logistic(slope) for slope in slopes), tuple(_log_logistic(-slope) for slope in slopes))


def logistic(x: float) -> float:
    if x >= 0:
        return 1 / (1 + exp(-x))
    small = exp(x)
    return small / (1 + small)


def posterior(answers: Sequence[tuple[int, bool]], logs: Sequence[Logs]) -> list[float]:
    """How likely each node is for somebody who gave these answers (item, succeeded); sums to 1."""
    total = list(LOG_WEIGHTS)
    for item, succeeded in answers:
        total = list(map(add, total, logs[item].right if succeeded else logs[item].wrong))
    highest = max(total)
    raw = [exp(one - highest) for one in total]
    whole = sum(raw)
    return [one / whole for one in raw]


def mean(likely: Sequence[float]) -> float:
    """The ability expected under a posterior."""
    return sum(node * weight for node, weight in zip(NODES, likely, strict=True))


def _log_logistic(x: float) -> float:
    return -log1p(exp(-x)) if x > 0 else x - log1p(exp(x))
