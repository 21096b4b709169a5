"""The result of the adaptive test: the table of unfinished tests, and bounds, whichever the scoring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.certification.scoring.adaptive import AdaptiveTest, score_adaptive_test, skipped_to_the_end
from app.certification.scoring.configurations import configuration_on
from app.certification.scoring.meshes import global_level, levels_at, score_of
from app.certification.scoring.results import Ending
from app.certification.scoring.worth import CompetenceWorth, SkillWorth
from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.choice import history, next_question
from app.evaluation.certifying.configuration import Configuration
from tests.evaluation.certifying.banks import small_bank

BANK = small_bank()
CODES = tuple(dict.fromkeys(one.competence for one in BANK))
WORTHS = tuple(
    CompetenceWorth(
        code,
        tuple(SkillWorth(f"{code}t{topic}", level, 2.0) for topic in range(4) for level in range(1, 8)),
    )
    for code in CODES
)
POINTS = dict.fromkeys(CODES, (-0.4, 0.5, 1.4, 2.2, 3.1, 4.0, 5.6))
BY_CAPACITY = Configuration(starts=date(2026, 1, 1), competence_cut_points=POINTS)
BY_POSTERIOR = msgspec.structs.replace(BY_CAPACITY, scoring="posterior", choice="belief")
BOTH = pytest.mark.parametrize("rules", [BY_CAPACITY, BY_POSTERIOR], ids=["capacity", "posterior"])


def played(
    rights: str, rules: Configuration = BY_CAPACITY, ending: Ending = "completed", seed: int = 5
) -> AdaptiveTest:
    """Marks by question: `+` right, `-` wrong."""
    answers: list[Given] = []
    for mark in rights:
        one = next_question(rules, BANK, answers, (), seed)
        assert isinstance(one, Item)
        answers.append(Given(one, mark == "+"))
    return AdaptiveTest(rules, BANK, WORTHS, answers, seed, ending=ending)


@BOTH
def test_a_whole_test_is_scored(rules: Configuration) -> None:
    found = score_adaptive_test(played("++-+" * 8, rules))
    assert found.status == "validated"
    assert 64 <= found.score <= 895
    assert found.level == global_level(found.score)
    assert list(found.competences) == list(CODES)
    assert (found.score_error is None) == (rules.scoring == "capacity")


def test_by_capacity_one_number_is_read_in_all_tables() -> None:
    test = played("++-+" * 8)
    found, last = score_adaptive_test(test), history(BY_CAPACITY, test.answers)[-1]
    assert found.score == score_of(last.capacity, BY_CAPACITY.score_intervals, 895)
    assert {code: one.level for code, one in found.competences.items()} == levels_at(last.capacity, POINTS, 7)
    assert (found.capacity, found.standard_error) == last


@BOTH
@pytest.mark.parametrize(
    ("count", "ending", "status", "comment"),
    [
        (32, "completed", "validated", None),
        (31, "technical", "validated", None),
        (20, "technical", "validated", None),
        (31, "candidate", "validated", None),
        (20, "candidate", "validated", None),
        (19, "technical", "cancelled", "lack_of_answers_technical"),
        (0, "technical", "cancelled", "lack_of_answers_technical"),
        (19, "candidate", "rejected", "lack_of_answers"),
        (0, "candidate", "rejected", "lack_of_answers"),
        (19, "completed", "cancelled", "lack_of_answers_technical"),  # the bank ran out: nobody's fault
    ],
)
def test_unfinished_tests(rules: Configuration, count: int, ending: Ending, status: str, comment: str | None) -> None:
    found = score_adaptive_test(played(("++-+" * 8)[:count], rules, ending))
    assert (found.status, found.comment) == (status, comment)


@BOTH
def test_who_leaves_has_the_rest_counted_as_skipped(rules: Configuration) -> None:
    left, cut = played("+" * 24, rules, "candidate"), played("+" * 24, rules, "technical")
    ended = skipped_to_the_end(left)
    assert len(ended) == 32
    assert not any(one.right for one in ended[24:])
    assert len({one.item.topic for one in ended}) == 32
    assert score_adaptive_test(left).score < score_adaptive_test(cut).score


@BOTH
def test_fraud_and_zero(rules: Configuration) -> None:
    fraud = score_adaptive_test(replace(played("+" * 32, rules), fraud=True))
    assert (fraud.status, fraud.comment, fraud.score) == ("rejected", "fraud", 0)
    low = score_adaptive_test(played("-" * 32, rules))
    assert (low.status, low.score, low.level) == ("rejected", 0, 0)
    assert {one.level for one in low.competences.values()} == {-1}


def test_a_score_of_nothing_has_a_comment_and_one_under_the_first_level_none() -> None:
    above = msgspec.structs.replace(BY_CAPACITY, score_intervals=((4, 5), (5, 6)))
    zero = score_adaptive_test(replace(played("+-" * 16), configuration=above))
    assert (zero.status, zero.comment) == ("rejected", "zero_score")
    wide = msgspec.structs.replace(BY_CAPACITY, score_intervals=((-8, 8), (8, 9)))
    little = score_adaptive_test(replace(played("+-" * 16), configuration=wide))
    assert (little.status, little.comment) == ("rejected", None)


@BOTH
@settings(max_examples=10, deadline=None)
@given(st.lists(st.booleans(), min_size=32, max_size=32), st.integers(0, 31))
def test_scores_are_bounded_and_the_same_each_time(rules: Configuration, rights: list[bool], at: int) -> None:
    test = played("".join("+" if one else "-" for one in rights), rules, seed=at)
    found = score_adaptive_test(test)
    assert found == score_adaptive_test(test)
    assert 0 <= found.score <= 895
    assert all(-1 <= one.level <= 7 for one in found.competences.values())


@settings(max_examples=10, deadline=None)
@given(st.lists(st.booleans(), min_size=32, max_size=32), st.integers(0, 31))
def test_one_more_right_answer_never_lowers_the_score_nor_a_level(rights: list[bool], at: int) -> None:
    test = played("".join("+" if one else "-" for one in rights), BY_POSTERIOR)

    def scored(right: bool) -> tuple[int, list[int]]:
        answers = [Given(one.item, right) if place == at else one for place, one in enumerate(test.answers)]
        found = score_adaptive_test(replace(test, answers=answers))
        return found.score, [one.level for one in found.competences.values()]

    (low, low_levels), (high, high_levels) = scored(False), scored(True)
    assert low <= high
    assert all(less <= more for less, more in zip(low_levels, high_levels, strict=True))


def test_the_file_of_versions_is_read() -> None:
    rules = configuration_on(date(2026, 11, 21))
    assert (rules.scoring, rules.choice, rules.maximum_length, rules.max_score) == ("posterior", "belief", 32, 895)
    assert len(rules.competence_cut_points) == 16
