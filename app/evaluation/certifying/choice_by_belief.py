"""Our choice: what each question is expected to teach of the sixteen competences, rather than of one capacity. Pure.

The doubt is the variance of the levels: of each competence, and of their mean, which the score is worth. What an answer
takes away of the variance of something is, on average, cov² / (p (1 − p)), `cov` being its covariance with the answer
being right and p the chance of that (the law of total variance, for an answer that is right or wrong). Chosen so, as in
R. Owen, *Journal of the American Statistical Association* 70, 1975, for several abilities at once: W. van der Linden,
« Multidimensional adaptive testing with a minimum error-variance criterion », *Journal of Educational and Behavioral
Statistics* 24, 1999.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.evaluation.belief.grid import NODES, Floats
from app.evaluation.belief.responses import Curve, chances
from app.evaluation.belief.spreads import Spreads
from app.evaluation.certifying.abilities import Abilities, abilities_after, curve_in_topic
from app.evaluation.certifying.answered import Given, Item

HIGHEST_LEVEL = 7
START, LIKELY = 1, 0.6
"""So many first questions are such that success is likely, as in `bayesian_placement.py`."""


def gains(items: Sequence[Item], answers: Sequence[Given], spreads: Spreads) -> Floats:
    """By item, in squared levels; at the start, those that would discourage are worth nothing."""
    abilities = abilities_after(_topics_of(items, answers), answers, spreads)
    kinds = list(dict.fromkeys((one.competence, one.topic, curve_in_topic(one)) for one in items))
    chance, gain = _expected(abilities, kinds)
    if len(answers) < START and (chance >= LIKELY).any():
        gain = np.where(chance >= LIKELY, gain, 0.0)
    place = {kind: number for number, kind in enumerate(kinds)}
    found: Floats = gain[[place[one.competence, one.topic, curve_in_topic(one)] for one in items]]
    return found.round(9)


def _topics_of(items: Sequence[Item], answers: Sequence[Given]) -> dict[str, list[str]]:
    """By competence, the topics that may be asked or were: what is not asked changes nothing to the rest."""
    found: dict[str, dict[str, None]] = {}
    for one in (*items, *(answer.item for answer in answers)):
        found.setdefault(one.competence, {})[one.topic] = None
    return {code: list(topics) for code, topics in sorted(found.items())}


def _expected(abilities: Abilities, kinds: Sequence[tuple[str, str, Curve]]) -> tuple[Floats, Floats]:
    """By kind (competence, topic, curve): the chance of a right answer, and the variance it takes away."""
    belief, general, codes = abilities.belief, abilities.general, list(abilities.competences)
    level = belief.tree.to_topic @ np.clip(NODES, 0, HIGHEST_LEVEL)
    mean = np.array([given @ level for given in abilities.competences.values()])
    own = np.array([codes.index(code) for code, _, _ in kinds])
    right = _right(abilities, kinds)
    given_general = np.empty_like(right)
    with_own = np.empty(len(kinds))
    for number, given in enumerate(abilities.competences.values()):
        mine = own == number
        given_general[mine] = right[mine] @ given.T
        with_own[mine] = right[mine] @ (general @ given * level)
    chance = given_general @ general
    expected = mean @ general
    covariance = given_general @ (general * mean).T - chance[:, None] * expected
    covariance[np.arange(len(kinds)), own] = with_own - chance * expected[own]
    whole = (covariance**2).sum(axis=1) + covariance.sum(axis=1) ** 2 / len(codes)
    return chance, whole / (chance * (1 - chance))


def _right(abilities: Abilities, kinds: Sequence[tuple[str, str, Curve]]) -> Floats:
    """By kind (rows) and ability in its competence (columns), the chance of a right answer."""
    belief = abilities.belief
    rows = np.array([abilities.row_of[topic] for _, topic, _ in kinds])
    likely = belief.likelihood[rows] * np.array([chances(curve) for _, _, curve in kinds])
    found: Floats = (likely @ belief.tree.to_topic.T) / belief.message[rows]
    return found
