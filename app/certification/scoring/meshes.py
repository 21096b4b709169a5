"""From a capacity to a score and to levels, and back: intervals of capacity (« meshes »), each worth so much. Pure.

Source: facts of certification, section A2.2. The first two intervals are worth 64 pix each, the next ones 128; inside
one, the score rises in proportion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import floor
from typing import Final

from app.evaluation.certifying.configuration import Intervals

THRESHOLDS: Final = (0, 64, 128, 256, 384, 512, 640, 768, 896)
"""The score from which each global level is reached."""
LEVEL_KEYS: Final = (
    "below", "novice_1", "novice_2", "independent_1", "independent_2", "advanced_1", "advanced_2", "expert_1",
    "expert_2",
)  # fmt: skip
"""By global level."""
HIGHEST: Final = 1024


def score_of(capacity: float, intervals: Intervals, max_score: int) -> int:
    """In pix, 0 to `max_score`."""
    if capacity < intervals[0][0]:
        return 0
    for (low, high), (weight, rank) in zip(intervals, _weights(len(intervals)), strict=True):
        if capacity < high:
            return min(floor(weight * (rank + 1 - (high - capacity) / (high - low))), max_score)
    return max_score


def capacity_from_score(score: int, intervals: Intervals) -> float:
    """The least capacity that is worth so many pix; inverse of `score_of`, but for rounding."""
    place = min(global_level(score), len(intervals) - 1)
    (low, high), (weight, rank) = intervals[place], _weights(len(intervals))[place]
    return low + (score / weight - rank) * (high - low)


def global_level(score: int) -> int:
    """0 (under 64 pix) to 8; today's highest score, 895, is level 7."""
    return sum(score >= one for one in THRESHOLDS[1:])


def level_at(capacity: float, cut_points: Sequence[float], max_level: int) -> int:
    """The level of a competence: how many of its cut points are reached."""
    return min(sum(capacity >= one for one in cut_points), max_level)


def levels_at(capacity: float, cut_points: Mapping[str, Sequence[float]], max_level: int) -> Mapping[str, int]:
    """By code of competence."""
    return {code: level_at(capacity, points, max_level) for code, points in cut_points.items()}


def _weights(intervals: int) -> Sequence[tuple[int, int]]:
    """By interval: the pix it is worth, and how many times so many are below it."""
    bounds = (*THRESHOLDS, HIGHEST)[: intervals + 1]
    return [(high - low, low // (high - low)) for low, high in pairwise(bounds)]
