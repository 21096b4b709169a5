"""Our choice keeps the rules of coverage, welcomes, and takes most of the doubt away."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evaluation.belief.grid import NODES, normal
from app.evaluation.belief.responses import chances
from app.evaluation.belief.spreads import USUAL
from app.evaluation.certifying.abilities import abilities_after, curve_in_topic
from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.choice import next_question
from app.evaluation.certifying.choice_by_belief import HIGHEST_LEVEL, LIKELY, gains
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.certifying.depth import expected_test
from app.evaluation.certifying.items import items_of
from tests.evaluation.certifying.banks import real_scope, small_bank

RULES = Configuration(starts=date(2026, 1, 1), choice="belief")
BANK = small_bank()


def play(rights: list[bool], seed: int) -> list[Given]:
    answers: list[Given] = []
    for right in rights:
        one = next_question(RULES, BANK, answers, (), seed)
        assert isinstance(one, Item)
        answers.append(Given(one, right))
    return answers


@settings(max_examples=4, deadline=None)
@given(st.lists(st.booleans(), min_size=32, max_size=32), st.integers(0, 10**9))
def test_the_rules_of_coverage_hold_and_the_path_is_the_same(rights: list[bool], seed: int) -> None:
    answers = play(rights, seed)
    codes = [one.item.competence for one in answers]
    assert answers == play(rights, seed)
    assert len({one.item.topic for one in answers}) == 32
    assert len(set(codes[:16])) == 16
    assert all(code not in codes[max(0, place - 2) : place] for place, code in enumerate(codes))


def test_the_second_half_visits_nearly_every_competence_again() -> None:
    codes = Counter(one.item.competence for one in play([True, False] * 16, 3))
    assert max(codes.values()) <= 4
    assert len([code for code, times in codes.items() if times >= 2]) >= 10


def test_the_first_question_is_likely_to_be_answered_right() -> None:
    for seed in range(20):
        [first] = play([True], seed)
        chance = float(normal(USUAL.mean, 2.0) @ chances(curve_in_topic(first.item)))
        assert chance > LIKELY - 0.05


def test_questions_follow_the_answers_up_and_down() -> None:
    def hardness(right: bool) -> float:
        return float(np.mean([one.item.difficulty for one in play([right] * 12, 1)[6:]]))

    assert hardness(True) > hardness(False) + 2


def test_the_gain_is_the_doubt_expected_to_go() -> None:
    """Against the doubt computed answer by answer."""
    answers = play([True, False, True], 4)
    items = [one for one in BANK if one.topic not in {done.item.topic for done in answers}][::97]
    topics: dict[str, list[str]] = {}
    for one in [*items, *(done.item for done in answers)]:
        topics.setdefault(one.competence, [])
        if one.topic not in topics[one.competence]:
            topics[one.competence].append(one.topic)
    topics = dict(sorted(topics.items()))

    def doubt(given_: list[Given]) -> float:
        found = abilities_after(topics, given_, USUAL)
        level = found.belief.tree.to_topic @ np.clip(NODES, 0, HIGHEST_LEVEL)
        means = np.array([one @ level for one in found.competences.values()])
        squares = np.array([one @ level**2 for one in found.competences.values()])
        each = squares @ found.general - (means @ found.general) ** 2
        whole = means.sum(axis=0)
        mean = whole @ found.general
        total = ((squares - means**2).sum(axis=0) + (whole - mean) ** 2) @ found.general
        return float(each.sum() + total / len(means))

    for one, gain in zip(items, gains(items, answers, USUAL), strict=True):
        found = abilities_after(topics, answers, USUAL)
        row = found.belief.abilities[found.row_of[one.topic]]
        chance = float(row @ chances(curve_in_topic(one)))
        after = chance * doubt([*answers, Given(one, True)]) + (1 - chance) * doubt([*answers, Given(one, False)])
        assert gain == pytest.approx(doubt(answers) - after, abs=1e-6)


@pytest.mark.parametrize("needs", [(), ("sight", "colour", "sound", "pointing", "computer")], ids=["none", "all"])
def test_the_real_bank_feeds_a_whole_test(needs: tuple[str, ...]) -> None:
    items = items_of(real_scope(needs))  # type: ignore[arg-type]
    for capacity in (-5, 0, 5):
        assert len(expected_test(RULES, items, capacity, seed=2).answers) == 32
