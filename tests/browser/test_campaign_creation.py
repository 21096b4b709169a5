"""A teacher fills the form of a campaign in: what she chooses and writes is shown beside, at once; nothing is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

CREATION = "/orga/campagnes/creation"


def martine_with(open_browser: OpenBrowser, **options: object) -> Visitor:
    """Martine at the empty form."""
    martine = open_browser(**options)
    martine.open("/connexion")
    martine.sign_in("martine@exemple.fr")
    martine.open(CREATION)
    return martine


def test_what_is_chosen_and_written_is_shown_beside(open_browser: OpenBrowser) -> None:
    martine = martine_with(open_browser)
    page = martine.page
    page.select_option("#target", "decouverte")
    expect(page.locator("#management-coverage")).to_contain_text("Un peu de tout.")
    page.locator("#landing_text").press_sequentially("Bonjour **à tous")
    page.locator("#landing_text").press_sequentially("**")
    expect(page.locator("#management-preview strong")).to_have_text("à tous")
    expect(page.locator("#landing_text")).to_be_focused()
    martine.picture("campaign-creation")

    expect(page.locator("#external_id_label")).to_be_hidden()
    page.check("#ask_external_id-yes")
    page.fill("#external_id_label", "Numéro de l’étudiant")
    page.check("#kind-profiles")
    expect(page.locator("#target")).to_be_hidden()
    page.check("#kind")

    page.fill("#name", "UE 173 - gr. 1")
    page.press("#name", "Enter")
    page.wait_for_url("**/orga/campagnes/*")
    assert martine.title == "UE 173 - gr. 1"
    martine.sees("Numéro de l’étudiant")
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.locator("#annonce")).to_have_text("Lien copié.")
    martine.picture("campaign-parameters")


@pytest.mark.parametrize("with_scripts", [True, False], ids=["with scripts", "without"])
def test_looking_before_creating_loses_nothing(open_browser: OpenBrowser, with_scripts: bool) -> None:
    martine = open_browser(viewport=PHONE, java_script_enabled=with_scripts)
    page = martine.page
    martine.open("/connexion")
    page.fill("#login", "martine@exemple.fr")
    page.fill("#password", "Demo2026!")
    page.get_by_role("button", name="Je me connecte").click()
    page.wait_for_url("**/accueil*")
    martine.open(CREATION)
    page.fill("#name", "UE 174")
    page.select_option("#target", "liste")
    page.fill("#landing_text", "*Bienvenue*")
    page.fill("#closes_on", "2099-01-31")
    page.get_by_role("button", name="Voir ce que cela teste").click()
    page.wait_for_url("**/apercu#management-coverage")
    martine.sees("Trois questions.")
    page.get_by_role("button", name="Aperçu").click()
    page.wait_for_url("**/apercu#management-preview")
    expect(page.locator("#management-preview em")).to_have_text("Bienvenue")
    page.fill("#title", "x")
    page.fill("#name", "")
    page.get_by_role("button", name="Créer la campagne").click()
    martine.sees("Donnez un nom à votre campagne.")
    page.fill("#name", "UE 174")
    page.get_by_role("button", name="Créer la campagne").click()
    page.wait_for_url("**/orga/campagnes/*")
    assert martine.title == "UE 174"
    martine.sees("jusqu’au 31 janvier 2099")
    overflow = page.locator("html").evaluate("one => one.scrollWidth > innerWidth")
    assert not overflow


def test_a_sheet_is_printed_on_one_page(open_browser: OpenBrowser) -> None:
    martine = martine_with(open_browser)
    page = martine.page
    page.fill("#name", "UE 175")
    page.fill("#title", "Un titre de cinquante caractères, juste ce qu’il f")
    page.select_option("#target", "decouverte")
    page.check("#ask_external_id-yes")
    page.fill("#external_id_label", "Un libellé assez long pour tenir sur plusieurs lignes " * 4)
    page.fill("#opens_on", "2026-11-09")
    page.fill("#closes_on", "2099-01-31")
    page.get_by_role("button", name="Créer la campagne").click()
    page.get_by_role("link", name="Fiche à imprimer").click()
    expect(page.get_by_role("button", name="Imprimer")).to_be_visible()
    margins = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")
    pdf = page.pdf(format="A4", margin=margins)
    assert pdf.count(b"/Type /Page\n") == 1
