"""One live browser: nothing that comes from another one is kept before a new authorisation."""

from __future__ import annotations

import httpx
import pytest

from app.certification.invigilation.returns import is_elsewhere
from app.certification.tables import CertificationEvent, CertificationTest
from app.evaluation.tables import Answer
from tests.certification.taking.hall import Hall, OpenClient, running
from tests.certification.taking.test_start import kinds
from tests.evaluation.learner import HTMX, Learner


async def moved(hall: Hall, louise: Learner, open_client: OpenClient) -> Learner:
    """She went on in another browser, where she was let in."""
    browser = open_client()
    await hall.cast.sign_in(browser, "louise")
    there = Learner(browser, hall.index, louise.assessment)
    await there.open()
    await hall.about("reprise")
    await there.open()
    assert there.challenge
    return there


async def test_an_answer_from_the_first_browser_is_not_kept_once_the_second_was_let_in(
    hall: Hall, open_client: OpenClient
) -> None:
    louise = await hall.start()
    there = await moved(hall, louise, open_client)
    await louise.answer(right=True)
    assert "ouvert dans un autre navigateur" in louise.html
    assert "n’est pas gardée" in louise.html.replace("\u00a0", " ")
    await there.answer(right=True)
    assert not await Answer.exists(), "the test waits for everybody until the invigilator has looked"
    await louise.open()
    await hall.about("reprise")
    await louise.open()
    await louise.answer(right=True)
    assert await Answer.count() == 1


@pytest.mark.parametrize(
    ("moves", "elsewhere"),
    [
        ("started A", False),
        ("started A, returned A", False),
        ("started A, returned B", True),
        ("started A, returned B, resumed", False),
        ("started A, returned B, resumed, returned A", True),
        ("started A, returned B, returned A", False),
        ("", False),
    ],
)
def test_elsewhere_is_not_where_she_was_let_in(moves: str, elsewhere: bool) -> None:
    found = [(one.partition(" ")[0], one.partition(" ")[2]) for one in moves.split(", ") if one]
    assert is_elsewhere(found) is elsewhere


async def test_the_invigilator_sees_that_it_is_another_browser(hall: Hall, open_client: OpenClient) -> None:
    louise = await hall.start()
    await hall.louise.post("/certifications/quitter")
    await louise.open()
    assert "autre navigateur" not in (await hall.martine.get(hall.room)).text
    browser = open_client()
    await hall.cast.sign_in(browser, "louise")
    await browser.get(louise.url)
    page = (await hall.martine.get(hall.room)).text
    assert "Demande à reprendre" in page
    assert "Depuis un autre navigateur" in page
    await hall.about("reprise")
    assert "autre navigateur" not in (await hall.martine.get(hall.room)).text


@pytest.mark.parametrize(
    ("method", "what"), [("GET", "presence"), ("GET", "a-venir"), ("POST", "sortie")], ids=["open", "ahead", "left"]
)
async def test_what_a_forgotten_page_sends_by_itself_disturbs_nobody(
    hall: Hall, open_client: OpenClient, method: str, what: str
) -> None:
    louise = await hall.start()
    there = await moved(hall, louise, open_client)
    before = await CertificationEvent.count()
    form = {"challenge": louise.challenge} if method == "POST" else None
    response = await hall.louise.request(method, f"{louise.url}/{what}", data=form, headers=HTMX)
    assert (response.status_code, response.content) == (204, b"")
    assert await CertificationEvent.count() == before
    assert (await running(louise))["focus_lost_at"] is None
    await there.answer(right=True)
    assert await Answer.count() == 1


@pytest.mark.parametrize("written", ["00000000000{}", "+{}", "0_{}", "%20{}", "{}/", "%D9%A1"])
async def test_a_test_is_watched_however_its_number_is_written(
    hall: Hall, open_client: OpenClient, written: str
) -> None:
    louise = await hall.start()
    assert louise.assessment == 1  # %D9%A1 is 1, in Arabic
    browser = open_client()
    await hall.cast.sign_in(browser, "louise")
    there = Learner(browser, hall.index, louise.assessment)
    there.html = (await browser.get(f"/evaluations/{written.format(louise.assessment)}")).text
    assert not there.challenge
    assert (await kinds())[-1] == "returned"


