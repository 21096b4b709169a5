"""Pix of a skill, of a competence, in all; levels; who may be certified."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evaluation.scoring import (
    PIX_IN_ALL,
    CompetenceScore,
    competence_score,
    exactly,
    is_certifiable,
    most_pix,
    pix_of_skill,
    total_pix,
)

sizes = st.integers(1, 40)
"""Skills at one level of a competence."""
held = st.lists(sizes.map(pix_of_skill), max_size=60)
reachable = st.integers(1, 8)


@pytest.mark.parametrize(
    ("skills", "pix"),
    [
        (1, Fraction(4)),
        (2, Fraction(4)),
        (3, Fraction(8, 3)),
        (4, Fraction(2)),
        (6, Fraction(4, 3)),
        (8, Fraction(1)),
    ],
)
def test_the_skills_of_a_level_share_eight_pix_and_get_four_at_most(skills: int, pix: Fraction) -> None:
    assert pix_of_skill(skills) == pix


@pytest.mark.parametrize(
    ("pix", "max_level", "score"),
    [
        ([], 7, CompetenceScore(0, 0, 0, 8, False)),
        ([4], 7, CompetenceScore(4, 0, 4, 4, False)),
        ([Fraction(8, 3)] * 2, 7, CompetenceScore(5, 0, 5, 3, False)),
        ([Fraction(8, 3)] * 3, 7, CompetenceScore(8, 1, 0, 8, False)),
        ([4, 4, 2, 2, 1], 7, CompetenceScore(13, 1, 5, 3, False)),
        ([4] * 14, 7, CompetenceScore(56, 7, 0, 8, True)),
        ([4] * 15, 7, CompetenceScore(56, 7, 0, 8, True)),
        ([4] * 11, 5, CompetenceScore(40, 5, 0, 8, True)),
        ([4] * 16, 8, CompetenceScore(64, 8, 0, 8, True)),
    ],
)
def test_the_score_of_a_competence(pix: list[Fraction], max_level: int, score: CompetenceScore) -> None:
    assert competence_score(pix, max_level) == score


@given(sizes.filter(lambda n: n > 1))
def test_all_the_skills_of_a_level_are_worth_exactly_one_level(skills: int) -> None:
    """Even when their pix come as floats, whose sum falls short of 8: six times 1.333…, say."""
    assert competence_score([float(pix_of_skill(skills))] * skills, 8).pix == 8
    assert competence_score([8 / skills if skills > 2 else 4.0] * skills, 8).level == 1


@given(sizes)
def test_a_float_names_its_fraction(skills: int) -> None:
    assert exactly(float(pix_of_skill(skills))) == pix_of_skill(skills)


@given(held, reachable)
def test_pix_never_exceed_the_cap_and_agree_with_the_level(pix: list[Fraction], max_level: int) -> None:
    score = competence_score(pix, max_level)
    assert 0 <= score.pix <= 8 * max_level
    assert score.pix <= sum(pix)
    assert score.level == score.pix // 8
    assert score.ahead + score.remaining == 8
    assert score.at_most == (score.level == max_level)
    assert 0 <= score.percentage < 100


@given(held, sizes.map(pix_of_skill), reachable)
def test_one_more_skill_never_lowers_a_score(pix: list[Fraction], more: Fraction, max_level: int) -> None:
    before, after = competence_score(pix, max_level), competence_score([*pix, more], max_level)
    assert after.pix >= before.pix
    assert after.level >= before.level


@given(st.lists(held, max_size=16), reachable)
def test_the_total_never_exceeds_what_can_be_reached(competences: list[list[Fraction]], max_level: int) -> None:
    scores = [competence_score(pix, max_level) for pix in competences]
    assert total_pix(scores) <= most_pix(max_level) <= PIX_IN_ALL == 1024


def test_each_competence_is_rounded_down_before_adding() -> None:
    assert total_pix([competence_score([Fraction(8, 3)], 7)] * 3) == 6


@pytest.mark.parametrize(("level", "pix"), [(5, 640), (6, 768), (7, 896), (8, 1024)])
def test_what_can_be_reached(level: int, pix: int) -> None:
    assert most_pix(level) == pix


@pytest.mark.parametrize(("at_level_one", "certifiable"), [(0, False), (4, False), (5, True), (16, True)])
def test_five_competences_make_someone_certifiable(at_level_one: int, certifiable: bool) -> None:
    scores = [competence_score([4, 4], 7)] * at_level_one + [competence_score([4], 7)] * (16 - at_level_one)
    assert is_certifiable(scores) is certifiable
