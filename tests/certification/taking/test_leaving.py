"""Who leaves needs the invigilator to come back."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from app.certification.tables import CertificationTest
from app.evaluation.tables import Answer
from app.lib.clock import now
from tests.certification.taking.hall import Hall, OpenClient, running
from tests.certification.taking.test_start import kinds


async def test_leaving_is_seen_and_coming_back_waits_for_an_authorisation(hall: Hall) -> None:
    louise = await hall.start()
    asked = louise.challenge
    assert "Quitter le test" in (await hall.louise.get("/certifications/quitter")).text
    for _ in range(2):
        assert (await hall.louise.post("/certifications/quitter")).headers["location"] == "/certifications"
    assert "Demande à reprendre" in (await hall.martine.get(hall.room)).text
    response = await hall.louise.post("/certifications/reprise")
    assert response.headers["location"] == louise.url
    await louise.open()
    assert "Votre test est en pause" in louise.html
    await hall.about("reprise")
    await louise.open()
    assert louise.challenge == asked
    assert await kinds() == ["joined", "authorised", "started", "left", "returned", "resumed"]


async def test_who_comes_back_without_having_said_that_she_left_waits_too(hall: Hall) -> None:
    louise = await hall.start()
    assert "Reprendre mon test" in (await hall.louise.get("/certifications")).text
    await hall.louise.post("/certifications/reprise")
    await louise.open()
    assert "Votre test est en pause" in louise.html
    assert (await kinds())[-1] == "returned"
    await hall.about("reprise")
    await hall.about("reprise")
    assert (await kinds())[-1] == "resumed"
    assert (await kinds()).count("resumed") == 1


async def test_a_test_under_way_comes_first_on_the_page(hall: Hall) -> None:
    await hall.start()
    page = (await hall.louise.get("/certifications")).text
    assert page.index("Reprendre mon test") < page.index("Bravo Louise")
    assert re.findall(r"<h1[^>]*>([^<]*)</h1>", page) == [f"Session {hall.session}"]
    assert page.count("Reprendre mon test") == 1


async def test_an_answer_sent_while_she_is_away_is_not_kept(hall: Hall) -> None:
    louise = await hall.start()
    page = louise.html
    await hall.louise.post("/certifications/quitter")
    louise.html = page
    await louise.answer(right=True)
    assert not await Answer.exists()


async def test_confirming_her_presence_is_not_authorising_her_to_resume(hall: Hall) -> None:
    louise = await hall.start()
    await hall.louise.post("/certifications/quitter")
    await hall.about("presence")
    await hall.martine.post(f"{hall.room}/presences")
    assert (await running(louise))["hold"] == "authorisation"


@pytest.mark.parametrize("path", ["/certifications/quitter", "/certifications/alerte", "/certifications/fin"])
async def test_who_has_no_test_has_nothing_to_leave(hall: Hall, open_client: OpenClient, path: str) -> None:
    await hall.start()
    karim = open_client()
    assert (await karim.get(path)).headers["location"].startswith("/connexion")
    await hall.cast.sign_in(karim, "karim")
    assert (await karim.get(path)).status_code == 404
    if not path.endswith("fin"):
        assert (await karim.post(path)).status_code == 404


async def test_another_browser_waits_even_at_the_very_address(hall: Hall, open_client: OpenClient) -> None:
    louise = await hall.start()
    elsewhere = open_client()
    await hall.cast.sign_in(elsewhere, "louise")
    for _ in range(2):
        assert "Votre test est en pause" in (await elsewhere.get(louise.url)).text
    assert (await kinds())[-2:] == ["started", "returned"]
    await hall.about("reprise")
    assert "data-challenge" in (await elsewhere.get(louise.url)).text
    await louise.open()
    assert "Votre test est en pause" in louise.html, "and now it is the first one that is another"


async def test_after_24_hours_no_answer_is_kept(hall: Hall) -> None:
    louise = await hall.start()
    await CertificationTest.update({CertificationTest.started_at: now() - timedelta(hours=24, minutes=1)}, force=True)
    await louise.answer(right=True)
    assert not await Answer.exists()
    assert "il y a plus de 24" in louise.html
