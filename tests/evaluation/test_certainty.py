"""How sure a level is: said of people drawn from the model, true of them as often as it is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.index import Competence, Skill, Topic
from app.evaluation.belief.certainty import ALMOST_SURE, RATHER_SURE, Certainty, LevelChances, level_chances
from app.evaluation.belief.grid import edge_of
from app.evaluation.belief.responses import USUAL_GUESS, USUAL_SLIP, USUAL_SLOPE
from app.evaluation.belief.spreads import USUAL
from app.evaluation.knowledge import Element, TopicKnowledge, apply_answer
from app.evaluation.levels import score_of
from app.evaluation.scoring import competence_score, pix_of_skill

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
LEVELS = ((1, 3, 4, 6, 7), (1, 2, 4, 5, 6, 8), (2, 3, 5, 6), (1, 2, 3, 5, 7), (2, 4, 5, 6, 8), (1, 3, 4, 7), (3, 5, 6))
MAX_LEVEL = 7


def competence(code: str) -> Competence:
    """Seven topics and 32 skills, as those of the content have."""
    together = [level for levels in LEVELS for level in levels]
    topics = []
    for place, levels in enumerate(LEVELS):
        name = f"{code}-{place}"
        skills = tuple(
            Skill(f"{name}-{level}", name, level, code, "", "", (), (), float(pix_of_skill(together.count(level))))
            for level in levels
        )
        topics.append(Topic(name, "", code, skills))
    return Competence(code, "", "", "", int(code[0]), tuple(topics))


COMPETENCES = tuple(competence(code) for code in ("1.1", "1.2", "2.1", "3.1", "4.1", "5.1"))
ONE, OTHER, *_ = COMPETENCES


def asked(
    one: Competence, count: int, *, right: int = 8, at: datetime = NOW, direct: bool = True
) -> dict[str, TopicKnowledge]:
    """The first `count` skills of each topic, answered rightly up to level `right`."""
    return {
        topic.id: {skill.level: Element(skill.level <= right, direct, 1, at) for skill in topic.skills[:count]}
        for topic in one.topics
    }


def certainty(known: Mapping[str, TopicKnowledge], at: datetime = NOW, shown: Competence = ONE) -> Certainty:
    chances = level_chances(COMPETENCES, known, at, MAX_LEVEL)
    return chances[shown.code].beside(score_of(shown, known, MAX_LEVEL).level)


# The model, lived.


def taken(random: Random) -> Iterator[tuple[Certainty, int, int]]:
    """Of one person drawn from the model: by competence asked about, what is said of the level shown; both levels."""
    general = random.gauss(USUAL.mean, USUAL.general)
    known: dict[str, TopicKnowledge] = {}
    truth: dict[str, int] = {}
    for one in COMPETENCES:
        center = random.gauss(general, USUAL.competence)
        abilities = {topic.id: random.gauss(center, USUAL.topic) for topic in one.topics}
        held = (skill.pix for skill in one.skills if abilities[skill.topic] >= edge_of(skill.level))
        truth[one.code] = competence_score(held, MAX_LEVEL).level
        questions = random.sample(one.skills, random.choice((0, 2, 5, 9, 14, 22)))
        for skill in questions:
            levels = [other.level for other in one.skills if other.topic == skill.topic]
            before = known.get(skill.topic, {})
            right = passes(abilities[skill.topic], skill.level, random)
            known[skill.topic] = apply_answer(before, levels, skill.level, validated=right, assessment=1, at=NOW)
            direct = {**before, skill.level: Element(right, True, 1, NOW)}
            if not known[skill.topic][skill.level].direct:  # inferred before: the answer counts all the same
                known[skill.topic] = direct
    chances = level_chances(COMPETENCES, known, NOW, MAX_LEVEL)
    for one in COMPETENCES:
        if one.code in chances:
            shown = score_of(one, known, MAX_LEVEL).level
            yield chances[one.code].beside(shown), shown, truth[one.code]


def passes(ability: float, level: int, random: Random) -> bool:
    odds: float = 2.718281828459045 ** (-USUAL_SLOPE * (ability - edge_of(level)))
    return random.random() < USUAL_GUESS + (1 - USUAL_GUESS - USUAL_SLIP) / (1 + odds)


@pytest.fixture(scope="module")
def crowd() -> list[tuple[Certainty, int, int]]:
    random = Random(20260302)
    return [one for _ in range(500) for one in taken(random)]


def share(found: list[bool]) -> float:
    assert len(found) > 300
    return sum(found) / len(found)


def test_of_what_is_announced_at_ninety_percent_nine_in_ten_are_true(crowd: list[tuple[Certainty, int, int]]) -> None:
    near = [abs(true - shown) <= 1 for one, shown, true in crowd if 0.85 <= one.sure < 0.95]
    assert 0.85 <= share(near) <= 0.95


def test_an_interval_holds_the_true_level_nine_times_out_of_ten(crowd: list[tuple[Certainty, int, int]]) -> None:
    assert 0.85 <= share([one.low <= true <= one.high for one, _, true in crowd]) <= 0.95


def test_each_word_is_as_true_as_it_says(crowd: list[tuple[Certainty, int, int]]) -> None:
    def true_of(degree: str) -> float:
        return share([abs(true - shown) <= 1 for one, shown, true in crowd if one.degree == degree])

    assert true_of("almost_sure") >= ALMOST_SURE
    assert RATHER_SURE <= true_of("rather_sure") <= ALMOST_SURE
    assert true_of("to_confirm") <= RATHER_SURE


def test_what_is_said_on_the_whole_is_what_is(crowd: list[tuple[Certainty, int, int]]) -> None:
    said = sum(one.sure for one, _, _ in crowd) / len(crowd)
    assert share([abs(true - shown) <= 1 for _, shown, true in crowd]) == pytest.approx(said, abs=0.03)


# What makes it rise and fall.


def test_more_answers_make_a_level_surer() -> None:
    few, many = certainty(asked(ONE, 2, right=4)), certainty(asked(ONE, 6, right=4))
    assert few.sure < many.sure
    assert few.high - few.low >= many.high - many.low
    assert many.degree == "almost_sure"


def test_time_makes_it_less_sure() -> None:
    known = asked(ONE, 6, right=4)
    ages = [certainty(known, NOW + timedelta(days=365 * years)).sure for years in (0, 1, 3, 6)]
    assert ages == sorted(ages, reverse=True)
    assert ages[0] > ages[-1] + 0.1


def test_answers_in_another_competence_help_a_little() -> None:
    known = asked(ONE, 2, right=4)
    assert certainty({**known, **asked(OTHER, 6, right=4)}).sure > certainty(known).sure


def test_a_competence_never_asked_about_has_no_certainty() -> None:
    inferred = {**asked(ONE, 6), **asked(OTHER, 6, direct=False)}
    assert set(level_chances(COMPETENCES, inferred, NOW, MAX_LEVEL)) == {ONE.code}
    assert level_chances(COMPETENCES, {}, NOW, MAX_LEVEL) == {}
    assert level_chances((), asked(ONE, 1), NOW, MAX_LEVEL) == {}


def test_a_topic_the_content_no_longer_has_is_left_out() -> None:
    known = asked(ONE, 3, right=4)
    assert certainty({**known, "gone": {3: Element(True, True, 1, NOW)}}) == certainty(known)


def test_the_highest_level_reachable_stands_for_all_those_above() -> None:
    for most in (3, 5, 8):
        chances = level_chances(COMPETENCES, asked(ONE, 6), NOW, most)[ONE.code]
        assert len(chances.chances) == most + 1
        assert chances.beside(most).sure > ALMOST_SURE
        assert chances.beside(most).high == most


# Beside the level shown.

believed = st.lists(st.floats(0.001, 1), min_size=2, max_size=9).map(
    lambda weights: LevelChances(tuple(one / sum(weights) for one in weights))
)


@given(believed, st.data())
def test_the_interval_always_holds_the_level_shown(chances: LevelChances, data: st.DataObject) -> None:
    shown = data.draw(st.integers(0, len(chances.chances) - 1))
    one = chances.beside(shown)
    assert 0 <= one.low <= shown <= one.high < len(chances.chances)
    assert 0 <= one.sure <= 1.000001
    inside = sum(chances.chances[one.low : one.high + 1])
    assert inside >= 0.8


@pytest.mark.parametrize(
    ("chances", "shown", "expected"),
    [
        ((0.02, 0.08, 0.8, 0.1), 2, Certainty(0.98, 2, 3)),
        ((0.01, 0.02, 0.95, 0.02), 2, Certainty(0.99, 2, 2)),
        ((0.0, 0.0, 0.05, 0.95), 0, Certainty(0.0, 0, 3)),
        ((0.5, 0.5), 0, Certainty(1.0, 0, 1)),
    ],
)
def test_beside_a_level(chances: tuple[float, ...], shown: int, expected: Certainty) -> None:
    one = LevelChances(chances).beside(shown)
    assert one[1:] == expected[1:]
    assert one.sure == pytest.approx(expected.sure)


@pytest.mark.parametrize(
    ("sure", "degree"),
    [(0.95, "almost_sure"), (0.9, "almost_sure"), (0.89, "rather_sure"), (0.7, "rather_sure"), (0.69, "to_confirm")],
)
def test_the_words(sure: float, degree: str) -> None:
    assert Certainty(sure, 0, 7).degree == degree
