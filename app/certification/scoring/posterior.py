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
from math import sqrt
from typing import NamedTuple

import numpy as np

from app.certification.scoring.results import CompetenceResult
from app.certification.scoring.worth import CompetenceWorth, at_least
from app.evaluation.belief.grid import Floats
from app.evaluation.belief.spreads import Spreads
from app.evaluation.certifying.abilities import Abilities, abilities_after
from app.evaluation.certifying.answered import Given
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
    abilities = abilities_of(worths, answers, spreads)
    general = abilities.general
    found = {
        one.code: _pix(
            at_least(one, abilities.belief, abilities.rows[one.code], max_level),
            abilities.competences[one.code],
            general,
        )
        for one in worths
    }
    mean = np.sum([one.mean for one in found.values()], axis=0)
    variance = np.sum([one.variance for one in found.values()], axis=0)
    score = float(general @ mean)
    return Believed(
        score,
        sqrt(float(general @ (variance + (mean - score) ** 2))),
        {code: _competence(one) for code, one in found.items()},
    )


def abilities_of(worths: Sequence[CompetenceWorth], answers: Sequence[Given], spreads: Spreads) -> Abilities:
    """What is believed of all the competences."""
    return abilities_after({one.code: one.topics for one in worths}, answers, spreads)


def _pix(chances: Floats, abilities: Floats, general: Floats) -> _Pix:
    """`chances`: see `at_least`. `abilities`: in the competence (columns), given the general one (rows)."""
    mean = abilities @ chances.sum(axis=1)
    square = abilities @ (chances @ (2 * np.arange(1, chances.shape[1] + 1) - 1))
    expected = general @ mean
    error = sqrt(max(float(general @ square - expected**2), 0.0))
    return _Pix(mean, square - mean**2, general @ abilities @ chances[:, PIX_PER_LEVEL - 1 :: PIX_PER_LEVEL], error)


def _competence(one: _Pix) -> CompetenceResult:
    level = int((one.levels >= HALF).sum())
    return CompetenceResult(level, standard_error=round(one.error / PIX_PER_LEVEL, 3))
