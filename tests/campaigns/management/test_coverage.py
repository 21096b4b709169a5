"""What a target covers, in figures."""

from __future__ import annotations

import pytest

from app.campaigns.goals import Goal, adaptive_goal, fixed_goal
from app.campaigns.management.coverage import coverage_of
from app.content.index import ContentIndex, build_index
from app.content.reading import read_tree
from app.content.release import build_release
from tests.conftest import WORLD


@pytest.fixture(scope="module")
def index() -> ContentIndex:
    release = build_release(read_tree(WORLD))
    return build_index(1, release.manifest, release.bodies)


def test_an_adaptive_goal_counts_what_is_aimed_at(index: ContentIndex) -> None:
    goal = adaptive_goal({"alpha": 3, "beta": 8}, index)
    found = coverage_of(goal, index)
    skills = [one for one in index.skills.values() if one.topic == "beta" or (one.topic == "alpha" and one.level <= 3)]
    assert (found.topics, found.skills) == (2, len(skills))
    assert found.highest_level == max(one.level for one in skills)
    assert [(one.competence.code, one.skills) for one in found.competences] == [("1.1", len(skills))]
    assert 2 <= found.questions < len(skills)
    assert not found.fixed


def test_a_fixed_goal_counts_its_questions(index: ContentIndex) -> None:
    challenges = index.target_profiles["liste"].challenges
    found = coverage_of(fixed_goal(challenges, index), index)
    assert found.fixed
    assert found.questions == len(challenges)


def test_a_topic_takes_one_question_at_least(index: ContentIndex) -> None:
    found = coverage_of(adaptive_goal({"alpha": 1, "beta": 1}, index), index)
    assert found.questions == found.topics == 2


def test_skills_that_left_the_content_are_not_counted(index: ContentIndex) -> None:
    found = coverage_of(Goal("adaptive", ("alpha-1", "gone-1")), index)
    assert (found.skills, found.topics, found.questions) == (1, 1, 1)


def test_nothing_at_all(index: ContentIndex) -> None:
    found = coverage_of(Goal("adaptive", ()), index)
    assert (found.skills, found.highest_level, found.questions, found.competences) == (0, 0, 0, ())
