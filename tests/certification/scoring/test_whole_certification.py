"""From the first question to the result, on the real bank, through what the pages call."""

from __future__ import annotations

from datetime import date

from app.certification.scoring.adaptive import score_adaptive_test, taken
from app.certification.scoring.configurations import configuration_on
from app.evaluation.belief.evidence import Answered
from app.evaluation.belief.responses import curve_of
from app.evaluation.certifying.certifying_placement import CertifyingPlacement
from app.evaluation.placement import Ask, Finished, Situation
from tests.evaluation.certifying.banks import real_index, real_scope

RULES = configuration_on(date(2026, 11, 21))
NEEDS = ("sight", "colour")


def test_a_candidate_who_masters_level_four_is_found_there() -> None:
    scope, index = real_scope(NEEDS), real_index()
    alerted = index.skills[next(iter(index.skills))].id
    engine = CertifyingPlacement(RULES)
    given: list[Answered] = []
    asked: list[str] = []

    def situation() -> Situation:
        return Situation({}, frozenset(asked), False, 42, tuple(given), excluded=frozenset({alerted}))

    while isinstance(step := engine.next(scope, situation()), Ask):
        one = index.challenges[step.challenge_id]
        assert step.skill_id != alerted
        assert not set(one.body.marks) & set(NEEDS)
        curve = curve_of(one.skill.level, one.body.luck, one.measured)
        given.append(Answered(one.skill.topic, one.skill.level, curve, one.skill.level <= 4, one.body.kind))
        asked.append(step.challenge_id)
    assert step == Finished("ceiling")
    found = score_adaptive_test(taken(RULES, scope, situation(), index.competences.values()))
    assert found.status == "validated"
    assert 440 <= found.score <= 580
    assert found.competences.keys() == index.competences.keys()
    assert all(3 <= one.level <= 5 for one in found.competences.values())
    fled = score_adaptive_test(taken(RULES, scope, situation(), index.competences.values(), "candidate", fraud=True))
    assert fled.comment == "fraud"
