"""Neighbours are asked different questions, at no cost to the test."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.choice import next_question
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.certifying.ranking import NEARLY, ranked, ranked_apart
from tests.evaluation.certifying.banks import small_bank

BY_INFORMATION = Configuration(starts=date(2026, 1, 1))
BY_BELIEF = Configuration(starts=date(2026, 1, 1), choice="belief")
BANK = small_bank()
MOST = 5


def items_of(skills: list[int]) -> list[Item]:
    return [Item(f"q{place}", f"s{skill}", f"s{skill}", "1.1", 1, 0) for place, skill in enumerate(skills)]


banks = st.lists(st.tuples(st.integers(0, 4), st.sampled_from([0.0, 0.5, 0.8, 0.9, 1.0, 1.1])), min_size=1, max_size=15)
given_nearby = st.frozensets(st.integers(0, 14).map(lambda place: f"q{place}"))


@settings(max_examples=300, deadline=None)
@given(banks, given_nearby)
def test_a_question_is_replaced_by_one_nearly_as_good_or_of_its_skill_or_not_at_all(
    bank: list[tuple[int, float]], nearby: frozenset[str]
) -> None:
    items, worth = items_of([skill for skill, _ in bank]), np.array([value for _, value in bank])
    value = dict(zip((one.id for one in items), worth, strict=True))
    best = ranked(items, worth, MOST)
    found = ranked_apart(items, worth, MOST, nearby)
    assert found
    if not {one.id for one in best} & nearby:
        assert found == best
    least = NEARLY * value[best[-1].id]
    fresh = {one.id for one in items if value[one.id] >= least} - nearby
    siblings = {one.id for one in items if one.skill in {one.skill for one in best}} - nearby
    assert {one.id for one in found} <= (fresh or siblings or {one.id for one in best})
    if fresh or siblings:
        assert not {one.id for one in found} & nearby


@pytest.mark.parametrize("rules", [BY_INFORMATION, BY_BELIEF], ids=["information", "belief"])
def test_whatever_neighbours_were_given_the_test_is_whole_and_keeps_its_rules(rules: Configuration) -> None:
    everything = {one.id for one in BANK}
    for nearby in ((), everything, {one.id for one in BANK if one.id.endswith("a")}):
        codes = [one.item.competence for one in play(rules, 3, nearby)]
        assert len(codes) == 32
        assert len(set(codes[:16])) == 16
        assert all(code not in codes[max(0, place - 2) : place] for place, code in enumerate(codes))
    assert play(rules, 3, everything) == play(rules, 3, ()), "all are the same: none is better"


def test_twenty_who_start_together_never_share_a_question_at_two_ranks_of_each_other() -> None:
    """All answer alike: the worst case."""
    answers: list[list[Given]] = [[] for _ in range(20)]
    for rank in range(12):
        for seed, mine in enumerate(answers):
            nearby = {one.item.id for other in answers if other is not mine for one in other[-5:]}
            one = next_question(BY_INFORMATION, BANK, mine, (), seed, nearby=nearby)
            assert isinstance(one, Item)
            assert one.id not in nearby, rank
            mine.append(Given(one, True))


def play(rules: Configuration, seed: int, nearby: object) -> list[Given]:
    answers: list[Given] = []
    while isinstance(one := next_question(rules, BANK, answers, (), seed, nearby=nearby), Item):  # type: ignore[arg-type]
        answers.append(Given(one, len(answers) % 3 != 0))
    return answers
