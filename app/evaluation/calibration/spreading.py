"""The spreads that make abilities, as they are expected, the likeliest. Pure."""

from __future__ import annotations

import numpy as np

from app.evaluation.belief.grid import NODES, Floats
from app.evaluation.belief.spreads import USUAL, Spreads
from app.evaluation.calibration.expecting import Expected

PEOPLE_OF_THE_PRIOR = 50.0
"""How many people, whose abilities one would have seen, the usual spreads weigh."""
NARROWEST, WIDEST = 0.3, 4.0
"""The grid tells nothing narrower than its half levels."""
FAR = 1.6
"""Steps are longer than those of expectation and maximisation, which are small: how many times, in logarithm."""
LOWEST_MEAN, HIGHEST_MEAN = 0.0, 8.0

_WIDTHS: Floats = np.geomspace(0.2, 5.0, 161)
_SQUARES: Floats = (NODES[:, None] - NODES) ** 2


def _logs_around() -> Floats:
    """`grid.around` for each of the widths, in logarithms."""
    logs = -0.5 * _SQUARES / _WIDTHS[:, None, None] ** 2
    return np.asarray(logs - np.log(np.exp(logs).sum(axis=2, keepdims=True)))


_AROUND: Floats = _logs_around()


def likeliest_spreads(expected: Expected, now: Spreads) -> Spreads:
    """A step towards them, from those that abilities were expected with."""
    people = expected.general.sum()
    precision, prior = people / now.general**2, PEOPLE_OF_THE_PRIOR / USUAL.general**2
    mean = (expected.general @ NODES / people * precision + USUAL.mean * prior) / (precision + prior)
    squares = expected.general @ (NODES - mean) ** 2
    return Spreads(
        float(mean),
        _step(now.general, -people * np.log(_WIDTHS) - squares / (2 * _WIDTHS**2), USUAL.general),
        _step(now.competence, np.tensordot(_AROUND, expected.competences, 2), USUAL.competence),
        _step(now.topic, np.tensordot(_AROUND, expected.topics, 2), USUAL.topic),
    )


def on_scale(spreads: Spreads, origin: float, unit: float) -> Spreads:
    """The same, counted from another origin, in another unit."""
    return Spreads(
        min(max((spreads.mean - origin) / unit, LOWEST_MEAN), HIGHEST_MEAN),
        *(_possible(one / unit) for one in (spreads.general, spreads.competence, spreads.topic)),
    )


def _step(now: float, heights: Floats, usual: float) -> float:
    """`heights`: by width, how likely. The prior of a width is log-normal: n people measure its logarithm to 1/√2n."""
    heights = heights - PEOPLE_OF_THE_PRIOR * np.log(_WIDTHS / usual) ** 2
    top = min(max(int(heights.argmax()), 1), len(_WIDTHS) - 2)
    before, at, after = heights[top - 1 : top + 2]
    bend = before - 2 * at + after
    aside = min(max((before - after) / (2 * bend), -1.0), 1.0) if bend < 0 else 0.0
    best = np.log(_WIDTHS[top]) + aside * np.log(_WIDTHS[1] / _WIDTHS[0])
    return _possible(float(np.exp(np.log(now) + FAR * (best - np.log(now)))))


def _possible(spread: float) -> float:
    return min(max(spread, NARROWEST), WIDEST)
