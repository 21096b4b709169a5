"""Measures challenges, and how abilities differ, on the scale of levels that placement believes in. Pure.

The model is that of `belief/`: the same tree of abilities, the same grid, the same curves. Difficulties, slopes and
spreads are those that make the answers likeliest, abilities being summed out, by expectation and maximisation (Bock &
Aitkin, *Psychometrika* 46, 1981), with priors (Mislevy, *Psychometrika* 51, 1986): a challenge is as hard as its level
and as telling as usual, spreads are the usual ones, until answers say otherwise. So each measure is drawn to its prior
the more, the larger its standard error. All the challenges together hold the scale: on average, they are as hard as
their levels.

The curves of `fitting.py` are not converted: with one ability for everything, they count as noise what sets apart the
topics of somebody, hence are too flat for an engine that tells topics apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.content.calibration import ENOUGH_ANSWERS
from app.evaluation.belief.doubt import Mask
from app.evaluation.belief.grid import NODES, Floats, edge_of
from app.evaluation.belief.responses import USUAL_SLIP, USUAL_SLOPE, curve_of
from app.evaluation.belief.spreads import USUAL, Spreads
from app.evaluation.belief.spreads import tree as tree_of
from app.evaluation.calibration.expecting import Expected, expect
from app.evaluation.calibration.fitting import Answers
from app.evaluation.calibration.gathering import Asked, competences_met, gather
from app.evaluation.calibration.spreading import likeliest_spreads, on_scale

SPREAD_OF_DIFFICULTY = 0.8
"""How far a challenge's difficulty is from that of its level, in levels."""
SPREAD_OF_LOG_SLOPE = 0.35
EASIEST, HARDEST = float(NODES[0]), float(NODES[-1])
FLATTEST, STEEPEST = 0.3, 5.0
MOST_ROUNDS = 200
STILL_SPREADS, STILL_CURVES = 0.001, 0.01
"""Fitting ends when no spread, and no difficulty, moves by more levels."""


@dataclass(frozen=True)
class OnLevels:
    """`curves`: difficulty (a level) and slope (by level), in the order of the items. `people`: how many of those who
    answered met two competences or more."""

    curves: Sequence[tuple[float, float]]
    spreads: Spreads
    people: int


@dataclass(frozen=True, eq=False)
class _Curves:
    """By item; `slopes` in logarithms, `edges` the difficulties of their levels, `free`: whether it is measured."""

    difficulties: Floats
    slopes: Floats
    guesses: Floats
    edges: Floats
    free: Mask

    def rise(self) -> Floats:
        whole: Floats = 1 / (1 + np.exp(-np.exp(self.slopes)[:, None] * (NODES - self.difficulties[:, None])))
        return whole

    def moved(self, difficulties: Floats, slopes: Floats) -> _Curves:
        """The same with other curves for the items measured."""
        difficulties = np.clip(difficulties, EASIEST, HARDEST)
        slopes = np.clip(slopes, np.log(FLATTEST), np.log(STEEPEST))
        return replace(
            self,
            difficulties=np.where(self.free, difficulties, self.difficulties),
            slopes=np.where(self.free, slopes, self.slopes),
        )

    def chances(self, rise: Floats) -> Floats:
        whole: Floats = self.guesses[:, None] + (1 - self.guesses - USUAL_SLIP)[:, None] * rise
        return whole

    def logs(self) -> Floats:
        """By item and result: two rows each, wrong then right."""
        chances = self.chances(self.rise())
        both: Floats = np.stack([np.log1p(-chances), np.log(chances)], axis=1).reshape(-1, len(NODES))
        return both


