"""How abilities differ between people, between the competences of somebody, between the topics of a competence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from app.evaluation.belief.grid import Floats, around, normal


class Spreads(msgspec.Struct, frozen=True):
    """In levels: the mean ability, and standard deviations. The defaults are wide, hence cautious: the less abilities
    are thought to go together, the less is inferred from one to the other. `pix content calibrate` measures them."""

    mean: float = 3.5
    general: float = 1.5
    competence: float = 0.9
    topic: float = 1.0


USUAL = Spreads()
APART, FAR_APART = 0.1, 2.5
"""One competence in ten may be anything, whatever the others of its person are: somebody strong in one area only is
then soon believed (a contaminated normal law: J. Tukey, « A survey of sampling from contaminated distributions »,
1960)."""


@dataclass(frozen=True, eq=False)
class Tree:
    """The same as distributions on the grid. In `to_…`, rows are the point of the parent, columns that of the child."""

    general: Floats
    to_competence: Floats
    to_topic: Floats


@lru_cache(maxsize=16)
def tree(spreads: Spreads, apart: float = APART) -> Tree:
    """`apart`: the share of competences that may be anything; 0 to fit spreads, which would hide in it."""
    competence = (1 - apart) * around(spreads.competence) + apart * around(FAR_APART)
    return Tree(normal(spreads.mean, spreads.general), competence, around(spreads.topic))
