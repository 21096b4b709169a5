from __future__ import annotations

from collections import Counter
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.analysis.collective import (
    competence_shares,
    half_up,
    range_of,
    results_of,
    topic_shares,
)
from app.campaigns.analysis.relevance import recommendations
from app.campaigns.analysis.tally import tally_of
from app.campaigns.arrangement import arrangement_of
from tests.campaigns.analysis.rules import ALL_SKILLS, classes, content, goals

TWO_COMPETENCES = ("alpha-1", "alpha-2", "gamma-1", "alpha-3", "gamma-2")


def test_the_table_of_the_guide() -> None:
    """Three skills of « Mener une recherche »: 1.6 validated on average, of 3 assessed, is 53 %."""
    arrangement = arrangement_of(("alpha-1", "alpha-2", "alpha-3"), content())
    [share] = competence_shares(arrangement, tally_of(arrangement, {"VVF": 3, "V--": 2}))
    assert (share.mean_validated, share.run.total, share.percent) == (1.6, 3, 53)


def test_each_competence_and_each_topic_counts_its_own_skills() -> None:
    arrangement = arrangement_of(TWO_COMPETENCES, content())
    tally = tally_of(arrangement, {"VVVFF": 1, "V-VVF": 1})
    assert [(one.run.key, one.validated, one.run.total) for one in competence_shares(arrangement, tally)] == [
        ("1.1", 4, 3),
        ("5.1", 2, 2),
    ]
    assert [(one.run.key, one.mean_validated, one.percent) for one in topic_shares(arrangement, tally)] == [
        ("alpha", 2.0, 67),
        ("gamma", 1.0, 50),
    ]


def test_nobody_makes_no_figure() -> None:
    arrangement = arrangement_of(TWO_COMPETENCES, content())
    tally = tally_of(arrangement, {})
    assert results_of(5, tally.by_validated) is None
    assert [(one.percent, one.mean_validated) for one in competence_shares(arrangement, tally)] == [(0, 0.0), (0, 0.0)]


@pytest.mark.parametrize(
    ("percent", "place"), [(0, 0), (1, 0), (10, 0), (11, 1), (20, 1), (21, 2), (90, 8), (91, 9), (99, 9), (100, 9)]
)
def test_the_ten_ranges(percent: int, place: int) -> None:
    assert range_of(percent) == place


def test_how_results_spread() -> None:
    found = results_of(10, {0: 1, 1: 1, 2: 1, 10: 1})
    assert found is not None
    assert (found.people, found.mean, found.lowest, found.median, found.highest) == (4, 33, 0, 15, 100)
    assert found.ranges == (2, 1, 0, 0, 0, 0, 0, 0, 0, 1)


@pytest.mark.parametrize(("validated", "mean"), [({1: 1, 2: 1}, 50), ({1: 2, 2: 1}, 44), ({0: 7, 3: 1}, 13)])
def test_means_are_rounded_once_half_up(validated: dict[int, int], mean: int) -> None:
    found = results_of(3, validated)
    assert found is not None
    assert found.mean == mean


@given(data=st.data(), goal=goals)
def test_counts_of_the_tally_are_those_of_each_person(data: Any, goal: tuple[str, ...]) -> None:
    people = data.draw(classes(len(goal)))
    arrangement = arrangement_of(goal, content())
    tally = tally_of(arrangement, Counter(people))
    assert tally.people == len(people)
    for one in topic_shares(arrangement, tally):
        own = [goal.index(skill.id) for skill in arrangement.skills if skill.topic == one.run.key]
        assert one.validated == sum(letters[place] == "V" for letters in people for place in own)
        assert one.run.total == len(own)
    everything = sum(letters.count("V") for letters in people)
    assert sum(one.validated for one in competence_shares(arrangement, tally)) == everything


@given(data=st.data(), goal=goals)
def test_the_spread_is_that_of_each_person(data: Any, goal: tuple[str, ...]) -> None:
    people = data.draw(classes(len(goal)))
    arrangement = arrangement_of(goal, content())
    found = results_of(len(goal), tally_of(arrangement, Counter(people)).by_validated)
    assert found is not None
    percents = [int(100 * letters.count("V") / len(goal) + 0.5) for letters in people]
    assert (found.lowest, found.highest) == (min(percents), max(percents))
    assert found.median == int(median(percents) + 0.5)
    assert sum(found.ranges) == found.people == len(people)
    assert found.lowest <= found.mean <= found.highest


@given(st.fractions(0, 1000))
def test_rounding_is_to_the_nearest(value: Any) -> None:
    assert abs(half_up(value) - value) * 2 <= 1


def test_ten_thousand_people_are_read_in_a_moment() -> None:
    goal = ALL_SKILLS * 1
    arrangement = arrangement_of(goal, content())
    letters = {f"{number:012b}".replace("0", "F").replace("1", "V"): 3 for number in range(4096)}
    began = perf_counter()
    tally = tally_of(arrangement, letters)
    competence_shares(arrangement, tally)
    recommendations(arrangement, tally)
    assert tally.people == 3 * 4096
    assert perf_counter() - began < 0.5
