"""An exam: somebody else can put it on hold, end it, or relieve it of a question; nothing of its answers is shown."""

from __future__ import annotations

import httpx
import pytest

from app.accounts import declared_needs
from app.accounts.needs import FACTORS, Needs
from app.content.index import ContentIndex
from app.evaluation import assessments, knowledge_reset, runs
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer, Assessment
from app.lib.clock import now
from tests.cast import Cast
from tests.evaluation.learner import Learner


@pytest.fixture
async def exam(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> Learner:
    """Louise, in front of the first question of an exam on everything."""
    user = await cast.sign_in(client, "louise")
    scope = Scope(
        "Certification",
        "/accueil",
        "/mon-compte",
        skills=tuple(world.skills),
        checkpoints=False,
        level_ups=False,
        exam=True,
        focus_counts=True,
        length=32,
        report="/certifications",
    )
    learner = Learner(client, world, await assessments.start(user, scope, "bayesian", "fr", now()))
    await learner.open()
    return learner


async def row_of(exam: Learner) -> dict[str, object]:
    row = await Assessment.select().where(Assessment.id == exam.assessment).first()
    assert row is not None
    return row


async def test_it_says_how_many_questions_there_are_and_to_whom_a_problem_is_told(exam: Learner) -> None:
    assert "Question 1 sur 32" in exam.html
    assert 'href="/certifications"' in exam.html
    assert "data-exam" in exam.html


async def test_on_hold_nothing_is_asked_nor_stored_and_then_the_same_question_comes_back(exam: Learner) -> None:
    asked, page = exam.challenge, exam.html
    assert await assessments.hold(exam.assessment, "alert")
    assert not await assessments.hold(exam.assessment, "alert")
    await exam.open()
    assert "Votre test est en pause" in exam.html
    assert exam.challenge == ""
    exam.html = page
    await exam.answer(right=True)
    assert "Votre test est en pause" in exam.html
    assert not await Answer.exists()
    assert not await assessments.release(exam.assessment, "authorisation")
    assert await assessments.release(exam.assessment, "alert")
    await exam.open()
    assert exam.challenge == asked


async def test_a_question_dropped_is_replaced_and_its_skill_is_asked_no_more(exam: Learner) -> None:
    asked = exam.challenge
    await assessments.hold(exam.assessment, "alert")
    owner = (await row_of(exam))["user"]
    assert isinstance(owner, int)
    await assessments.drop_question(exam.assessment, owner, now())
    row = await row_of(exam)
    assert row["excluded"] == exam.index.challenges[asked].skill.id
    assert (row["hold"], row["answers"], row["state"]) == ("", 0, "started")
    assert not await Answer.exists()


async def test_ended_by_somebody_else_it_takes_no_answer_and_leads_where_it_should(exam: Learner) -> None:
    page = exam.html
    assert await assessments.end(exam.assessment, now())
    assert not await assessments.end(exam.assessment, now())
    exam.html = page
    response = await exam.answer(right=True)
    assert response.url.path == "/mon-compte"
    assert not await Answer.exists()


async def test_its_answers_are_not_shown(exam: Learner) -> None:
    await exam.answer(right=False)
    row = await Answer.select(Answer.id).first()
    assert row is not None
    for path in (f"{exam.url}/reponses/{row['id']}", f"{exam.url}/reponses/{row['id']}/correction"):
        assert (await exam.client.get(path)).status_code in (404, 405)


async def test_a_reset_of_the_profile_does_not_end_it(exam: Learner) -> None:
    owner = (await row_of(exam))["user"]
    assert isinstance(owner, int)
    assert await knowledge_reset.abort_running(owner, set(exam.index.topics)) == []
    assert (await row_of(exam))["state"] == "started"


async def test_its_extra_time_is_the_exams_not_the_accounts(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast
) -> None:
    user = await cast.sign_in(client, "louise")
    await declared_needs.declare(user, Needs(extra_time=list(FACTORS)[-1]), now())
    timed = next(one for one in world.challenges.values() if one.body.timer)
    scope = Scope("Certification", "/", "/", method="fixed", challenges=(timed.id,), exam=True, extra_percent=33)
    run = await runs.load(await assessments.start(user, scope, "reference", "fr", now()), user)
    assert run.seconds_for(timed) == 80  # 60 seconds, and a third more
