"""Double clicks, tabs, Back, reloads, sessions that end, other devices: nothing lost, nothing twice."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import OpenBrowser
from tests.browser.visitor import Visitor
from tests.served import EACH_KIND

pytestmark = pytest.mark.browser

CODE = "GENRES234"
FIRST, SECOND, TEXT = EACH_KIND[0], EACH_KIND[1], EACH_KIND[2]
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
KEEPS_PAGES_OUT_OF_MEMORY = "navigator.locks.request('any', () => new Promise(() => {}))"
with_and_without_scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


@with_and_without_scripts
def test_a_double_click_answers_once(open_browser: OpenBrowser, scripts: bool) -> None:
    ines = open_browser(java_script_enabled=scripts)
    ines.begin(CODE)
    ines.page.route("**/reponses", slowly)
    ines.fill(ines.right())
    ines.mark()
    ines.button("Je valide").dblclick()
    ines.wait_for_the_next_page()
    assert ines.challenge == SECOND
    assert not ines.page.locator("#erreurs").count()
    assert ines.stored() == [(FIRST, "ok")]


@with_and_without_scripts
def test_two_tabs_answer_once(open_browser: OpenBrowser, scripts: bool) -> None:
    ines = open_browser(java_script_enabled=scripts)
    ines.begin(CODE)
    other = Visitor(ines.page.context.new_page(), ines.served, ines.email)
    other.open(ines.path)
    ines.answer(ines.right())
    other.answer(other.wrong())
    assert ines.challenge == other.challenge == SECOND
    assert ines.stored() == [(FIRST, "ok")]
    other.answer(other.right())
    ines.press("Je passe")
    assert ines.challenge == other.challenge == TEXT
    assert ines.stored() == [(FIRST, "ok"), (SECOND, "ok")]


@with_and_without_scripts
def test_back_then_again_answers_once(open_browser: OpenBrowser, scripts: bool) -> None:
    ines = open_browser(java_script_enabled=scripts)
    ines.begin(CODE)
    question = ines.path
    stale = ines.page.locator("form.challenge").evaluate("form => new URLSearchParams(new FormData(form)).toString()")
    ines.answer(ines.right())
    ines.open("/mes-parcours")
    ines.back()
    assert ines.path == question
    again = ines.page.request.post(f"{question}/reponses", data=stale, headers=FORM)  # as « Renvoyer le formulaire »
    assert again.ok
    ines.press("Je passe")
    assert ines.challenge == TEXT
    assert ines.stored() == [(FIRST, "ok"), (SECOND, "skipped")]


def test_back_without_memory_of_pages_shows_the_question_of_now(visitor: Visitor) -> None:
    """Without it, an old computer would show the page as it first came: a question answered long ago."""
    visitor.page.add_init_script(KEEPS_PAGES_OUT_OF_MEMORY)
    visitor.begin(CODE)
    visitor.press("Je passe")
    visitor.open("/mes-parcours")
    visitor.back()
    expect(visitor.page.locator(f'form[data-challenge="{SECOND}"]')).to_be_visible()


@with_and_without_scripts
def test_reloading_changes_nothing(open_browser: OpenBrowser, scripts: bool) -> None:
    ines = open_browser(java_script_enabled=scripts)
    ines.begin("TIMERS234")
    for _ in range(3):
        asked = ines.challenge
        ines.page.reload()
        assert ines.challenge == asked
        ines.start_if_timed()
        ines.page.reload()
        assert ines.challenge == asked
        ines.answer(ines.right())
    ines.page.reload()
    assert ines.at_checkpoint
    ines.press("Voir mes résultats")
    ines.page.reload()
    assert ines.finished
    assert [result for _, result in ines.stored()] == ["ok"] * 3


@with_and_without_scripts
def test_an_answer_survives_the_end_of_the_session(open_browser: OpenBrowser, scripts: bool) -> None:
    ines = open_browser(java_script_enabled=scripts)
    ines.begin(CODE)
    ines.press("Je passe")
    ines.press("Je passe")
    assert ines.challenge == TEXT
    ines.page.context.clear_cookies()
    ines.answer({"": ["La corbeille & l’été"]})
    assert ines.title == "Connectez-vous"
    ines.sees("Votre réponse est gardée")
    ines.sign_in()
    assert ines.challenge == TEXT
    ines.sees("Elle est gardée ci-dessous")
    assert ines.page.input_value("#answer") == "La corbeille & l’été"
    ines.press("Je valide")
    assert [challenge for challenge, _ in ines.stored()] == list(EACH_KIND[:3])


def test_another_device_goes_on_from_the_same_place(open_browser: OpenBrowser) -> None:
    ines = open_browser()
    ines.begin(CODE)
    ines.answer(ines.right())
    phone = open_browser(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    phone.email = ines.email
    phone.open(f"/connexion?suite=/campagnes/{CODE}")
    phone.sign_in()
    phone.press("Reprendre")
    assert phone.challenge == SECOND
    phone.answer(phone.right())
    phone.press("Je passe")
    ines.answer(ines.wrong())
    assert ines.challenge == phone.challenge == EACH_KIND[3]
    assert [result for _, result in ines.stored()] == ["ok", "ok", "skipped"]


@with_and_without_scripts
def test_what_was_typed_is_there_after_back(open_browser: OpenBrowser, scripts: bool) -> None:
    ines = open_browser(java_script_enabled=scripts)
    ines.begin(CODE)
    for _ in range(2):
        ines.press("Je passe")
    ines.page.fill("#answer", "corbei")
    ines.press("Quitter")
    ines.back()
    assert ines.challenge == TEXT
    expect(ines.page.locator("#answer")).to_have_value("corbei")


def test_a_style_given_by_a_tool_is_not_copied(visitor: Visitor) -> None:
    visitor.begin(CODE)
    visitor.page.evaluate("document.getElementById('question').style.minHeight = '10px'")
    visitor.answer(visitor.right())  # the security policy would complain, and the test fail
    assert visitor.page.locator("#question").get_attribute("style") is None


def slowly(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()
