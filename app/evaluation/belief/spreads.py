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


@dataclass(frozen=True, eq=False)
class Tree:
    """The same as distributions on the grid. In `to_…`, rows are the point of the parent, columns that of the child."""

    general: Floats
    to_competence: Floats
    to_topic: Floats


@lru_cache(maxsize=16)
def tree(spreads: Spreads) -> Tree:
    return Tree(normal(spreads.mean, spreads.general), around(spreads.competence), around(spreads.topic))
