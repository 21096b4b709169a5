from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import groupby
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.arrangement import Arrangement, arrangement_of
from app.campaigns.statistics.forms import beginning
from app.campaigns.statistics.levels import Levels, Standing
from app.campaigns.statistics.months import Month, Months
from app.campaigns.statistics.reading import Reading
from app.content.index import ContentIndex, build_index
from app.content.reading import read_tree
from app.content.release import build_release
from tests.conftest import WORLD

AT = datetime(2026, 11, 9, 10, tzinfo=UTC)
TOPICS = {"1.1": ["alpha", "beta"], "5.1": ["gamma", "delta"]}


@pytest.fixture(scope="module")
def world() -> ContentIndex:
    release = build_release(read_tree(WORLD))
    return build_index(1, release.manifest, release.bodies)


def of(world: ContentIndex, *skills: str) -> Arrangement:
    return arrangement_of(skills, world)


@pytest.mark.parametrize(
    ("mean", "rank"),
    [
        (0, "novice"),
        (Fraction(29, 10), "novice"),
        (Fraction(294, 100), "novice"),
        (Fraction(296, 100), "independent"),  # it reads 3
        (3, "independent"),
        (Fraction(49, 10), "independent"),
        (5, "advanced"),
        (Fraction(69, 10), "advanced"),
        (7, "expert"),
        (8, "expert"),
    ],
)
def test_a_word_for_each_two_levels(mean: Fraction, rank: str) -> None:
    assert Standing("alpha", 1, Fraction(mean), Fraction(8)).rank == rank


@pytest.mark.parametrize(("mean", "aimed", "percent"), [(1, 3, 33), (2, 3, 67), (0, 4, 0), (4, 4, 100), (1, 8, 13)])
def test_a_share_of_what_was_aimed_at(mean: int, aimed: int, percent: int) -> None:
    assert Standing("alpha", 1, Fraction(mean), Fraction(aimed)).percent == percent


def test_the_level_of_a_learner_is_the_highest_that_a_campaign_validated(world: ContentIndex) -> None:
    low, high = of(world, "alpha-1", "alpha-2"), of(world, "alpha-2", "alpha-4")
    levels = Levels()
    levels.learner([(low, "VV"), (high, "FF")])
    levels.learner([(high, "FV")])
    levels.learner([(low, "FF")])
    for one in (low, high):
        levels.aims(one)
    assert levels.topics() == {"alpha": Standing("alpha", 3, Fraction(2 + 4 + 0, 3), Fraction(4))}


def test_a_competence_is_the_plain_mean_of_its_topics(world: ContentIndex) -> None:
    both, one = of(world, "alpha-1", "alpha-2", "beta-3"), of(world, "alpha-1")
    levels = Levels()
    levels.learner([(both, "VVF")])
    levels.learner([(one, "V")])
    for arrangement in (both, one):
        levels.aims(arrangement)
    assert levels.competences(TOPICS) == {
        "1.1": Standing("1.1", 2, (Fraction(3, 2) + 0) / 2, Fraction(2 + 3, 2)),
    }


def rows_of(*rows: tuple[int, int, str, datetime]) -> list[dict[str, Any]]:
    return [
        {"learner": learner, "campaign": campaign, "outcomes": outcomes, "shared_at": at}
        for learner, campaign, outcomes, at in rows
    ]


def test_only_the_last_results_of_a_campaign_count_in_levels_and_all_in_months(world: ContentIndex) -> None:
    reading = Reading({7: of(world, "alpha-1", "alpha-2")}, "")
    reading.read(rows_of((1, 7, "VV", AT), (1, 7, "VF", AT)))
    reading.read(rows_of((2, 7, "FF", AT.replace(month=12))))
    reading.end()
    assert reading.levels.topics()["alpha"].mean == Fraction(1 + 0, 2)
    assert reading.months.all()[-2:] == [Month(date(2026, 11, 1), 2, 75.0), Month(date(2026, 12, 1), 1, 0.0)]


def test_an_area_keeps_what_concerns_it(world: ContentIndex) -> None:
    mixed, other = of(world, "alpha-1", "gamma-1", "gamma-2"), of(world, "alpha-1")
    reading = Reading({7: mixed, 8: other}, "5")
    reading.read(rows_of((1, 7, "VVF", AT), (1, 8, "V", AT), (1, 9, "", AT)))
    reading.end()
    assert reading.months.all()[-1] == Month(date(2026, 11, 1), 1, 50.0)


