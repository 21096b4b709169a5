"""Fits the two-parameter model to answers: marginal maximum a posteriori, by expectation and maximisation. Pure.

Bock & Aitkin, « Marginal maximum likelihood estimation of item parameters », *Psychometrika* 46, 1981; priors on the
items after Mislevy, « Bayes modal estimation in item response models », *Psychometrika* 51, 1986. The level of the
skill is the prior of the difficulty: the line that gives a difficulty to each level is fitted together with the items.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

from app.evaluation.calibration.two_parameters import NODES, STEEPEST, Curve, Logs, logistic, mean, posterior

USUAL_DISCRIMINATION = 1.0
SPREAD_OF_DISCRIMINATION = 0.5
SPREAD_OF_DIFFICULTY = 1.0
"""How far a challenge's difficulty is from that of its level, in standard deviations of the people."""
FIRST_LINE = (-2.8, 0.7)
"""Difficulty of level 0, and of one level more, before any answer: level 4 is the middle."""
ITEMS_OF_FIRST_LINE = 10.0
"""How many challenges the first line weighs, against those that were answered."""
MOST_ROUNDS = 100
STILL = 0.002
"""Fitting ends when no parameter moves by more."""

Answers = Sequence[tuple[int, bool]]
"""What somebody answered: position of the item, succeeded."""


@dataclass(frozen=True)
class Fitted:
    """A challenge's curve with the standard errors of its two parameters, and on how many answers it stands."""

    curve: Curve
    discrimination_error: float
    difficulty_error: float
    answers: int
    successes: int


@dataclass
class _Item:
    level: int
    slope: float = USUAL_DISCRIMINATION
    shift: float = 0.0
    """The curve is `logistic(slope (t - anchor) + shift)`, the anchor being the difficulty of its level."""
    anchor: float = 0.0

    @property
    def difficulty(self) -> float:
        slope = self.slope if abs(self.slope) > 0.05 else (0.05 if self.slope >= 0 else -0.05)
        return self.anchor - self.shift / slope

    @property
    def curve(self) -> Curve:
        return Curve(self.slope, max(-8.0, min(8.0, self.difficulty)))

    def move_anchor(self, anchor: float) -> None:
        self.shift += self.slope * (anchor - self.anchor)
        self.anchor = anchor


def fit(people: Sequence[Answers], levels: Sequence[int]) -> list[Fitted]:
    """The items in the order of `levels` (1 to 8: the level of each one's skill). `people`: the answers of each person.

    An item nobody answered has the difficulty of its level and the usual discrimination.
    """
    items = [_Item(level) for level in levels]
    _draw_line(items, set())
    answered = {item for answers in people for item, _ in answers}
    for _ in range(MOST_ROUNDS):
        before = [(item.slope, item.difficulty) for item in items]
        right, wrong = _expected(people, items)
        for position in answered:
            _maximise(items[position], right[position], wrong[position])
        _draw_line(items, answered)
        moves = (
            max(abs(item.slope - slope), abs(item.difficulty - difficulty))
            for item, (slope, difficulty) in zip(items, before, strict=True)
        )
        if max(moves, default=0.0) < STILL:
            break
    return _with_errors(people, items)


def abilities(people: Sequence[Answers], curves: Sequence[Curve]) -> list[float]:
    """The ability expected of each person, given the curves."""
    logs = [Logs.of(curve) for curve in curves]
    return [mean(posterior(answers, logs)) for answers in people]


def _expected(people: Sequence[Answers], items: Sequence[_Item]) -> tuple[list[list[float]], list[list[float]]]:
    """For each item, how many people of each ability succeeded, and failed."""
    logs = [Logs.of(item.curve) for item in items]
    right = [[0.0] * len(NODES) for _ in items]
    wrong = [[0.0] * len(NODES) for _ in items]
    for answers in people:
        likely = posterior(answers, logs)
        for item, succeeded in answers:
            counts = right if succeeded else wrong
            counts[item] = [count + one for count, one in zip(counts[item], likely, strict=True)]
    return right, wrong


