"""What makes a challenge worth a second reading."""

from __future__ import annotations

import pytest

from app.evaluation.calibration.fitting import Fitted
from app.evaluation.calibration.suspicious import doubts_about
from app.evaluation.calibration.two_parameters import Curve


def fitted(slope: float, answers: int, successes: int) -> Fitted:
    return Fitted(Curve(slope, 0.0), 0.1, 0.1, answers, successes)


@pytest.mark.parametrize(
    ("one", "wrong", "said"),
    [
        (fitted(1.0, 200, 120), ("x", 60), []),
        (fitted(1.0, 200, 196), None, ["too easy: 98% succeed"]),
        (fitted(1.0, 200, 8), None, ["too hard: 4% succeed"]),
        (fitted(-0.3, 200, 100), None, ["negative discrimination"]),
        (fitted(0.1, 200, 100), None, ["success says nothing"]),
        (fitted(1.0, 200, 60), ('{"": ["b"]}', 70), ["was given 70 times, a right one 60"]),
        (fitted(-0.3, 200, 2), ("x", 90), ["too hard", "negative", "90 times"]),
        (fitted(-0.3, 99, 0), ("x", 90), []),
    ],
)
def test_doubts(one: Fitted, wrong: tuple[str, int] | None, said: list[str]) -> None:
    found = doubts_about("ch-22222222", 1, one, wrong, at_least=100)
    assert len(found) == len(said)
    for doubt, words in zip(found, said, strict=True):
        assert words in doubt.reason
