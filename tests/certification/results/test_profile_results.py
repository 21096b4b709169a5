"""The test on the profile, scored at finalisation: from what was held on joining, after the reports."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from app.certification import centres
from app.certification.tables import Candidate, CertificationSession, CertificationTest, IssueReport
from app.evaluation import runs
from app.evaluation.knowledge import Element, encode
from app.evaluation.knowledge import decode as decode_elements
from app.evaluation.scope import decode
from app.evaluation.tables import Answer, Assessment, AssessmentScope, Knowledge
from app.lib.clock import now
from tests.certification.closing.sat import Sat
from tests.certification.results.conftest import about, page_of
from tests.certification.taking.hall import Hall


@pytest.fixture
async def profile_sat(hall: Hall) -> Sat:
    """Louise begins a test on her profile."""
    await CertificationSession.update({CertificationSession.method: "profile"}).where(
        CertificationSession.id == hall.session
    )
    learner = await hall.start()
    row = await hall.row()
    await centres.add_member(int(str(row["centre"])), await hall.cast.person("martine"), "member", now())
    await Candidate.update({Candidate.joined_at: now()}).where(Candidate.id == hall.candidate)
    (test,) = await CertificationTest.select(CertificationTest.id).where(CertificationTest.candidate == hall.candidate)
    return Sat(hall, test["id"], learner.assessment)


async def answer_all(sat: Sat, wrong: int = 0) -> int:
    """Everything is answered, the last ones wrong; how many questions."""
    row = await Assessment.select().where(Assessment.id == sat.assessment).first()
    assert row is not None
    scope = await AssessmentScope.select().where(AssessmentScope.id == row["scope"]).first()
    assert scope is not None
    asked = decode(scope["body"]).challenges
    challenges = sat.hall.index.challenges
    await Answer.insert(
        *(
            Answer(
                assessment=sat.assessment,
                position=place,
                challenge=one,
                body=challenges[one].fingerprint,
                skill=challenges[one].skill.id,
                value="",
                result="ok" if place <= len(asked) - wrong else "ko",
                client_token=f"jeton-{place}",
                answered_at=now(),
            )
            for place, one in enumerate(asked, 1)
        )
    )
    await Assessment.update({Assessment.answers: len(asked), Assessment.state: "completed"}).where(
        Assessment.id == sat.assessment
    )
    runs.forget()
    return len(asked)


async def test_all_right_certifies_what_was_held(profile_sat: Sat) -> None:
    await answer_all(profile_sat)
    await profile_sat.finalise()
    row = await profile_sat.result()
    assert row["status"] == "validated"
    levels = json.loads(row["competences"])
    assert row["score"] == sum(one["pix"] for one in levels.values()) > 0
    assert all(one["level"] >= 1 for one in levels.values())


async def test_what_is_learnt_or_reset_after_joining_changes_nothing(profile_sat: Sat) -> None:
    await answer_all(profile_sat)
    rows = await Knowledge.select().order_by(Knowledge.id)
    kept, later = rows[::2], Element(False, True, 0, now() + timedelta(days=1))
    await Knowledge.delete().where(Knowledge.id.not_in([row["id"] for row in kept]))
    for row in kept:
        elements = encode(dict.fromkeys(decode_elements(row["elements"]), later))
        await Knowledge.update({Knowledge.elements: elements}).where(Knowledge.id == row["id"])
    runs.forget()
    await profile_sat.finalise()
    row = await profile_sat.result()
    assert row["status"] == "validated"
    held = json.loads(row["competences"]).values()
    assert len([one for one in held if one["level"] >= 1]) == 5
    assert row["score"] == sum(one["pix"] for one in held)


async def test_mostly_wrong_is_rejected(profile_sat: Sat) -> None:
    count = await answer_all(profile_sat, wrong=100)
    await profile_sat.finalise()
    row = await profile_sat.result()
    assert count
    assert (row["status"], row["score"]) == ("rejected", 0)
    assert json.loads(row["comment_keys"])["keys"] == ["insufficient_correct_answers"]


async def test_a_report_about_a_question_is_resolved_by_the_rules(profile_sat: Sat) -> None:
    count = await answer_all(profile_sat, wrong=1)
    path = f"{profile_sat.page}/{profile_sat.hall.candidate}"
    for question in (1, count, 400):
        await profile_sat.hall.martine.post(path, data={"code": "E4", "question": str(question), "text": ""})
    await profile_sat.finalise()
    rows = await IssueReport.select().order_by(IssueReport.id)
    assert [row["resolution"] for row in rows] == ["answer_was_right", "neutralised", "no_such_question"]
    assert all(row["resolved_at"] for row in rows)


async def test_an_officer_decides_of_a_question(
    profile_sat: Sat, open_client: Callable[..., httpx.AsyncClient]
) -> None:
    count = await answer_all(profile_sat, wrong=2)
    path = f"{profile_sat.page}/{profile_sat.hall.candidate}"
    await profile_sat.hall.martine.post(path, data={"code": "E4", "question": str(count), "text": ""})
    await profile_sat.finalise()
    by_rules = await profile_sat.result()
    ada = open_client()
    await profile_sat.hall.cast.sign_in(ada, "ada")
    page = (await ada.get(page_of(profile_sat) + "/questions")).text
    assert page.count('value="counted"') == count
    last = (
        await Answer.select().where((Answer.assessment == profile_sat.assessment) & (Answer.position == count)).first()
    )
    assert last is not None
    seen = str(by_rules["id"])
    for _ in range(2):
        await about(ada, profile_sat, "questions", challenge=last["challenge"], effect="counted", result=seen)
    counted = await profile_sat.result()
    assert len(await profile_sat.results()) == 2
    assert json.loads(counted["comment_keys"])["questions"] == {last["challenge"]: "counted"}
    assert counted["score"] < by_rules["score"], "wrong, whatever the report says"
    assert "Comptée" in (await ada.get(page_of(profile_sat) + "/questions")).text
    await about(ada, profile_sat, "notation")
    assert (await profile_sat.result())["score"] == counted["score"], "it holds"
    await about(ada, profile_sat, "questions", challenge=last["challenge"], effect="")
    assert (await profile_sat.result())["score"] == by_rules["score"]
    rows = len(await profile_sat.results())
    for challenge, effect in (("ch-rien", "neutralised"), (last["challenge"], "effacée")):
        await about(ada, profile_sat, "questions", challenge=challenge, effect=effect)
    assert len(await profile_sat.results()) == rows
