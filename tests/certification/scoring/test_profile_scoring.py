"""The result of a whole test on the profile: rates, trust, early ends, consistency."""

from __future__ import annotations

from collections.abc import Sequence

from app.certification.scoring.profile_picking import PickedChallenge
from app.certification.scoring.profile_scoring import ProfileAnswer, ProfileHeld, score_profile_test
from app.certification.scoring.results import Ending, Scored

CODES = ("1.1", "1.2", "2.1", "3.1", "5.2")
HELD = {code: ProfileHeld(4, 35) for code in CODES}
PICKED = [PickedChallenge(code, f"s{code}{n}", f"{code}-{n}") for code in CODES for n in range(3)]


def score(marks: str, ending: Ending = "completed", picked: Sequence[PickedChallenge] = PICKED) -> Scored:
    """Marks by question: `+` right, `-` wrong, `0` neutralised, `_` no answer."""
    answers = [
        ProfileAnswer(one.challenge, mark == "+", neutralised=mark == "0")
        for one, mark in zip(picked, marks.ljust(len(picked), "_"), strict=True)
        if mark != "_"
    ]
    return score_profile_test(picked, answers, HELD, 7, ending)


def levels(found: Scored) -> list[int]:
    return [one.level for one in found.competences.values()]


def test_all_right_keeps_the_profile() -> None:
    found = score("+" * 15)
    assert (found.status, found.score, found.level, found.rate) == ("validated", 175, 2, 100)
    assert levels(found) == [4] * 5


def test_each_competence_by_its_own_answers() -> None:
    found = score("+++++-+-----+++")
    assert found.rate == 60
    assert levels(found) == [4, 3, -1, -1, 4]
    assert [one.pix for one in found.competences.values()] == [35, 27, 0, 0, 35]
    assert found.score == 97


def test_under_half_is_rejected_with_nothing() -> None:
    found = score("+" * 7 + "-" * 8)
    assert (found.status, found.score, found.comment) == ("rejected", 0, "insufficient_correct_answers")
    assert levels(found) == [-1] * 5


def test_too_many_neutralised_is_cancelled() -> None:
    assert score("+" * 10 + "0" * 5).status == "validated"
    found = score("+" * 9 + "0" * 6)
    assert (found.status, found.comment) == ("cancelled", "neutralisation")


def test_an_unfinished_test_counts_the_rest_as_wrong_or_not_at_all() -> None:
    assert score("+" * 12, "candidate").rate == 80
    assert score("+" * 12, "technical").rate == 100
    assert score("+" * 7, "candidate").comment == "insufficient_correct_answers"
    assert score("+" * 4 + "-" * 8, "technical").status == "cancelled"
    found = score("+" * 4, "technical")
    assert (found.status, found.comment) == ("cancelled", "lack_of_answers_technical")


def test_what_is_inconsistent_is_an_error() -> None:
    assert score("+" * 14).status == "error"
    twice = [ProfileAnswer(PICKED[0].challenge, True)] * 2
    assert score_profile_test(PICKED, twice, HELD, 7, "candidate").status == "error"
    assert score_profile_test(PICKED, [ProfileAnswer("other", True)], HELD, 7, "candidate").status == "error"
    poor = {code: ProfileHeld(1, 8) for code in CODES}
    answers = [ProfileAnswer(one.challenge, not one.challenge.endswith("2")) for one in PICKED]
    found = score_profile_test(PICKED, answers, poor, 7)
    assert (found.status, found.rate) == ("error", 67)


def test_a_challenge_of_dependent_fields_counts_for_two_where_questions_are_few() -> None:
    picked = [PickedChallenge("1.1", "s", "one"), PickedChallenge("1.1", "t", "two")]
    held = {"1.1": ProfileHeld(3, 24)}

    def level(first: ProfileAnswer) -> int:
        answers = [first, ProfileAnswer("two", True)]
        return score_profile_test(picked, answers, held, 7, double=frozenset({"one"})).competences["1.1"].level

    assert level(ProfileAnswer("one", True)) == 3
    assert level(ProfileAnswer("one", False, partly=True)) == 2
    assert level(ProfileAnswer("one", False)) == -1
