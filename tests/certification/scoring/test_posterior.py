"""What is believed of the competences: as the shared model says, each from its own answers first."""

from __future__ import annotations

import pytest

from app.certification.scoring.posterior import abilities_of, believed
from app.certification.scoring.worth import CompetenceWorth, SkillWorth
from app.evaluation.belief.grid import NODES
from app.evaluation.belief.responses import curve_of
from app.evaluation.belief.spreads import USUAL
from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.items import two_parameters

CODES = tuple(f"c{number}" for number in range(16))
WORTHS = tuple(
    CompetenceWorth(
        code, tuple(SkillWorth(f"{code}t{topic}", level, 1.6) for topic in range(5) for level in range(1, 8))
    )
    for code in CODES
)


def answer(competence: str, topic: int, level: int, right: bool) -> Given:
    curve = curve_of(level, 0.0)
    name = f"{competence}t{topic}"
    return Given(Item(name, f"{name}-{level}", name, competence, *two_parameters(curve, USUAL), curve), right)


def test_before_any_answer_all_competences_are_alike_and_little_is_known() -> None:
    found = believed(WORTHS, [], USUAL, 7)
    assert len(set(found.competences.values())) == 1
    assert found.score == pytest.approx(450, abs=15)
    assert found.standard_error > 150


def test_answers_in_a_competence_speak_of_it_first_then_of_the_others() -> None:
    before = believed(WORTHS, [], USUAL, 7)
    after = believed(WORTHS, [answer("c3", topic, 5, True) for topic in range(4)], USUAL, 7)
    rises = {code: after.competences[code].level - before.competences[code].level for code in CODES}
    assert rises["c3"] > rises["c4"] >= 1
    errors = {code: after.competences[code].standard_error or 0 for code in CODES}
    assert errors["c3"] < errors["c4"] < (before.competences["c4"].standard_error or 0)
    assert after.standard_error < before.standard_error


def test_two_people_of_one_capacity_have_their_own_levels() -> None:
    """The same questions, the same number of right answers: elsewhere."""
    codes, others = CODES[:8], CODES[8:]
    here = [answer(code, 0, 4, code in codes) for code in CODES]
    there = [answer(code, 0, 4, code in others) for code in CODES]
    one, other = believed(WORTHS, here, USUAL, 7), believed(WORTHS, there, USUAL, 7)
    assert one.score == pytest.approx(other.score)
    assert all(one.competences[code].level > other.competences[code].level for code in codes)


def test_everything_right_and_everything_wrong_reach_both_ends() -> None:
    best = believed(WORTHS, [answer(code, n, 7, True) for code in CODES for n in range(5)], USUAL, 7)
    worst = believed(WORTHS, [answer(code, n, 1, False) for code in CODES for n in range(5)], USUAL, 7)
    assert best.score > 760
    assert worst.score < 64
    assert {one.level for one in worst.competences.values()} == {0}


def test_the_abilities_are_those_of_the_shared_model() -> None:
    answers = [answer("c0", 0, 3, True), answer("c0", 1, 6, False), answer("c7", 2, 4, True)]
    found = abilities_of(WORTHS, answers, USUAL)
    for code in ("c0", "c7", "c12"):
        mine = found.general @ found.competences[code]
        shared = found.belief.common[found.rows[code].start]
        assert mine == pytest.approx(shared / shared.sum())
    assert float(found.general @ NODES) > 3.5


def test_an_item_whose_curve_was_not_kept_is_read_from_its_two_parameters() -> None:
    kept = [answer(code, 0, 5, True) for code in CODES]
    lost = [
        Given(Item(i.id, i.skill, i.topic, i.competence, i.discrimination, i.difficulty), True)
        for i in (one.item for one in kept)
    ]
    assert believed(WORTHS, lost, USUAL, 7).score == pytest.approx(believed(WORTHS, kept, USUAL, 7).score, rel=0.1)
