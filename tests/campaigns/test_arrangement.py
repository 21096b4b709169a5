from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.campaigns.arrangement import arrangement_of
from app.content.index import ContentIndex, build_index
from app.content.reading import read_tree
from app.content.release import build_release
from tests.conftest import WORLD

DECOUVERTE = ("alpha-1", "alpha-2", "alpha-3", "gamma-1", "gamma-2", "gamma-3")


@pytest.fixture(scope="module")
def world() -> ContentIndex:
    """The content of the tests, without a database: these are rules."""
    release = build_release(read_tree(WORLD))
    return build_index(1, release.manifest, release.bodies)


def test_skills_of_an_area_a_competence_a_topic_stand_side_by_side(world: ContentIndex) -> None:
    found = arrangement_of(tuple(world.skills), world)
    assert [(one.key, one.total) for one in found.areas] == [("1", 7), ("5", 5)]
    assert [(one.key, one.total) for one in found.competences] == [("1.1", 7), ("5.1", 5)]
    assert [(one.key, one.start, one.end) for one in found.topics] == [
        ("alpha", 0, 4),
        ("beta", 4, 7),
        ("gamma", 7, 10),
        ("delta", 10, 12),
    ]
    levels = [skill.level for skill in found.skills]
    assert all(levels[one.start : one.end] == sorted(levels[one.start : one.end]) for one in found.topics)


def test_a_goal_in_the_order_of_the_framework_is_left_alone(world: ContentIndex) -> None:
    found = arrangement_of(DECOUVERTE, world)
    assert found.arranged("VF-VV-") == "VF-VV-"
    alpha, gamma = found.topics
    assert (alpha.validated("VF-VV-"), gamma.validated("VF-VV-")) == (1, 2)
    assert [found.skills[one.highest("VF-VV-")].level for one in (alpha, gamma)] == [1, 2]
    assert alpha.highest("-FFVVV") == -1


def test_a_goal_in_another_order_is_put_in_order(world: ContentIndex) -> None:
    found = arrangement_of(("gamma-1", "alpha-3", "alpha-1"), world)
    assert [one.id for one in found.skills] == ["alpha-1", "alpha-3", "gamma-1"]
    assert found.arranged("VF-") == "-FV"


def test_a_skill_that_the_content_lost_counts_in_all_and_nowhere_else(world: ContentIndex) -> None:
    found = arrangement_of(("alpha-1", "gone-4", "gamma-1"), world)
    assert found.total == 3
    assert [one.id for one in found.skills] == ["alpha-1", "gamma-1"]
    assert found.arranged("VVF") == "VF"


@pytest.mark.parametrize("outcomes", ["", "V"])
def test_letters_that_are_missing_are_of_skills_not_tested(world: ContentIndex, outcomes: str) -> None:
    assert arrangement_of(DECOUVERTE, world).arranged(outcomes) == outcomes.ljust(6, "-")


def test_a_goal_without_skill(world: ContentIndex) -> None:
    found = arrangement_of((), world)
    assert (found.topics, found.arranged("")) == ((), "")


@settings(deadline=None)
@given(st.data())
def test_counts_are_those_of_a_naive_reading(world: ContentIndex, data: st.DataObject) -> None:
    goal = data.draw(st.lists(st.sampled_from(sorted(world.skills)), unique=True))
    Random(len(goal)).shuffle(goal)
    letters = data.draw(st.text("VF-", min_size=len(goal), max_size=len(goal)))
    found = arrangement_of(goal, world)
    arranged = found.arranged(letters)
    for key, runs in (("competence", found.competences), ("topic", found.topics)):
        naive = {
            name: sum(
                letter == "V"
                for skill, letter in zip(goal, letters, strict=True)
                if getattr(world.skills[skill], key) == name
            )
            for name in {getattr(world.skills[skill], key) for skill in goal}
        }
        assert {one.key: one.validated(arranged) for one in runs} == naive
