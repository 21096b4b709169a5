"""Our score of the adaptive test: what its answers let believe of each competence, rather than one number. Pure.

The reference reads one capacity in sixteen tables: two people of the same capacity get the same sixteen levels,
whatever each of them succeeded at. Here the answers of the test, and they alone, are read by the hierarchical model of
`app/evaluation/belief`: a general ability, sixteen competences around it, their topics around them. An answer says much
of its topic, less of its competence, a little of the rest.

Given the general ability the competences are independent, so that the score, their sum, has a mean and a variance
exactly; the level shown of a competence is the median of what is believed of it. What is reported comes with its
standard error, as the *Standards for Educational and Psychological Testing* (AERA, APA, NCME, 2014, standard 2.13) ask
of every score; scores of parts that borrow from the whole: H. Wainer et al., « Augmented scores », in *Test Scoring*,
2001.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import sqrt
from typing import NamedTuple

import numpy as np

from app.certification.scoring.results import CompetenceResult
from app.certification.scoring.worth import CompetenceWorth, at_least
from app.evaluation.belief.evidence import Answered
from app.evaluation.belief.grid import Floats
from app.evaluation.belief.posterior import Belief, believe
from app.evaluation.belief.responses import Curve
from app.evaluation.belief.spreads import Spreads, tree
from app.evaluation.certifying.choice import Given, Item
from app.evaluation.certifying.items import CAPACITY_BY_LEVEL, level_of_capacity
from app.evaluation.scoring import PIX_PER_LEVEL

HALF = 0.5


class Believed(NamedTuple):
    """`score`: the pix expected, and its standard error. `competences`: by code."""

    score: float
    standard_error: float
    competences: Mapping[str, CompetenceResult]


class _Pix(NamedTuple):
    """Of one competence, by general ability: the pix expected and their variance. `levels`: the chances of level 1 or
    more, 2 or more…; `error`: the standard error, in pix; both whatever the general ability."""

    mean: Floats
    variance: Floats
    levels: Floats
    error: float


def believed(worths: Sequence[CompetenceWorth], answers: Sequence[Given], spreads: Spreads, max_level: int) -> Believed:
    """`worths`: all the competences of the content. `spreads`: how abilities differ, as it was measured."""
    belief, rows = belief_of(worths, answers, spreads)
    together = [belief.message[one].prod(axis=0) for one in rows]
    general = belief.tree.general * np.prod([one @ belief.tree.to_competence.T for one in together], axis=0)
    general = general / general.sum()
    found = {
        one.code: _pix(at_least(one, belief, row, max_level), said, belief, general)
        for one, row, said in zip(worths, rows, together, strict=True)
    }
    mean = np.sum([one.mean for one in found.values()], axis=0)
    variance = np.sum([one.variance for one in found.values()], axis=0)
    score = float(general @ mean)
    return Believed(
        score,
        sqrt(float(general @ (variance + (mean - score) ** 2))),
        {code: _competence(one) for code, one in found.items()},
    )


def belief_of(
    worths: Sequence[CompetenceWorth], answers: Sequence[Given], spreads: Spreads
) -> tuple[Belief, Sequence[slice]]:
    """What is believed of all topics, competence after competence, and the rows of each."""
    topics = [topic for one in worths for topic in one.topics]
    ends = list(accumulate(len(one.topics) for one in worths))
    rows = [slice(end - len(one.topics), end) for one, end in zip(worths, ends, strict=True)]
    competence_of = {topic: one.code for one in worths for topic in one.topics}
    answered = [Answered(one.item.topic, 0, curve_in_topic(one.item), one.right) for one in answers]
    return believe(tree(spreads), topics, competence_of, answered), rows


def curve_in_topic(item: Item) -> Curve:
    """The curve of a question on the scale of levels; from its two parameters when nothing else was kept."""
    if item.curve is not None:
        return item.curve
    slope = max(item.discrimination * CAPACITY_BY_LEVEL, 0.1)
    return Curve(level_of_capacity(item.difficulty), slope)


def _pix(chances: Floats, said: Floats, belief: Belief, general: Floats) -> _Pix:
    """`chances`: see `at_least`. `said`: what the answers of the competence say, by ability in it."""
    abilities = belief.tree.to_competence * said
    abilities /= abilities.sum(axis=1, keepdims=True)
    mean = abilities @ chances.sum(axis=1)
    square = abilities @ (chances @ (2 * np.arange(1, chances.shape[1] + 1) - 1))
    expected = general @ mean
    error = sqrt(max(float(general @ square - expected**2), 0.0))
    return _Pix(mean, square - mean**2, general @ abilities @ chances[:, PIX_PER_LEVEL - 1 :: PIX_PER_LEVEL], error)


def _competence(one: _Pix) -> CompetenceResult:
    level = int((one.levels >= HALF).sum())
    return CompetenceResult(level, standard_error=round(one.error / PIX_PER_LEVEL, 3))