async def test_a_browser_that_came_before_there_was_a_test_is_watched_too(hall: Hall, open_client: OpenClient) -> None:
    browser = open_client()
    await hall.cast.sign_in(browser, "louise")
    assert (await browser.get("/evaluations/1")).status_code == 404
    louise = await hall.start()
    there = Learner(browser, hall.index, louise.assessment)
    assert louise.assessment == 1
    await there.open()
    assert not there.challenge
    assert (await kinds())[-1] == "returned"


async def test_a_browser_is_not_taken_for_the_one_that_signed_out(hall: Hall, open_client: OpenClient) -> None:
    await hall.cast.sign_in(open_client(), "martine")
    await hall.cast.sign_in(hall.louise, "louise")  # the last who signed in
    louise = await hall.start()
    await hall.louise.post("/deconnexion")
    browser = open_client()
    await hall.cast.sign_in(browser, "louise")
    there = Learner(browser, hall.index, louise.assessment)
    await there.open()
    assert not there.challenge


async def test_a_page_that_waits_in_the_other_browser_is_put_aside(hall: Hall, open_client: OpenClient) -> None:
    louise = await hall.start()
    await hall.louise.post("/certifications/quitter")
    await louise.open()
    assert "Votre test est en pause" in louise.html
    there = await moved(hall, louise, open_client)
    before = await CertificationEvent.count()
    for _ in range(2):
        response = await hall.louise.get(louise.url, headers=HTMX)
        assert response.headers["hx-redirect"].startswith("/certifications/ailleurs")
    assert await CertificationEvent.count() == before
    page = await hall.louise.get("/certifications/ailleurs")
    assert "Votre test est ouvert dans un autre navigateur" in page.text
    await there.answer(right=True)
    assert await Answer.count() == 1
    assert (await hall.louise.post("/certifications/reprise")).headers["location"] == louise.url
    assert (await kinds())[-1] == "returned"
    response = await there.client.get(there.url, headers=HTMX)
    assert response.headers["hx-redirect"].startswith("/certifications/ailleurs"), "now it is the other one"


async def test_two_tabs_of_one_browser_are_one_and_a_question_has_one_answer(hall: Hall) -> None:
    louise = await hall.start()
    tab = Learner(hall.louise, hall.index, louise.assessment)
    await tab.open()
    await louise.answer(right=True)
    await tab.answer(right=False)
    assert "cette première réponse est gardée" in tab.html
    (row,) = await Answer.select()
    assert row["result"] == "ok"
    assert tab.challenge == louise.challenge


async def test_the_page_of_a_question_says_that_it_is_open(hall: Hall) -> None:
    louise = await hall.start()
    assert f'hx-get="{louise.url}/presence" hx-trigger="every 20s"' in louise.html
    await CertificationTest.update({CertificationTest.seen_at: None}, force=True)
    for _ in range(3):
        assert (await hall.louise.get(f"{louise.url}/presence", headers=HTMX)).status_code == 204
    (row,) = await CertificationTest.select()
    assert row["seen_at"] is not None
    assert await kinds() == ["joined", "authorised", "started"]
    await hall.about("fin")
    response = await hall.louise.get(f"{louise.url}/presence", headers=HTMX)
    assert response.headers["hx-redirect"] == louise.url, "and from there to the end"


async def test_presence_is_said_of_ones_own_test(hall: Hall, open_client: OpenClient) -> None:
    louise = await hall.start()
    stranger: httpx.AsyncClient = open_client()
    await hall.cast.sign_in(stranger, "karim")
    assert (await stranger.get(f"{louise.url}/presence")).status_code == 404


@pytest.mark.parametrize("place", ["/certifications/ailleurs"])
async def test_who_has_no_running_test_is_not_elsewhere(hall: Hall, open_client: OpenClient, place: str) -> None:
    await hall.start()
    await hall.about("fin")
    assert (await hall.louise.get(place)).headers["location"] == "/certifications/fin"
    stranger = open_client()
    await hall.cast.sign_in(stranger, "karim")
    assert (await stranger.get(place)).status_code == 404
