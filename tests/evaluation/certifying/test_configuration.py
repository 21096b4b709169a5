"""Versions of the configuration: the one of the day of joining, and those that contradict themselves."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from app.evaluation.certifying.configuration import BadConfigurations, NoConfiguration, in_force, versions_of

FIRST, SECOND = {"starts": "2026-09-01"}, {"starts": "2027-01-01", "maximum_length": 40}


def test_a_candidate_has_the_version_of_the_day_of_joining() -> None:
    versions = versions_of([SECOND, FIRST])
    assert in_force(versions, date(2026, 12, 31)).maximum_length == 32
    assert in_force(versions, date(2027, 1, 1)).maximum_length == 40


def test_before_the_first_version_and_in_another_framework_there_is_none() -> None:
    for day, framework in ((date(2026, 8, 31), "core"), (date(2026, 9, 1), "droit")):
        with pytest.raises(NoConfiguration):
            in_force(versions_of([FIRST]), day, framework)


def test_the_defaults_are_the_constants_of_the_reference() -> None:
    [one] = versions_of([FIRST])
    assert (one.first_capacity, one.variation_percent, one.probability_to_pick, one.fewest_answers) == (-3, 0.5, 51, 20)
    assert one.max_score == 895


@pytest.mark.parametrize(
    "wrong",
    [
        {"score_intervals": [[0, 1], [2, 3]]},
        {"score_intervals": [[1, 0]]},
        {"score_intervals": []},
        {"competence_cut_points": {"1.1": [1, 1]}},
        {"fewest_answers": 33},
    ],
)
def test_what_contradicts_itself_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadConfigurations):
        versions_of([{**FIRST, **wrong}])


def test_two_versions_of_one_day_and_unknown_words_are_refused() -> None:
    with pytest.raises(BadConfigurations):
        versions_of([FIRST, FIRST])
    with pytest.raises(msgspec.ValidationError):
        versions_of([{**FIRST, "maximum_lenght": 32}])
