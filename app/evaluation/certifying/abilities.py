"""What the answers of a test let believe of the general ability and of each competence. Pure.

The messages of `belief/posterior.py`, read from the top: given the general ability, the competences are independent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.evaluation.belief.evidence import Answered
from app.evaluation.belief.grid import Floats
from app.evaluation.belief.posterior import Belief, believe
from app.evaluation.belief.responses import Curve
from app.evaluation.belief.spreads import Spreads, tree
from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.scale import CAPACITY_BY_LEVEL, level_of_capacity


@dataclass(frozen=True, eq=False)
class Abilities:
    """`belief`: of all topics; `row_of`: its rows by topic; `rows`: those of each competence.

    `general`: the posterior of the general ability. `competences`: by code, that of its ability (columns) given
    the general one (rows).
    """

    belief: Belief
    row_of: Mapping[str, int]
    rows: Mapping[str, slice]
    general: Floats
    competences: Mapping[str, Floats]


def abilities_after(topics_of: Mapping[str, Sequence[str]], answers: Sequence[Given], spreads: Spreads) -> Abilities:
    """`topics_of`: by code of competence, its topics."""
    topics = [topic for found in topics_of.values() for topic in found]
    competence_of = {topic: code for code, found in topics_of.items() for topic in found}
    answered = [Answered(one.item.topic, 0, curve_in_topic(one.item), one.right) for one in answers]
    belief = believe(tree(spreads), topics, competence_of, answered)
    rows: dict[str, slice] = {}
    start = 0
    for code, found in topics_of.items():
        rows[code] = slice(start, start := start + len(found))
    together = {code: belief.message[one].prod(axis=0) for code, one in rows.items()}
    upward = {code: belief.tree.to_competence @ one for code, one in together.items()}
    general = belief.tree.general * np.exp(np.sum([np.log(one) for one in upward.values()], axis=0))
    return Abilities(
        belief,
        {topic: row for row, topic in enumerate(topics)},
        rows,
        general / general.sum(),
        {code: belief.tree.to_competence * together[code] / upward[code][:, None] for code in rows},
    )


def curve_in_topic(item: Item) -> Curve:
    """The curve of a question on the scale of levels; from its two parameters when nothing else was kept."""
    if item.curve is not None:
        return item.curve
    slope = max(item.discrimination * CAPACITY_BY_LEVEL, 0.1)
    return Curve(level_of_capacity(item.difficulty), slope)
