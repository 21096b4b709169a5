"""The bounds in force are those that the rule derives from the real bank."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import msgspec
import pytest

from app.certification.scoring.configurations import configuration_on
from app.certification.scoring.cut_points import derived, in_yaml
from app.certification.scoring.worth import worth_of
from app.evaluation.belief.spreads import USUAL
from app.evaluation.certifying.configuration import Configuration, versions_of
from tests.evaluation.certifying.banks import real_index

NEAR = 0.25
"""The bank grows without a new version of the configuration, as long as no bound moves by more."""
INTERVALS, POINTS = derived(worth_of(real_index().competences.values()), USUAL, 7)


def test_the_version_in_force_is_that_of_the_bank() -> None:
    rules = configuration_on(date(2026, 11, 21))
    for here, there in zip(rules.score_intervals, INTERVALS, strict=True):
        assert here == pytest.approx(there, abs=NEAR)
    assert rules.competence_cut_points.keys() == POINTS.keys()
    for code, points in rules.competence_cut_points.items():
        assert points == pytest.approx(POINTS[code], abs=NEAR), code


def test_what_is_printed_is_what_the_file_reads() -> None:
    text = "- starts: 2026-09-01\n" + "".join(f"  {line}\n" for line in in_yaml(INTERVALS, POINTS))
    [read] = versions_of(msgspec.yaml.decode(text))
    assert (read.score_intervals, read.competence_cut_points) == (INTERVALS, POINTS)


def test_our_bank_agrees_with_the_public_bounds_where_most_people_are() -> None:
    public = Configuration(starts=date(2026, 9, 1)).score_intervals
    for (here, _), (there, _) in list(zip(INTERVALS, public, strict=True))[2:]:
        assert here == pytest.approx(there, abs=0.2)


def test_bounds_and_cut_points_rise() -> None:
    assert all(low < high for low, high in INTERVALS)
    assert all(before < after for points in POINTS.values() for before, after in pairwise(points))
    assert all(len(points) == 7 for points in POINTS.values())