def fit_on_levels(people: Sequence[Answers], items: Sequence[Asked], enough: int = ENOUGH_ANSWERS) -> OnLevels:
    """`people`: the answers of each person.

    Items with fewer answers than `enough` keep the curve of their level: fitted to a few answers each, together they
    would take as theirs what sets the topics of somebody apart.
    """
    batches = gather(people, items)
    curves, spreads = _at_first(people, items, enough), USUAL
    for _ in range(MOST_ROUNDS if batches else 0):
        expected = expect(batches, tree_of(spreads, apart=0.0), curves.logs())
        better, wider = _on_scale(_likeliest(curves, expected), likeliest_spreads(expected, spreads))
        moves = float(np.abs(better.difficulties - curves.difficulties).max(initial=0.0))
        widening = max(abs(one - other) for one, other in zip(_numbers(wider), _numbers(spreads), strict=True))
        curves, spreads = better, wider
        if moves < STILL_CURVES and widening < STILL_SPREADS:
            break
    slopes = np.exp(curves.slopes)
    return OnLevels(
        [(float(one), float(slope)) for one, slope in zip(curves.difficulties, slopes, strict=True)],
        spreads,
        sum(competences_met(answers, items) > 1 for answers in people),
    )


def _at_first(people: Sequence[Answers], items: Sequence[Asked], enough: int) -> _Curves:
    counts = np.bincount([item for answers in people for item, _ in answers] or [0], minlength=len(items))
    edges = np.array([edge_of(one.level) for one in items], dtype=float)
    guesses = np.array([curve_of(one.level, one.luck).guess for one in items], dtype=float)
    return _Curves(edges, np.full(len(items), np.log(USUAL_SLOPE)), guesses, edges, counts >= enough)


def _likeliest(curves: _Curves, expected: Expected) -> _Curves:
    """Newton's steps (Fisher's information) to the curves that make the counts likeliest, priors included."""
    wrong, right = expected.outcomes[0::2], expected.outcomes[1::2]
    usual = np.log(USUAL_SLOPE)
    for _ in range(3):
        rise = curves.rise()
        chances = curves.chances(rise)
        slopes = np.exp(curves.slopes)[:, None]
        lift = (1 - curves.guesses - USUAL_SLIP)[:, None] * rise * (1 - rise)
        by_difficulty, by_slope = -lift * slopes, lift * slopes * (NODES - curves.difficulties[:, None])
        surplus = right / chances - wrong / (1 - chances)
        weight = (right + wrong) / (chances * (1 - chances))
        first = (weight * by_difficulty**2).sum(axis=1) + 1 / SPREAD_OF_DIFFICULTY**2
        cross = (weight * by_difficulty * by_slope).sum(axis=1)
        second = (weight * by_slope**2).sum(axis=1) + 1 / SPREAD_OF_LOG_SLOPE**2
        harder = (surplus * by_difficulty).sum(axis=1) - (curves.difficulties - curves.edges) / SPREAD_OF_DIFFICULTY**2
        steeper = (surplus * by_slope).sum(axis=1) - (curves.slopes - usual) / SPREAD_OF_LOG_SLOPE**2
        whole = first * second - cross**2
        curves = curves.moved(
            curves.difficulties + _short((second * harder - cross * steeper) / whole),
            curves.slopes + _short((first * steeper - cross * harder) / whole),
        )
    return curves


def _on_scale(curves: _Curves, spreads: Spreads) -> tuple[_Curves, Spreads]:
    """The same on another scale, where challenges are on average as hard as their levels say.

    Answers are as likely whatever the unit and the origin, and the priors of many challenges, each pulling a little,
    would narrow the scale. Those that are not measured, and a few made up, are as hard as they should be, lest some
    measures alone bend it.
    """
    edges = np.concatenate([curves.edges, _SOME_EDGES])
    found = np.concatenate([curves.difficulties, _SOME_EDGES])
    away = edges - edges.mean()
    unit = min(max(float(away @ found / (away @ away)), 0.5), 2.0)
    origin = float(found.mean() - unit * edges.mean())
    moved = curves.moved((curves.difficulties - origin) / unit, curves.slopes + np.log(unit))
    return moved, on_scale(spreads, origin, unit)


_SOME_EDGES: Floats = np.array([edge_of(level) for level in range(1, 8)])


def _short(steps: Floats) -> Floats:
    short: Floats = np.clip(steps, -0.5, 0.5)
    return short


def _numbers(spreads: Spreads) -> tuple[float, ...]:
    return spreads.mean, spreads.general, spreads.competence, spreads.topic
