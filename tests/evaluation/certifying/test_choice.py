"""The rules of coverage, the choice among the best, and that it is always the same."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.choice import allowed_items, information, most_informative, next_question, tossed
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.placement import Finished
from tests.evaluation.certifying.banks import small_bank

RULES = Configuration(starts=date(2026, 1, 1))
BANK = small_bank()


def play(
    rights: list[bool], seed: int, rules: Configuration = RULES, excluded: frozenset[str] = frozenset()
) -> list[Given]:
    answers: list[Given] = []
    for right in rights:
        one = next_question(rules, BANK, answers, excluded, seed)
        assert isinstance(one, Item)
        answers.append(Given(one, right))
    return answers


whole_tests = st.lists(st.booleans(), min_size=32, max_size=32)
seeds = st.integers(0, 10**9)


@settings(max_examples=25, deadline=None)
@given(whole_tests, seeds)
def test_a_whole_test_covers_the_competences_and_repeats_nothing(rights: list[bool], seed: int) -> None:
    asked = [one.item for one in play(rights, seed)]
    codes = [one.competence for one in asked]
    assert len({one.id for one in asked}) == len({one.topic for one in asked}) == 32
    assert len(set(codes[:16])) == 16
    assert all(code not in codes[max(0, place - 2) : place] for place, code in enumerate(codes))


@settings(max_examples=10, deadline=None)
@given(whole_tests, seeds)
def test_asking_twice_or_replaying_gives_the_same_path(rights: list[bool], seed: int) -> None:
    assert play(rights, seed) == play(rights, seed)
    answers = play(rights[:7], seed)
    assert next_question(RULES, BANK, answers, (), seed) == next_question(RULES, BANK, list(answers), (), seed)


def test_it_ends_after_thirty_two_answers() -> None:
    assert next_question(RULES, BANK, play([True] * 32, 1), (), 1) == Finished("ceiling")


def test_a_bank_that_runs_out_says_so() -> None:
    bank = [one for one in BANK if one.topic.endswith("t0")]
    answers: list[Given] = []
    for _ in range(16):
        one = next_question(RULES, bank, answers, (), 1)
        assert isinstance(one, Item)
        answers.append(Given(one, True))
    assert next_question(RULES, bank, answers, (), 1) == Finished("nothing_playable")


def test_excluded_skills_are_never_asked() -> None:
    plain = play([True, False] * 16, 5)
    excluded = frozenset(one.item.skill for one in plain[3:9])
    again = play([True, False] * 16, 5, excluded=excluded)
    assert again[:3] == plain[:3]
    assert not excluded & {one.item.skill for one in again}


def test_the_last_two_competences_come_back_when_nothing_else_is_left() -> None:
    bank = [Item(f"{topic}{n}", f"{topic}{n}", f"{topic}{n}", topic, 1, 0) for topic in "ab" for n in range(3)]
    answers = [Given(bank[0], True), Given(bank[3], True)]
    assert {one.competence for one in allowed_items(RULES, bank, answers, ())} == {"a", "b"}


def test_competences_never_asked_come_first_whatever_the_information() -> None:
    dull = Item("dull", "dull", "dull", "b", 0.01, 9)
    bank = [Item(f"a{n}", f"a{n}", f"a{n}", "a", 2, -3) for n in range(9)] + [dull]
    assert list(allowed_items(RULES, bank, [Given(bank[0], True)], ())) == [dull]


def test_without_the_rules_on_topics_only_skills_are_not_asked_again() -> None:
    rules = msgspec.structs.replace(
        RULES, one_question_per_topic=False, through_all_competences=False, between_same_competence=0
    )
    bank = [Item("x", "t-1", "t", "a", 1, 0), Item("y", "t-1", "t", "a", 1, 0), Item("z", "t-2", "t", "a", 1, 0)]
    assert list(allowed_items(rules, bank, [Given(bank[0], True)], ())) == [bank[2]]


def test_information_is_highest_at_the_difficulty_and_rises_with_discrimination() -> None:
    bank = [Item("", "", "", "", slope, hard) for slope, hard in ((1, 0), (1, 1), (2, 0))]
    assert information(0, bank).round(4).tolist() == [0.25, 0.1966, 1.0]
    assert most_informative(0, bank, 2) == [bank[2], bank[0]]


def test_the_coin_takes_the_first_about_half_of_the_time() -> None:
    random = Random(3)
    found = Counter(tossed("abcde", 51, random) for _ in range(20_000))
    for letter, chance in zip("abcde", (0.51, 0.25, 0.122, 0.06, 0.058), strict=True):
        assert abs(found[letter] / 20_000 - chance) < 0.01
    assert {tossed("abcde", 100, random) for _ in range(20)} == {"a"}


def test_different_assessments_begin_with_different_questions() -> None:
    assert len({play([True], seed)[0].item.competence for seed in range(60)}) > 8
