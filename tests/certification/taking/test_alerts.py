"""A question that does not work: the test waits, the invigilator replaces it or not, the test goes on."""

from __future__ import annotations

import re

from app.certification.events import verify
from app.certification.tables import CertificationTest, IssueReport, LiveAlert
from app.evaluation.tables import Answer
from tests.certification.taking.hall import Hall, running
from tests.certification.taking.test_start import kinds
from tests.evaluation.learner import HTMX, Learner


async def raised(hall: Hall, louise: Learner) -> str:
    """The number of the alert, as the invigilator's page has it."""
    assert 'href="/certifications/alerte"' in louise.html
    page = (await hall.louise.get("/certifications/alerte")).text
    challenge = re.search(r'name="challenge" value="([^"]+)"', page)
    assert challenge
    response = await hall.louise.post("/certifications/alerte", data={"challenge": challenge[1]})
    assert response.headers["location"] == louise.url
    found = re.search(r'name="alert" value="(\d+)"', (await hall.martine.get(hall.room)).text)
    assert found
    return found[1]


async def test_validated_the_question_is_replaced_and_reported(hall: Hall) -> None:
    louise = await hall.start()
    await louise.answer(right=True)
    asked = louise.challenge
    alert = await raised(hall, louise)
    await louise.open()
    assert "Votre signalement est arrivé" in louise.html
    page = (await hall.martine.get(hall.room)).text.replace("\u00a0", " ")
    assert "signale un problème" in page
    assert "question 2" in page
    for _ in range(2):
        response = await hall.about("signalement/remplacement", alert=alert, reason="E3")
        assert response.status_code == 303
    await louise.open()
    assert louise.challenge not in ("", asked)
    assert hall.index.challenges[asked].skill.id in str((await running(louise))["excluded"])
    (report,) = await IssueReport.select()
    assert (report["code"], report["question"]) == ("E3", 2)
    assert await Answer.count() == 1
    assert (await kinds())[-2:] == ["alert_raised", "alert_validated"]
    row = await CertificationTest.select().first()
    assert row is not None
    assert await verify(row["id"]) is None


async def test_dismissed_the_same_question_goes_on(hall: Hall) -> None:
    louise = await hall.start()
    asked = louise.challenge
    alert = await raised(hall, louise)
    await hall.about("signalement/rejet", alert=alert, word="Tout s’affiche")
    await louise.open()
    assert louise.challenge == asked
    assert not await IssueReport.exists()
    assert (await kinds())[-1] == "alert_dismissed"


async def test_sent_twice_it_is_one_alert_and_late_it_says_nothing_of_the_next_question(hall: Hall) -> None:
    louise = await hall.start()
    asked = louise.challenge
    for _ in range(2):
        await hall.louise.post("/certifications/alerte", data={"challenge": asked})
    assert await LiveAlert.count() == 1
    (alert,) = await LiveAlert.select()
    await hall.about("signalement/rejet", alert=str(alert["id"]))
    await louise.open()
    await louise.answer(right=True)
    for challenge in (asked, "", "ch-rien"):
        await hall.louise.post("/certifications/alerte", data={"challenge": challenge})
    assert await LiveAlert.count() == 1
    assert (await running(louise))["hold"] == ""


async def test_a_reason_is_needed(hall: Hall) -> None:
    louise = await hall.start()
    alert = await raised(hall, louise)
    response = await hall.about("signalement/remplacement", alert=alert, reason="E99")
    assert response.status_code == 422
    assert "Choisissez le motif" in response.text
    assert (await running(louise))["hold"] == "alert"


async def test_who_leaves_during_an_alert_still_waits_once_it_is_handled(hall: Hall) -> None:
    louise = await hall.start()
    alert = await raised(hall, louise)
    await hall.louise.post("/certifications/quitter")
    assert "Signalement" in (await hall.martine.get(hall.room)).text
    await hall.about("signalement/remplacement", alert=alert, reason="E1")
    assert (await running(louise))["hold"] == "authorisation"
    assert "Demande à reprendre" in (await hall.martine.get(hall.room)).text


async def test_an_alert_of_somebody_else_is_not_handled(hall: Hall) -> None:
    louise = await hall.start()
    alert = await raised(hall, louise)
    other = f"{hall.room}/candidats/{hall.candidate + 1}/signalement/rejet"
    assert (await hall.martine.post(other, data={"alert": alert})).status_code == 404
    await hall.about("signalement/rejet", alert=str(int(alert) + 1))
    await hall.about("signalement/rejet", alert="²")
    assert (await running(louise))["hold"] == "alert"


async def test_ended_during_an_alert_she_sees_the_end(hall: Hall) -> None:
    louise = await hall.start()
    await raised(hall, louise)
    await hall.about("fin")
    waiting = await hall.louise.get(louise.url, headers=HTMX)
    assert waiting.headers["hx-redirect"] == "/certifications/fin", "the page that waits goes there by itself"
    await louise.open()
    assert "Le surveillant a mis fin à votre test" in louise.html
    (alert,) = await LiveAlert.select()
    assert alert["status"] == "dismissed"
