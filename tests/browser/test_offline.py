"""Without a network: the offline page, what can still be read, and nothing of a person left behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ARGUMENTS, NAMES, OpenBrowser
from tests.browser.visitor import Visitor
from tests.served import EACH_KIND, Served

pytestmark = pytest.mark.browser

KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found[new URL(request.url).pathname] = await (await cache.match(request)).text();
    }
  }
  return found;
}"""


def with_worker(learner: Visitor) -> None:
    """Waits for the service worker, which is asked for once the page rests; the next page is its own."""
    learner.page.evaluate("navigator.serviceWorker.ready")


def offline(learner: Visitor) -> None:
    learner.page.context.set_offline(True)


def test_a_page_that_cannot_be_had_says_so_and_comes_when_the_line_does(visitor: Visitor) -> None:
    visitor.begin("GENRES234")
    visitor.press("Je passe")
    with_worker(visitor)
    offline(visitor)
    visitor.open("/profil")
    assert visitor.title == "Vous êtes hors connexion"
    visitor.sees("Vos réponses déjà validées sont enregistrées")
    visitor.picture("hors-connexion")
    visitor.page.context.set_offline(False)
    expect(visitor.page.locator("main h1")).to_have_text("Mon profil")
    assert visitor.stored() == [(EACH_KIND[0], "skipped")]


def test_the_question_shown_is_still_read(visitor: Visitor) -> None:
    visitor.begin("GENRES234")
    question, place = visitor.title, visitor.path
    with_worker(visitor)
    offline(visitor)
    visitor.open(place)
    assert visitor.title == "Vous êtes hors connexion"
    reading = visitor.page.locator("#lecture")
    expect(reading.get_by_role("heading", level=3)).to_have_text(question)
    expect(reading.get_by_role("heading", level=2)).to_contain_text("Question 1 sur 5")
    visitor.picture("question-hors-connexion")


def test_tutorials_of_ones_list_are_read(visitor: Visitor) -> None:
    visitor.begin("GENRES234")
    with_worker(visitor)
    visitor.open("/tutos/tuto-alpha")
    text = visitor.page.locator(".prose").inner_text()
    visitor.page.get_by_role("button", name="Enregistrer").click()
    visitor.page.get_by_role("button", name="Retirer de ma liste").wait_for()
    offline(visitor)
    visitor.open("/accueil")
    visitor.page.locator("#a-lire a").first.wait_for()
    visitor.page.locator('#a-lire a[href="/tutos/tuto-alpha"]').click()
    expect(visitor.page.locator("#lecture .prose")).to_have_text(text, use_inner_text=True)


def test_what_the_worker_keeps_says_nothing_of_a_person_and_the_rest_goes_at_sign_out(visitor: Visitor) -> None:
    visitor.begin("GENRES234")
    with_worker(visitor)
    kept = visitor.page.evaluate(KEPT)
    assert set(kept) >= {"/hors-connexion"}
    assert not [path for path in kept if path != "/hors-connexion" and not path.startswith("/static/")]
    for personal in ("Inès", "Moreau", visitor.email, "data-learner"):
        assert personal not in kept["/hors-connexion"]
    assert visitor.page.evaluate("Object.keys(localStorage).length") > 0
    visitor.open("/deconnexion")
    visitor.press("Je me déconnecte")
    assert visitor.page.evaluate("Object.keys(localStorage).length") == 0


def test_another_learner_of_the_same_computer_reads_nothing_of_the_first(open_browser: OpenBrowser) -> None:
    ines = open_browser()
    ines.begin("GENRES234")
    place = ines.path
    ines.page.context.clear_cookies()
    ines.begin("GENRES234")
    assert ines.page.evaluate(f"localStorage.getItem('pix:lu {place}')") is None


def test_a_new_version_is_offered_and_never_forced(visitor: Visitor) -> None:
    visitor.begin("GENRES234")
    with_worker(visitor)
    visitor.open("/accueil")
    note = visitor.page.locator("#mise-a-jour")
    expect(note).to_be_hidden()
    visitor.page.wait_for_timeout(3200)  # the page rests: it has looked for a new version, and found none
    visitor.page.evaluate("navigator.serviceWorker.register('/sw.js?another')")
    expect(note).to_be_visible()
    with visitor.page.expect_navigation():
        note.get_by_role("button").click()
    assert visitor.page.evaluate("navigator.serviceWorker.controller.scriptURL").endswith("?another")


def test_chromium_finds_nothing_that_prevents_installing_it(chromium: Browser, served: Served, tmp_path: Path) -> None:
    """In a profile of its own: a private window cannot install anything."""
    path = next(filter(None, map(shutil.which, NAMES)))
    context = chromium.browser_type.launch_persistent_context(
        tmp_path, executable_path=path, args=ARGUMENTS, base_url=served.url
    )
    page = context.pages[0]
    page.goto("/")
    devtools = context.new_cdp_session(page)
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    manifest = devtools.send("Page.getAppManifest")
    assert manifest["errors"] == []
    context.close()
