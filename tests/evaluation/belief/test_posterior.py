"""What answers let believe of abilities: against enumeration, and against common sense."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evaluation.belief.evidence import Answered, Remembered
from app.evaluation.belief.grid import NODES
from app.evaluation.belief.posterior import Belief, believe
from app.evaluation.belief.responses import chances, curve_of
from app.evaluation.belief.spreads import USUAL, tree

TREE = tree(USUAL)
COMPETENCE_OF = {"web": "1.1", "search": "1.1", "mail": "2.1"}
TOPICS = ("mail", "web", "search")
OPEN, AMONG_TWO = 0.0, 0.5

answers = st.builds(
    lambda topic, level, luck, right: Answered(topic, level, curve_of(level, luck), right),
    st.sampled_from(TOPICS),
    st.integers(1, 8),
    st.sampled_from((OPEN, 0.25, AMONG_TWO)),
    st.booleans(),
)


def after(*given: Answered, remembered: tuple[Remembered, ...] = ()) -> Belief:
    return believe(TREE, TOPICS, COMPETENCE_OF, given, remembered)


def levels(belief: Belief) -> dict[str, float]:
    return dict(zip(TOPICS, map(float, belief.abilities @ NODES), strict=True))


def answer(topic: str, level: int, right: bool, luck: float = OPEN) -> Answered:
    return Answered(topic, level, curve_of(level, luck), right)


def by_enumeration(given: list[Answered], topic: str) -> np.ndarray:
    """The posterior of one topic, summed over every combination of points of the whole tree (two competences)."""
    found = np.zeros(len(NODES))
    points = range(0, len(NODES), 1)
    says = {name: np.ones(len(NODES)) for name in TOPICS}
    for one in given:
        chance = chances(one.curve)
        says[one.topic] = says[one.topic] * (chance if one.right else 1 - chance)
    for general, first, second in product(points, repeat=3):
        above = TREE.general[general] * TREE.to_competence[general, first] * TREE.to_competence[general, second]
        seen = {"web": first, "search": first, "mail": second}
        whole = {name: TREE.to_topic[parent] * says[name] for name, parent in seen.items()}
        rest = np.prod([whole[name].sum() for name in TOPICS if name != topic])
        found += above * rest * whole[topic]
    return found / found.sum()


def test_without_an_answer_it_is_what_is_thought_of_anybody() -> None:
    assert levels(after()) == pytest.approx(dict.fromkeys(TOPICS, USUAL.mean), abs=0.05)


def test_messages_give_what_enumeration_gives() -> None:
    given = [answer("web", 5, True), answer("web", 7, False, AMONG_TWO), answer("mail", 2, False)]
    found = after(*given)
    for row, topic in enumerate(TOPICS):
        assert found.abilities[row] == pytest.approx(by_enumeration(given, topic), abs=1e-12)


@given(st.lists(answers, max_size=6), answers)
def test_a_success_raises_every_ability_and_its_own_most(given: list[Answered], one: Answered) -> None:
    before = levels(after(*given))
    right, wrong = levels(after(*given, one._replace(right=True))), levels(after(*given, one._replace(right=False)))
    for topic in TOPICS:
        assert wrong[topic] <= before[topic] + 1e-9
        assert before[topic] <= right[topic] + 1e-9
    assert right[one.topic] - wrong[one.topic] > 0


def test_it_says_more_of_its_topic_than_of_its_competence_and_more_of_that_than_of_the_others() -> None:
    gained = levels(after(answer("web", 5, True)))
    assert gained["web"] > gained["search"] > gained["mail"] > USUAL.mean + 0.1


@given(st.lists(answers, max_size=6).flatmap(lambda given: st.tuples(st.just(given), st.permutations(given))))
def test_the_order_of_the_answers_does_not_matter(both: tuple[list[Answered], list[Answered]]) -> None:
    assert after(*both[0]).abilities == pytest.approx(after(*both[1]).abilities)


@given(st.lists(answers, max_size=30))
def test_a_harder_skill_is_never_likelier_mastered(given: list[Answered]) -> None:
    mastery = after(*given).mastery()
    assert (np.diff(mastery, axis=1) <= 1e-12).all()


def test_an_open_answer_proves_more_than_one_that_can_be_guessed() -> None:
    assert levels(after(answer("web", 5, True, OPEN)))["web"] > levels(after(answer("web", 5, True, AMONG_TWO)))["web"]


def test_an_old_answer_says_less_and_one_that_no_longer_counts_says_nothing() -> None:
    fresh, old, gone = (
        levels(after(remembered=(Remembered("web", 5, True, weight),)))["web"] for weight in (1.0, 0.5, 0.0)
    )
    assert fresh > old > gone == pytest.approx(levels(after())["web"])


def test_a_topic_that_the_content_no_longer_has_is_left_out() -> None:
    gone = (Remembered("fax", 5, True, 1.0),)
    assert levels(after(answer("fax", 3, True), remembered=gone)) == levels(after())


def test_a_measured_difficulty_replaces_that_of_the_level() -> None:
    easy = Answered("web", 5, curve_of(5, OPEN, (1.0, 1.7)), True)
    assert levels(after(easy))["web"] < levels(after(answer("web", 5, True)))["web"]
