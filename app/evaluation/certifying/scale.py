"""The scale of capacities, and that of levels. Pure.

A capacity is 0.85 × a level − 1.1: within 0.05, the line through the upper bounds of A2.2 (0.6, 1.5, 2.25, 3.1 and 4
are worth 256, 384… 768 pix, hence levels 2 to 6 on average over the competences). A beginner who masters nothing
(level −2) is near the first capacity, −3; a skill of level 7 is at 4.4.
"""

from __future__ import annotations

CAPACITY_BY_LEVEL = 0.85
CAPACITY_OF_LEVEL_0 = -1.1


def capacity_of_level(level: float) -> float:
    """On the scale of capacities. `level`: a general ability, on the scale of the skills'."""
    return CAPACITY_BY_LEVEL * level + CAPACITY_OF_LEVEL_0


def level_of_capacity(capacity: float) -> float:
    """The other way round."""
    return (capacity - CAPACITY_OF_LEVEL_0) / CAPACITY_BY_LEVEL
