"""The questions worth most, and others in the place of those that a neighbour was just given. Pure.

Two candidates in one room who start together and are believed the same thing of would be asked the same questions at
the same time. Another question nearly as good costs the test next to nothing; a poor one, or the end of the test, would
cost it more than a neighbour's glance: then the question is asked all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from app.evaluation.belief.grid import Floats
from app.evaluation.certifying.answered import Item

NEARLY = 0.9
"""Of what the least of the best questions is worth: what another one must be worth to take the place of one of them."""


def ranked(items: Sequence[Item], worth: Floats, most: int) -> Sequence[Item]:
    """Those worth most, the best first; equals keep their order."""
    return [items[place] for place in np.argsort(-worth, kind="stable")[:most]]


def ranked_apart(items: Sequence[Item], worth: Floats, most: int, nearby: Collection[str]) -> Sequence[Item]:
    """The same without those that neighbours were given (`nearby`), when others are nearly as good.

    None is: another question of the skill of one of the best; there is none either: the best, whoever was given them.
    The same as `ranked` as long as none of the best is `nearby`.
    """
    best = ranked(items, worth, most)
    if not any(one.id in nearby for one in best):
        return best
    order = np.argsort(-worth, kind="stable")
    least = NEARLY * worth[order[len(best) - 1]]
    good = (items[place] for place in order if worth[place] >= least)
    fresh = [one for one in good if one.id not in nearby][:most]
    skills = {one.skill for one in best}
    return fresh or [one for one in items if one.skill in skills and one.id not in nearby] or best
