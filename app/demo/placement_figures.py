"""What a trial says of each engine: how many questions, how near the truth, how well it knows what it knows. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from app.demo.placement_trial import REFERENCE, Trial
from app.demo.simulated_test import Score, Taken

LEVELS = range(1, 8)
TENTHS = 10
MOST_PREFIX = 30
"""Questions after which the curves end."""
STATES_CERTAINTY = ("bayesian",)
"""The engines that say how sure they are."""


@dataclass(frozen=True)
class Accuracy:
    """`error` is the root mean square of the gap, `bias` its mean: levels found minus true ones."""

    tests: int
    error: float
    bias: float
    right: float
    """Part of the skills classified right."""


@dataclass(frozen=True)
class Tenth:
    """Skills whose probability of being mastered was stated in a tenth: how many, what was stated, what was true."""

    skills: int
    stated: float
    true: float


@dataclass(frozen=True)
class Figures:
    """Of one engine. Questions by test; seconds by choice. `curve`: the error after 0, 1, 2… questions."""

    engine: str
    questions: float
    fewest: float
    most: float
    """5th and 95th percentiles."""
    end: Accuracy
    by_level: Mapping[int, Accuracy]
    tenths: Sequence[Tenth]
    most_asked: float
    """Part of the tests of its competence in which the most asked challenge is."""
    ever_asked: int
    median_choice: float
    slow_choice: float
    """95th percentile."""
    curve: Sequence[float]
    ran_out: int
    endless: int


@dataclass(frozen=True)
class Comparison:
    """An engine beside the reference. `needed`: questions to reach its error, None when it is never reached; `ratio`:
    over its mean number of questions. `at_its_end`: the engine's error when each test has as many questions."""

    error: float
    questions: float
    needed: float | None
    ratio: float | None
    at_its_end: float


def figures_of(trial: Trial) -> Mapping[str, Figures]:
    """By engine."""
    return {engine: _figures(engine, taken) for engine, taken in trial.taken.items()}


def compared(trial: Trial, engine: str) -> Comparison:
    """An engine beside the reference, when both took the tests."""
    reference, ours = trial.taken[REFERENCE], trial.taken[engine]
    error, questions = accuracy([one.end for one in reference]).error, fmean(one.questions for one in reference)
    needed = reached(curve_of(ours), error)
    as_many = [one.after(other.questions) for one, other in zip(ours, reference, strict=True)]
    ratio = None if needed is None else needed / questions
    return Comparison(error, questions, needed, ratio, accuracy(as_many).error)


def accuracy(scores: Sequence[Score]) -> Accuracy:
    """How near the truth these ends of tests are."""
    return Accuracy(
        len(scores),
        sqrt(fmean(one.gap**2 for one in scores)),
        fmean(one.gap for one in scores),
        fmean(one.right for one in scores),
    )


def curve_of(taken: Sequence[Taken]) -> Sequence[float]:
    """The error after so many questions; tests that ended before count with their end."""
    longest = min(max(len(one.scores) for one in taken), MOST_PREFIX + 1)
    return [sqrt(fmean(one.after(asked).gap ** 2 for one in taken)) for asked in range(longest)]


def reached(curve: Sequence[float], error: float) -> float | None:
    """After how many questions the error is so small, in between if need be; None when it never is."""
    for asked, one in enumerate(curve):
        if one <= error:
            return asked - (error - one) / (curve[asked - 1] - one) if asked else 0.0
    return None


def calibration_gap(tenths: Iterable[Tenth]) -> float:
    """How far what is stated is from what is true, on average over skills: 0.05 is five points."""
    tenths = [one for one in tenths if one.skills]
    return sum(one.skills * abs(one.stated - one.true) for one in tenths) / sum(one.skills for one in tenths)


def percentile(values: Sequence[float], part: float) -> float:
    """The value under which so great a part lies."""
    return sorted(values)[min(int(part * len(values)), len(values) - 1)]


def _figures(engine: str, taken: Sequence[Taken]) -> Figures:
    questions = [one.questions for one in taken]
    seconds = [one for test in taken for one in test.seconds]
    asked = Counter((one.competence, challenge) for one in taken for challenge in one.asked)
    tests = Counter(one.competence for one in taken)
    return Figures(
        engine=engine,
        questions=fmean(questions),
        fewest=percentile(questions, 0.05),
        most=percentile(questions, 0.95),
        end=accuracy([one.end for one in taken]),
        by_level=_by_level(taken),
        tenths=_tenths(taken) if engine in STATES_CERTAINTY else (),
        most_asked=max((times / tests[code] for (code, _), times in asked.items()), default=0.0),
        ever_asked=len(asked),
        median_choice=percentile(seconds, 0.5),
        slow_choice=percentile(seconds, 0.95),
        curve=curve_of(taken),
        ran_out=sum(one.reason == "nothing_playable" for one in taken),
        endless=sum(one.reason == "endless" for one in taken),
    )


def _by_level(taken: Sequence[Taken]) -> Mapping[int, Accuracy]:
    """By true level, the nearest whole one."""
    found: dict[int, list[Score]] = {}
    for one in taken:
        found.setdefault(int(one.end.level + 0.5), []).append(one.end)
    return {level: accuracy(found[level]) for level in LEVELS if level in found}


def _tenths(taken: Sequence[Taken]) -> Sequence[Tenth]:
    found: list[list[tuple[float, bool]]] = [[] for _ in range(TENTHS)]
    for test in taken:
        for stated, true in test.stated:
            found[min(int(stated * TENTHS), TENTHS - 1)].append((stated, true))
    return [
        Tenth(len(one), fmean(stated for stated, _ in one), fmean(true for _, true in one)) if one else Tenth(0, 0, 0)
        for one in found
    ]