def _maximise(item: _Item, right: Sequence[float], wrong: Sequence[float]) -> None:
    """Newton's steps on a concave function: the slope and the shift that make the counts likeliest, priors included."""
    for _ in range(8):
        slope_gradient = -(item.slope - USUAL_DISCRIMINATION) / SPREAD_OF_DISCRIMINATION**2
        shift_gradient = -item.shift / SPREAD_OF_DIFFICULTY**2
        information = [1 / SPREAD_OF_DISCRIMINATION**2, 0.0, 1 / SPREAD_OF_DIFFICULTY**2]
        for node, successes, failures in zip(NODES, right, wrong, strict=True):
            count = successes + failures
            if count < 1e-9:
                continue
            distance = node - item.anchor
            chance = logistic(item.slope * distance + item.shift)
            surplus = successes - count * chance
            weight = count * chance * (1 - chance)
            slope_gradient += surplus * distance
            shift_gradient += surplus
            information[0] += weight * distance * distance
            information[1] += weight * distance
            information[2] += weight
        first, cross, second = information
        whole = first * second - cross * cross
        slope_step = (second * slope_gradient - cross * shift_gradient) / whole
        shift_step = (first * shift_gradient - cross * slope_gradient) / whole
        item.slope = max(-STEEPEST, min(STEEPEST, item.slope + max(-1.0, min(1.0, slope_step))))
        item.shift += max(-2.0, min(2.0, shift_step))
        if abs(slope_step) + abs(shift_step) < STILL / 10:
            return


def _draw_line(items: Sequence[_Item], answered: set[int]) -> None:
    """The difficulty of each level: a line through the items answered, which rises, held near the first one."""
    start, rise = FIRST_LINE
    points = [(level, start + rise * level, ITEMS_OF_FIRST_LINE / 7) for level in range(1, 8)]
    points += [(items[one].level, items[one].curve.difficulty, 1.0) for one in answered if items[one].slope > 0.2]
    weight = sum(one for _, _, one in points)
    middle = sum(level * one for level, _, one in points) / weight
    height = sum(difficulty * one for _, difficulty, one in points) / weight
    spread = sum(one * (level - middle) ** 2 for level, _, one in points)
    rise = max(0.0, sum(one * (level - middle) * (at - height) for level, at, one in points) / spread)
    for position, item in enumerate(items):
        anchor = height + rise * (item.level - middle)
        if position in answered:
            item.move_anchor(anchor)
        else:
            item.anchor = anchor


def _with_errors(people: Sequence[Answers], items: Sequence[_Item]) -> list[Fitted]:
    """Standard errors from the scores of each person (what is unknown of her ability included), priors added."""
    logs = [Logs.of(item.curve) for item in items]
    chances = [[logistic(item.slope * (node - item.anchor) + item.shift) for node in NODES] for item in items]
    sums = [[1 / SPREAD_OF_DISCRIMINATION**2, 0.0, 1 / SPREAD_OF_DIFFICULTY**2] for _ in items]
    counts = [[0, 0] for _ in items]
    for answers in people:
        likely = posterior(answers, logs)
        for position, succeeded in answers:
            item = items[position]
            surplus = [weight * (succeeded - chance) for weight, chance in zip(likely, chances[position], strict=True)]
            shift = sum(surplus)
            slope = sum(one * (node - item.anchor) for one, node in zip(surplus, NODES, strict=True))
            sums[position][0] += slope * slope
            sums[position][1] += slope * shift
            sums[position][2] += shift * shift
            counts[position][0] += 1
            counts[position][1] += succeeded
    return [
        _fitted(item, first, cross, second, answers, successes)
        for item, (first, cross, second), (answers, successes) in zip(items, sums, counts, strict=True)
    ]


def _fitted(item: _Item, first: float, cross: float, second: float, answers: int, successes: int) -> Fitted:
    whole = first * second - cross * cross
    slope_variance, shift_variance, covariance = second / whole, first / whole, -cross / whole
    if abs(item.slope) < 0.05:
        return Fitted(item.curve, sqrt(slope_variance), inf, answers, successes)
    # difficulty = anchor - shift / slope: its variance by the delta method
    by_slope, by_shift = item.shift / item.slope**2, -1 / item.slope
    variance = by_slope**2 * slope_variance + by_shift**2 * shift_variance + 2 * by_slope * by_shift * covariance
    return Fitted(item.curve, sqrt(slope_variance), sqrt(max(variance, 0.0)), answers, successes)
