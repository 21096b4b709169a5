"""What a trial of the certification says of each way: how near the truth, overall and by band. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from app.certification.scoring.meshes import global_level
from app.demo.certification_trial import REFERENCE, WAYS, CertificationTrial, Found, TestTaken

Pair = tuple[Found, Found]
"""What was found, and what was true."""


@dataclass(frozen=True)
class Nearness:
    """Of a scoring, over some tests. `error`, `bias`: of the score, in pix. `exact`, `within_one`: parts of the tests
    whose global level is the true one, or next to it. `level_…`: the same of the levels of competences.
    `covered`: part of the scores at less than two stated errors from the truth, when errors are stated."""

    tests: int
    error: float
    bias: float
    exact: float
    within_one: float
    level_error: float
    level_bias: float
    level_exact: float
    level_within_one: float
    covered: float | None


@dataclass(frozen=True)
class CertificationFigures:
    """By way: at the end, by band (true global level), and after 0, 1, 2… questions.

    `needed`: questions after which the score is as near as the reference's at its end, and the levels are; None: never.
    `exposure`: the part of the tests in which the most asked question is, and how many are ever asked.
    """

    end: Mapping[str, Nearness]
    bands: Mapping[int, Mapping[str, Nearness]]
    curve: Mapping[str, Sequence[Nearness]]
    needed: Mapping[str, tuple[int | None, int | None]]
    exposure: Mapping[str, tuple[float, int]]
    fewest_questions: int


def certification_figures(trial: CertificationTrial) -> CertificationFigures:
    length = trial.configuration.maximum_length
    curve = {name: [_after(trial.taken, name, count) for count in range(length + 1)] for name in WAYS}
    bands = sorted({global_level(test.true.score) for test in trial.taken})
    goal = curve[REFERENCE][-1]
    return CertificationFigures(
        end={name: found[-1] for name, found in curve.items()},
        bands={
            band: {
                name: _after([one for one in trial.taken if global_level(one.true.score) == band], name, length)
                for name in WAYS
            }
            for band in bands
        },
        curve=curve,
        needed={
            name: (
                _first(one.error <= goal.error for one in found),
                _first(one.level_error <= goal.level_error for one in found),
            )
            for name, found in curve.items()
        },
        exposure={name: _exposure(trial.taken, name) for name in WAYS},
        fewest_questions=min(len(asked) for one in trial.taken for asked in one.asked.values()),
    )


def nearness(pairs: Sequence[Pair]) -> Nearness:
    """How near what was found is to what was true."""
    gaps = [found.score - true.score for found, true in pairs]
    steps = [abs(global_level(found.score) - global_level(true.score)) for found, true in pairs]
    levels = [here - there for found, true in pairs for here, there in zip(found.levels, true.levels, strict=True)]
    stated = [abs(found.score - true.score) < 2 * found.error for found, true in pairs if found.error is not None]
    return Nearness(
        len(pairs),
        sqrt(fmean(one**2 for one in gaps)),
        fmean(gaps),
        fmean(one == 0 for one in steps),
        fmean(one <= 1 for one in steps),
        sqrt(fmean(one**2 for one in levels)),
        fmean(levels),
        fmean(one == 0 for one in levels),
        fmean(abs(one) <= 1 for one in levels),
        fmean(stated) if stated else None,
    )


def _after(taken: Sequence[TestTaken], way: str, questions: int) -> Nearness:
    return nearness([(one.found[way][min(questions, len(one.asked[way]))], one.true) for one in taken])


def _first(holds: Iterable[bool]) -> int | None:
    return next((count for count, one in enumerate(holds) if one), None)


def _exposure(taken: Sequence[TestTaken], way: str) -> tuple[float, int]:
    asked = Counter(one for test in taken for one in test.asked[way])
    return max(asked.values()) / len(taken), len(asked)
