"""Nothing of a test is only in the memory of a process: it goes on in another one, between a question and its answer.

That a killed server loses no answer is tried on real processes in `tests/reliability`.
"""

from __future__ import annotations

from app.certification.events import verify
from app.certification.tables import CertificationTest
from app.certification.taking import watch
from app.content import releases
from app.evaluation import runs
from app.evaluation.tables import Answer
from tests.certification.taking.hall import Hall, running


async def another_process() -> None:
    runs.forget()
    watch.forget()
    releases.forget()
    await releases.refresh()


async def test_a_question_asked_before_a_restart_is_answered_after_it(hall: Hall) -> None:
    louise = await hall.start()
    await louise.answer(right=True)
    asked, page = louise.challenge, louise.html
    await another_process()
    await louise.open()
    assert louise.challenge == asked
    louise.html = page
    await louise.answer(right=True)
    assert await Answer.count() == 2
    assert "Question 3 sur 32" in louise.html.replace("\u00a0", " ")
    (row,) = await CertificationTest.select()
    assert await verify(row["id"]) is None


async def test_an_answer_cut_on_its_way_back_is_sent_again_after_a_restart_and_kept_once(hall: Hall) -> None:
    louise = await hall.start()
    page = louise.html
    await louise.answer(right=True)
    after = louise.challenge
    await another_process()
    louise.html = page
    await louise.answer(right=True)
    assert louise.challenge == after
    assert await Answer.count() == 1
    assert "Question 2 sur 32" in louise.html.replace("\u00a0", " ")


async def test_an_alert_waits_through_a_restart(hall: Hall) -> None:
    louise = await hall.start()
    await hall.louise.post("/certifications/alerte", data={"challenge": louise.challenge})
    await another_process()
    await louise.open()
    assert "Votre signalement est arrivé" in louise.html
    assert "signale un problème" in (await hall.martine.get(hall.room)).text.replace("\u00a0", " ")
    assert (await running(louise))["hold"] == "alert"
