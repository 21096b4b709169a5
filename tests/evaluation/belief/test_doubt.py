"""The doubt a question is expected to take away is what would be left, computed answer by answer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evaluation.belief.doubt import Aims, doubt, gain_on_its_siblings, gain_on_its_topic
from app.evaluation.belief.evidence import Answered
from app.evaluation.belief.grid import MASTERED
from app.evaluation.belief.posterior import believe
from app.evaluation.belief.responses import chances, curve_of
from app.evaluation.belief.spreads import USUAL, tree
from tests.evaluation.belief.test_posterior import COMPETENCE_OF, TOPICS, answers

TREE = tree(USUAL)
HELD = np.array([MASTERED[[1, 2, 3, 4, 5, 6, 7]].sum(axis=0), MASTERED[[2, 5]].sum(axis=0), MASTERED[[3]].sum(axis=0)])
AIMS = Aims(HELD, HELD**2)
KIN = np.array([[False, False, False], [False, False, True], [False, True, False]])


@settings(max_examples=50)
@given(st.lists(answers, max_size=6), answers)
def test_the_gain_expected_is_the_doubt_before_less_the_doubt_after(given: list[Answered], asked: Answered) -> None:
    belief = believe(TREE, TOPICS, COMPETENCE_OF, given)
    row, curve = np.array([TOPICS.index(asked.topic)]), np.array([chances(asked.curve)])
    after = {right: believe(TREE, TOPICS, COMPETENCE_OF, [*given, asked._replace(right=right)]) for right in (0, 1)}
    chance = float((belief.abilities[row[0]] * curve[0]).sum())
    taken = doubt(belief, AIMS) - chance * doubt(after[1], AIMS) - (1 - chance) * doubt(after[0], AIMS)
    own = gain_on_its_topic(belief, AIMS, row, curve)
    assert own.chance[0] == pytest.approx(chance)
    assert own.gain[0] == pytest.approx(taken[row[0]], abs=1e-9)
    siblings = gain_on_its_siblings(belief, AIMS, KIN, row, curve)
    assert siblings[0] == pytest.approx(float((taken * KIN[row[0]]).sum()), abs=1e-9)


def test_an_answer_that_is_known_beforehand_teaches_nothing() -> None:
    sure = [Answered("web", level, curve_of(level, 0.0), level < 4) for level in (1, 2, 3, 5, 6, 7) for _ in range(9)]
    belief = believe(TREE, TOPICS, COMPETENCE_OF, sure)
    gains = gain_on_its_topic(belief, AIMS, np.array([1, 1]), np.array([chances(curve_of(n, 0.0)) for n in (2, 7)]))
    assert gains.gain == pytest.approx([0, 0], abs=0.01)
