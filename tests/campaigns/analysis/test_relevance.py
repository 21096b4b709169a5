from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.analysis.relevance import bubbles_of, recommendations, score_of
from app.campaigns.analysis.tally import tally_of
from app.campaigns.arrangement import arrangement_of
from tests.campaigns.analysis.naive import naive_score
from tests.campaigns.analysis.rules import classes, content, goals


@pytest.mark.parametrize(
    ("validated", "highest", "score", "bubbles"),
    [
        ({1, 2}, 5, 64.667, 2),
        (set(), 5, 18, 4),
        ({1, 2, 3}, 5, 88, 1),
        (set(), 3, 30, 3),
    ],
)
def test_the_worked_values(validated: set[int], highest: int, score: float, bubbles: int) -> None:
    found = score_of((1, 2, 3), validated, highest)
    assert round(float(found), 3) == score
    assert bubbles_of(found) == bubbles


def test_the_terms_of_a_score() -> None:
    # 40 × 2/4 reached, 30 × 4/8 for its weight, 20 × 1/3 validated, 10 × 2/1 because level 1 is still to come.
    assert score_of((1, 2, 4), {2}, 8) == 20 + 15 + Fraction(20, 3) + 20


@pytest.mark.parametrize(
    ("score", "bubbles"), [(0, 4), (25, 4), (25.01, 3), (50, 3), (50.01, 2), (75, 2), (75.01, 1), (100, 1)]
)
def test_the_bounds_belong_to_the_stronger_recommendation(score: float, bubbles: int) -> None:
    assert bubbles_of(score) == bubbles


def test_the_topic_to_work_on_first_comes_first() -> None:
    skills = ("gamma-1", "gamma-2", "gamma-3", "alpha-1", "alpha-2", "alpha-3")
    arrangement = arrangement_of(skills, content())
    found = recommendations(arrangement, tally_of(arrangement, {"VVV---": 1}))
    assert [(one.run.key, float(one.score), one.bubbles) for one in found] == [("alpha", 30.0, 3), ("gamma", 100.0, 1)]


def test_the_score_of_a_class_is_the_mean_of_its_people() -> None:
    arrangement = arrangement_of(("alpha-1", "alpha-2", "alpha-3"), content())
    tally = tally_of(arrangement, {"VVV": 3, "---": 1})
    assert recommendations(arrangement, tally)[0].score == Fraction(3 * 100 + 30, 4)


def test_what_was_failed_and_what_was_not_tested_weigh_the_same() -> None:
    arrangement = arrangement_of(("alpha-1", "alpha-2", "alpha-3"), content())
    failed, untested = (recommendations(arrangement, tally_of(arrangement, {one: 1})) for one in ("VFF", "V--"))
    assert failed == untested


def test_nobody_sent_anything() -> None:
    arrangement = arrangement_of(("alpha-1",), content())
    assert recommendations(arrangement, tally_of(arrangement, {})) == []


@given(data=st.data(), goal=goals)
def test_every_topic_has_the_mean_of_the_naive_scores(data: Any, goal: tuple[str, ...]) -> None:
    people = data.draw(classes(len(goal)))
    arrangement = arrangement_of(goal, content())
    found = recommendations(arrangement, tally_of(arrangement, Counter(people)))
    assert found == sorted(found, key=lambda one: one.score)
    for one in found:
        scores = [naive_score(one.run.key, goal, letters) for letters in people]
        assert one.score == sum(scores) / len(people)


@given(data=st.data(), goal=goals)
def test_validating_one_more_skill_from_below_never_makes_a_topic_more_urgent(data: Any, goal: tuple[str, ...]) -> None:
    """Along the way a learner follows, from the lowest level up."""
    arrangement = arrangement_of(goal, content())
    run = data.draw(st.sampled_from(arrangement.topics))
    levels = [skill.level for skill in arrangement.skills[run.start : run.end]]
    highest = max(skill.level for skill in arrangement.skills)
    scores = [score_of(levels, levels[:number], highest) for number in range(len(levels) + 1)]
    assert scores == sorted(scores)
    assert all(0 < score <= 100 for score in scores)
