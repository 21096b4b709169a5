"""The intervals of the score and the cut points of the competences, derived from a bank. Pure.

Rule, the same for all: somebody of a given general ability, hence of a given capacity (`certifying/scale.py`), has
competences and topics around it (`belief/spreads.py`), hence expected pix and chances of each level. Competences that
may be anything (`APART`, there) are left out: no single number tells of them.

* A bound of the score is the capacity at which the pix expected are the threshold of its global level. Nobody is
  expected to have 0 pix, nor all: the first bound is where 8 are expected, the last where all but 8 are.
* A cut point of a competence is the capacity from which its level is more likely reached than not.

`pix simulate certification --cut-points` prints them for the configuration file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from app.certification.scoring.meshes import THRESHOLDS
from app.certification.scoring.posterior import HALF, abilities_of
from app.certification.scoring.worth import CompetenceWorth, at_least
from app.evaluation.belief.grid import NODES, Floats, normal
from app.evaluation.belief.spreads import Spreads
from app.evaluation.certifying.configuration import Intervals
from app.evaluation.certifying.scale import capacity_of_level
from app.evaluation.scoring import PIX_PER_LEVEL

ABILITIES: Floats = np.arange(float(NODES[0]), float(NODES[-1]) + 0.01, 0.05)
_CAPACITIES: Floats = np.array([capacity_of_level(float(one)) for one in ABILITIES])
ENDS = 8
"""In pix: how near the ends of the scale are its first and last bounds."""


def derived(
    worths: Sequence[CompetenceWorth], spreads: Spreads, max_level: int
) -> tuple[Intervals, Mapping[str, tuple[float, ...]]]:
    """The intervals of the score, and by competence the cut points of its levels."""
    before = abilities_of(worths, [], spreads)
    around = np.array([normal(float(one), spreads.competence) for one in ABILITIES])
    chances = [around @ at_least(one, before.belief, before.rows[one.code], max_level) for one in worths]
    pix = np.sum([one.sum(axis=1) for one in chances], axis=0)
    most = max_level * PIX_PER_LEVEL * len(worths)
    inner = [one * len(worths) // 16 for one in THRESHOLDS[1 : max_level + 1]]
    bounds = [_reached(pix, one) for one in (ENDS, *inner, most - ENDS)]
    points = {
        one.code: tuple(_reached(found[:, level * PIX_PER_LEVEL - 1], HALF) for level in range(1, max_level + 1))
        for one, found in zip(worths, chances, strict=True)
    }
    return tuple(pairwise(bounds)), points


def _reached(rising: Floats, value: float) -> float:
    """The capacity at which something that rises with it has this value, to a thousandth."""
    return round(float(np.interp(value, rising, _CAPACITIES)), 3)


def in_yaml(intervals: Intervals, points: Mapping[str, Sequence[float]]) -> Sequence[str]:
    """As lines of the configuration file."""
    return [
        "score_intervals:",
        *(f"  - [{low}, {high}]" for low, high in intervals),
        "competence_cut_points:",
        *(f'  "{code}": [{", ".join(map(str, found))}]' for code, found in points.items()),
    ]