def test_profiles_are_sendings_without_mastery(world: ContentIndex) -> None:
    reading = Reading({}, "")
    reading.read(rows_of((1, 7, "", AT)))
    reading.end()
    assert reading.months.all()[-1] == Month(date(2026, 11, 1), 1, None)
    assert reading.levels.people == 0


def test_half_a_year_is_shown_at_least_and_everything_beyond() -> None:
    months = Months()
    assert months.all() == []
    months.add((2026, 2))
    assert [one.first_day.month for one in months.all()] == [9, 10, 11, 12, 1, 2]
    months.add((2025, 3))
    assert len(months.all()) == 12


def test_a_month_is_that_of_paris_and_empty_ones_are_shown(world: ContentIndex) -> None:
    months = Months()
    months.add((2026, 11), 1, 2)
    months.add((2027, 2), 2, 2)
    assert [(one.first_day, one.sendings, one.percent) for one in months.all()] == [
        (date(2026, 9, 1), 0, None),
        (date(2026, 10, 1), 0, None),
        (date(2026, 11, 1), 1, 50.0),
        (date(2026, 12, 1), 0, None),
        (date(2027, 1, 1), 0, None),
        (date(2027, 2, 1), 1, 100.0),
    ]
    reading = Reading({}, "")
    reading.read(rows_of((1, 7, "", datetime(2026, 12, 31, 23, 30, tzinfo=UTC))))
    assert reading.months.all()[-1].first_day == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("30-jours", datetime(2026, 10, 9, 22, tzinfo=UTC)),
        ("12-mois", datetime(2025, 11, 8, 23, tzinfo=UTC)),
        ("annee-scolaire", datetime(2026, 8, 31, 22, tzinfo=UTC)),
        ("", None),
    ],
)
def test_a_period_begins_at_midnight_in_paris(period: str, day: datetime | None) -> None:
    assert beginning(period, AT) == day


def test_a_school_year_begins_in_september() -> None:
    assert beginning("annee-scolaire", datetime(2026, 8, 31, 12, tzinfo=UTC)) == datetime(2025, 8, 31, 22, tzinfo=UTC)


@given(st.data())
def test_levels_are_those_of_a_naive_reading(world: ContentIndex, data: st.DataObject) -> None:
    goals = {
        number: data.draw(st.lists(st.sampled_from(sorted(world.skills)), unique=True, min_size=1)) for number in (1, 2)
    }
    for number, goal in goals.items():
        Random(number).shuffle(goal)
    sent = [
        (learner, campaign, data.draw(st.text("VF-", min_size=len(goals[campaign]), max_size=len(goals[campaign]))), AT)
        for learner in range(1, data.draw(st.integers(1, 4)) + 1)
        for campaign in data.draw(st.lists(st.sampled_from([1, 2]), min_size=1, max_size=4))
    ]
    reading = Reading({number: arrangement_of(goal, world) for number, goal in goals.items()}, "")
    reading.read(rows_of(*sent))
    reading.end()
    assert {key: (one.learners, one.mean, one.aimed) for key, one in reading.levels.topics().items()} == naive(
        sent, goals, world
    )


def naive(sent: list[Any], goals: dict[int, list[str]], world: ContentIndex) -> dict[str, Any]:
    """Written from the sentence: latest by learner and campaign, highest validated by learner, mean over learners."""
    latest = {(learner, campaign): letters for learner, campaign, letters, _ in sent}
    skills = [
        (world.skills[name].topic, learner, world.skills[name].level, letter)
        for (learner, campaign), letters in latest.items()
        for name, letter in zip(goals[campaign], letters, strict=True)
    ]
    found = {}
    for topic, group in groupby(sorted(skills), key=lambda one: one[0]):
        members = list(group)
        learners = {one[1] for one in members}
        highest = [max([o[2] for o in members if o[1] == who and o[3] == "V"], default=0) for who in learners]
        found[topic] = (len(learners), Fraction(sum(highest), len(learners)), max(one[2] for one in members))
    return found
