"""Reports that resolve themselves in the test on the profile."""

from __future__ import annotations

import pytest

from app.certification.scoring.reports import Concern, ReportedQuestion, resolution_of
from app.evaluation.results import Result

EVERY: frozenset[Concern] = frozenset({"picture", "environment", "file", "timer", "focus"})
AUTOMATIC = ("E1", "E2", "E3", "E4", "E5", "E8", "E9", "E11", "E12")


def effect(code: str, result: Result, has: frozenset[Concern] = EVERY) -> str:
    found = resolution_of(code, ReportedQuestion(has, result))
    assert found
    return found.effect


@pytest.mark.parametrize("code", AUTOMATIC)
def test_a_question_that_did_not_work_is_neutralised_unless_it_was_right(code: str) -> None:
    assert effect(code, "ko") == effect(code, "skipped") == "neutralised"
    assert effect(code, "ok") == "none"


@pytest.mark.parametrize("code", ["E1", "E2", "E3", "E8", "E10"])
def test_what_the_question_does_not_have_cannot_have_failed(code: str) -> None:
    assert effect(code, "ko" if code != "E10" else "focused_out", frozenset()) == "none"


def test_a_forced_loss_of_focus_gives_back_what_was_right() -> None:
    assert effect("E10", "focused_out") == "accepted"
    assert effect("E10", "skipped") == "neutralised"
    assert effect("E10", "ko") == "none"


@pytest.mark.parametrize("code", ["C1", "C4", "C6", "C7", "A1", "A2"])
def test_the_others_are_for_people(code: str) -> None:
    assert resolution_of(code, ReportedQuestion(EVERY, "ko")) is None


def test_a_question_that_is_not_there_changes_nothing() -> None:
    found = resolution_of("E1", None)
    assert found
    assert found.explanation == "no_such_question"
