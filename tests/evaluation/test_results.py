"""What becomes of an answer; steps and checkpoints of an assessment."""

from itertools import product

import pytest

from app.evaluation.results import Result, checkpoint_due, empty_is_allowed, examine, step


@pytest.mark.parametrize(
    ("result", "states"),
    [
        ("skipped", {"graded_ok": None, "skipped": True}),
        ("skipped", {"graded_ok": None, "skipped": True, "late": True}),
        ("timed_out", {"graded_ok": True, "late": True}),
        ("ko", {"graded_ok": False, "late": True}),
        ("ko", {"graded_ok": None, "late": True}),
        ("ok", {"graded_ok": True}),
        ("ko", {"graded_ok": False}),
        (
            "focused_out",
            {"graded_ok": True, "focus_lost": True, "focused_challenge": True, "certification": True},
        ),
        ("ok", {"graded_ok": True, "focus_lost": True, "focused_challenge": True}),
        ("ok", {"graded_ok": True, "focus_lost": True, "certification": True}),
        ("ok", {"graded_ok": True, "focused_challenge": True, "certification": True}),
        ("ko", {"graded_ok": False, "focus_lost": True, "focused_challenge": True, "certification": True}),
        (
            "focused_out",
            {
                "graded_ok": True,
                "late": True,
                "focus_lost": True,
                "focused_challenge": True,
                "certification": True,
            },
        ),
    ],
)
def test_examination(result: Result, states: dict[str, bool]) -> None:
    assert examine(**states) == result


def test_only_a_right_answer_in_time_is_ever_ok() -> None:
    for ok, skipped, late, lost, focused, exam in product([True, False, None], *[[True, False]] * 5):
        found = examine(ok, skipped=skipped, late=late, focus_lost=lost, focused_challenge=focused, certification=exam)
        assert (found == "ok") == (ok is True and not skipped and not late and not (lost and focused and exam))


@pytest.mark.parametrize(
    ("skipped", "late", "allowed"),
    [(False, False, False), (False, True, True), (True, False, True), (True, True, True)],
)
def test_an_empty_answer_needs_a_reason(skipped: bool, late: bool, allowed: bool) -> None:
    assert empty_is_allowed(skipped=skipped, late=late) is allowed


def test_steps_go_from_one_to_five() -> None:
    assert [step(answers) for answers in range(12)] == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2]


def test_a_checkpoint_every_five_answers_until_it_is_seen() -> None:
    assert [answers for answers in range(17) if checkpoint_due(answers, seen=False)] == [5, 10, 15]
    assert not any(checkpoint_due(answers, seen=True) for answers in range(17))
