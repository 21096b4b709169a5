"""The result of the test on the profile. Pure. Source: facts of certification, section A2.1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.certification.scoring.meshes import global_level
from app.certification.scoring.profile_levels import (
    CERTIFIED,
    certified_level,
    certified_pix,
    is_trusted,
    outcome_of,
    right_rate,
)
from app.certification.scoring.profile_picking import MOST_BY_COMPETENCE, PickedChallenge
from app.certification.scoring.results import (
    NOT_CERTIFIED,
    Comment,
    CompetenceResult,
    Ending,
    Scored,
)

COUNTED_DOUBLE = 2


@dataclass(frozen=True, slots=True)
class ProfileAnswer:
    """An answer of the test. `partly`: right in one of the fields of a challenge that counts for two questions.
    `neutralised`: does not count, after a report."""

    challenge: str
    right: bool
    partly: bool = False
    neutralised: bool = False


@dataclass(frozen=True, slots=True)
class ProfileHeld:
    """What the candidate held in a competence when joining."""

    level: int
    pix: int


@dataclass(frozen=True, slots=True)
class _Tally:
    """Of a competence, or of a test: questions asked, right, neutralised."""

    asked: int
    right: int
    neutralised: int


def score_profile_test(
    picked: Sequence[PickedChallenge],
    answers: Sequence[ProfileAnswer],
    profile: Mapping[str, ProfileHeld],
    max_level: int,
    ending: Ending = "completed",
    double: frozenset[str] = frozenset(),
) -> Scored:
    """`profile`: by code, the certifiable competences. `double`: the challenges of dependent fields, which count for
    two questions in a competence that has fewer than three. What was not answered is wrong, or neutralised when the
    test ended for a technical reason."""
    if fault := _fault(picked, answers, ending):
        return Scored("error", fault=fault)
    counted = _completed(picked, answers, ending)
    simple = _tally([(counted[one.challenge], 1) for one in picked])
    rate = right_rate(simple.right, simple.asked - simple.neutralised)
    if not is_trusted(simple.asked, simple.asked - simple.neutralised):
        technical = ending == "technical"
        return _nothing("cancelled", "lack_of_answers_technical" if technical else "neutralisation", profile, rate)
    if rate < CERTIFIED and ending == "technical":
        return _nothing("cancelled", "lack_of_answers_technical", profile, rate)
    if rate < CERTIFIED:
        return _nothing("rejected", "insufficient_correct_answers", profile, rate)
    return _certified(picked, counted, profile, max_level, rate, double)


def _certified(
    picked: Sequence[PickedChallenge],
    counted: Mapping[str, ProfileAnswer],
    profile: Mapping[str, ProfileHeld],
    max_level: int,
    rate: int,
    double: frozenset[str],
) -> Scored:
    found: dict[str, CompetenceResult] = {}
    for code, held in profile.items():
        own = [one.challenge for one in picked if one.competence == code]
        few = len(own) < MOST_BY_COMPETENCE
        tally = _tally([(counted[one], COUNTED_DOUBLE if few and one in double else 1) for one in own])
        outcome = outcome_of(tally.asked, tally.right, tally.neutralised, rate)
        pix = certified_pix(outcome, held.pix, max_level)
        found[code] = CompetenceResult(certified_level(outcome, held.level, max_level), pix)
    score = sum(one.pix for one in found.values())
    if not score:
        return Scored("error", competences=found, rate=rate, fault="enough right answers, and no pix")
    return Scored("validated", score, global_level(score), found, rate=rate)


def _fault(picked: Sequence[PickedChallenge], answers: Sequence[ProfileAnswer], ending: Ending) -> str:
    """What makes a test impossible to judge; empty when nothing does."""
    asked, times = {one.challenge for one in picked}, Counter(one.challenge for one in answers)
    if any(one not in asked for one in times):
        return "an answer to a question that was not asked"
    if any(one > 1 for one in times.values()):
        return "two answers to one question"
    if ending == "completed" and len(times) < len(asked):
        return "a question without an answer in a finished test"
    return ""


def _completed(
    picked: Sequence[PickedChallenge], answers: Sequence[ProfileAnswer], ending: Ending
) -> Mapping[str, ProfileAnswer]:
    given = {one.challenge: one for one in answers}
    missing = ending == "technical"
    return {
        one.challenge: given.get(one.challenge) or ProfileAnswer(one.challenge, False, neutralised=missing)
        for one in picked
    }


def _tally(answers: Sequence[tuple[ProfileAnswer, int]]) -> _Tally:
    """With how many questions each answer counts for; three at most, in a competence that has doubles."""
    most = len(answers) if all(weight == 1 for _, weight in answers) else MOST_BY_COMPETENCE
    asked = min(sum(weight for _, weight in answers), most)
    neutralised = min(sum(weight for one, weight in answers if one.neutralised), asked)
    right = sum(
        weight if one.right else int(one.partly and weight > 1) for one, weight in answers if not one.neutralised
    )
    return _Tally(asked, min(right, asked - neutralised), neutralised)


def _nothing(status: str, comment: Comment, profile: Mapping[str, ProfileHeld], rate: int) -> Scored:
    return Scored(
        "cancelled" if status == "cancelled" else "rejected",
        competences=dict.fromkeys(profile, CompetenceResult(NOT_CERTIFIED)),
        comment=comment,
        rate=rate,
    )
