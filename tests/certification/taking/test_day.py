"""A day of certification in two browsers: Louise on a telephone, Martine who invigilates on a computer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, OpenBrowser, chromium, open_browser
from tests.browser.visitor import Visitor
from tests.certification.taking.day import served_in
from tests.served import Served

__all__ = ["chromium", "open_browser"]  # fixtures
pytestmark = pytest.mark.browser

TIME_PASSES = "document.querySelector('[hx-trigger^=every]').dispatchEvent(new Event('every'))"
WIDER = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of its own, with sixteen competences and a session."""
    one = served_in(tmp_path_factory.mktemp("day"))
    one.start()
    yield one
    one.stop()
    assert "Traceback" not in one.log(), one.log()


def test_a_day_of_certification(open_browser: OpenBrowser, served: Served) -> None:
    [(code, password)] = served.rows("SELECT access_code, invigilator_password FROM certification_session")
    louise, martine = open_browser(viewport=PHONE), open_browser()
    joins(louise)
    louise.picture("certification-code")
    louise.page.fill("#code", code.lower())
    louise.press("Commencer mon test")
    louise.sees("n’a pas encore confirmé votre présence")

    enters(martine, password)
    candidate = martine.page.locator("#candidate-1")
    martine.press(candidate.get_by_role("button"))
    expect(candidate).to_contain_text("Présence confirmée")

    louise.press("Commencer mon test")
    for _ in range(3):
        answers(louise)
    louise.sees("Question 4 sur 32")
    asked = louise.challenge
    louise.press("Signaler un problème avec cette question")
    louise.picture("certification-alert")
    louise.press("Signaler le problème")
    louise.sees("Votre test est en pause")

    martine.page.evaluate(TIME_PASSES)
    expect(candidate).to_contain_text("Signalement")
    martine.sees("Carré Louise signale un problème")
    martine.picture("certification-invigilation")
    candidate.locator("select").select_option("E1")
    martine.press(candidate.get_by_role("button").first)
    expect(candidate).to_contain_text("En cours, 3 réponses")

    louise.page.evaluate(TIME_PASSES)
    expect(louise.page.locator("form[data-challenge]")).to_be_visible()
    assert louise.challenge != asked
    answers(louise)
    louise.sees("Question 5 sur 32")

    martine.press(candidate.get_by_role("link"))
    martine.sees("Terminer le test de Carré Louise ?")
    martine.press("Terminer le test")
    expect(candidate).to_contain_text("Terminé")

    answers(louise)
    louise.sees("Le surveillant a mis fin à votre test")
    assert served.rows("SELECT count(*) FROM answer") == [(4,)]
    assert served.rows("SELECT code, question FROM issue_report") == [("E1", 4)]


def joins(louise: Visitor) -> None:
    """From the form to the page of the access code."""
    louise.open("/connexion?suite=/certifications")
    louise.sign_in("louise@exemple.fr")
    louise.sees("votre profil est certifiable")
    assert not louise.page.evaluate(WIDER)
    for name, value in {
        "session": "1",
        "first_name": "louise",
        "birth_name": "carre",
        "birthdate": "23",
        "birthdate-month": "06",
        "birthdate-year": "2005",
    }.items():
        louise.page.fill(f"#{name}", value)
    louise.picture("certification-join")
    louise.press("Continuer")
    for _ in range(4):
        louise.press("Continuer")
    louise.press("Continuer")
    louise.sees("Cochez la case")
    louise.page.check("#commitment")
    louise.press("Continuer")
    louise.sees("Les scripts marchent")
    assert not louise.page.evaluate(WIDER)
    louise.press("Tout va bien : continuer")


def enters(martine: Visitor, password: str) -> None:
    martine.open("/connexion?suite=/certif/surveillance")
    martine.sign_in("martine@exemple.fr")
    martine.page.fill("#session", "1")
    martine.page.fill("#password", password)
    martine.press("Surveiller la session")
    martine.sees("Présence à confirmer")


def answers(louise: Visitor) -> None:
    louise.start_if_timed()
    louise.answer(louise.right())
