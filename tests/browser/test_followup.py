"""A teacher's page moves while learners do, and leaves her where she is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenBrowser
from tests.browser.visitor import Visitor
from tests.served import MANY, Served

pytestmark = pytest.mark.browser

CODE = MANY[-1]
TWENTY_SECONDS_PASS = "document.querySelector('[hx-trigger^=every]').dispatchEvent(new Event('every'))"
HIDDEN = "Object.defineProperty(document, 'hidden', { value: %s, configurable: true })"
COMES_BACK = "document.dispatchEvent(new Event('visibilitychange'))"
POLLS = "performance.getEntriesByType('resource').filter((one) => one.name.includes('/participants')).length"


@pytest.fixture
def martine(open_browser: OpenBrowser, served: Served) -> Visitor:
    """At the page of her campaign's participants."""
    martine = open_browser()
    martine.open("/connexion")
    martine.sign_in("martine@exemple.fr")
    [(campaign,)] = served.rows("SELECT id FROM campaign WHERE code = ?", CODE)
    martine.open(f"/orga/campagnes/{campaign}/participants")
    return martine


def polls(page: Page) -> int:
    return int(page.evaluate(POLLS))


def test_learners_appear_and_move_while_she_looks(open_browser: OpenBrowser, martine: Visitor) -> None:
    page = martine.page
    martine.sees("Personne")
    ines = open_browser()
    ines.begin(CODE)
    page.evaluate(TWENTY_SECONDS_PASS)
    martine.sees("En cours de test")
    first_row = page.locator("tbody tr[id]").first
    expect(first_row).to_contain_text("0\u00a0%")

    page.get_by_text("Voir les chiffres").click()
    page.fill("#q", "more")
    page.evaluate("scrollTo(0, 200)")
    ines.answer(ines.right())
    page.evaluate(TWENTY_SECONDS_PASS)
    expect(first_row).to_contain_text("8\u00a0%")
    assert page.input_value("#q") == "more"
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.evaluate("scrollY") == 200
    assert page.locator("figure details").get_attribute("open") is not None
    martine.picture("followup")


def test_nothing_is_asked_for_while_nobody_looks(martine: Visitor) -> None:
    page = martine.page
    page.evaluate(HIDDEN % "true")
    before = polls(page)
    page.evaluate(TWENTY_SECONDS_PASS)
    page.wait_for_timeout(300)
    assert polls(page) == before
    page.evaluate(HIDDEN % "false")
    with page.expect_response("**/participants"):
        page.evaluate(COMES_BACK)


def test_a_refresh_that_fails_changes_nothing(martine: Visitor) -> None:
    page = martine.page
    page.route("**/participants", lambda route: route.fulfill(status=429, body="<p>panne</p>"))
    with page.expect_response("**/participants"):
        page.evaluate(TWENTY_SECONDS_PASS)
    page.wait_for_timeout(200)
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("panne")


def test_sorting_and_filtering_leave_the_reader_where_she_is(open_browser: OpenBrowser, martine: Visitor) -> None:
    page = martine.page
    open_browser().begin(CODE)
    page.reload()
    page.evaluate("scrollTo(0, 300)")
    page.focus("#followup-participants-by-nom")
    place = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    assert page.evaluate("document.activeElement.id") == "followup-participants-by-nom"
    assert page.evaluate("scrollY") == place > 0
    assert page.url.endswith("?tri=-nom")
    page.fill("#q", "personne de ce nom")
    page.keyboard.press("Enter")
    martine.sees("Aucun participant ne correspond")
    page.go_back()
    expect(page.locator("tbody tr[id]").first).to_be_visible()
