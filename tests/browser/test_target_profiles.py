"""The service's staff makes a target profile, its stages and a badge, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

LIST = "/admin/profils-cibles"


def ada_with(open_browser: OpenBrowser, **options: object) -> Visitor:
    """The service's administrator, at the list."""
    ada = open_browser(**options)
    ada.open("/connexion")
    ada.page.fill("#login", "ada@exemple.fr")
    ada.page.fill("#password", "Demo2026!")
    ada.page.get_by_role("button", name="Je me connecte").click()
    ada.page.wait_for_url("**/accueil*")
    ada.open(LIST)
    return ada


@pytest.mark.parametrize("with_scripts", [True, False], ids=["with scripts", "without"])
def test_a_profile_its_stages_and_a_badge(open_browser: OpenBrowser, with_scripts: bool) -> None:
    ada = ada_with(open_browser, viewport=PHONE, java_script_enabled=with_scripts)
    page = ada.page
    page.get_by_role("link", name="Créer un profil cible").click()
    page.fill("#name", f"Alpha et bêta {with_scripts}")
    expect(page.locator("#challenges")).to_be_hidden()
    page.get_by_text("1.1 ").first.click()
    page.select_option("#topic-alpha", "3")
    page.select_option("#topic-beta", "2")
    page.get_by_role("button", name="Créer le profil cible").click()
    expect(page.locator("h1")).to_have_text(f"Alpha et bêta {with_scripts}")
    ada.picture("target-profile")

    page.get_by_role("link", name="Définir les paliers").click()
    page.fill('[name="title.1"]', "au départ")
    page.fill('[name="message.1"]', "Tout commence ici.")
    page.fill('[name="value.2"]', "120")
    page.fill('[name="title.2"]', "à mi-chemin")
    page.fill('[name="message.2"]', "La moitié est là.")
    page.get_by_role("button", name="Ajouter un palier").click()
    expect(page.locator('[name="title.5"]')).to_be_visible()
    expect(page.locator('[name="message.2"]')).to_have_value("La moitié est là.")
    page.get_by_role("button", name="Enregistrer les paliers").last.click()
    ada.sees("Un seuil va de 0 à 100")
    page.fill('[name="value.2"]', "50")
    page.get_by_role("button", name="Enregistrer les paliers").last.click()
    ada.sees("Dès 50 % des acquis")

    page.get_by_role("link", name="Ajouter un résultat thématique").click()
    page.fill("#title", "Tout alpha")
    page.get_by_label("Sommet").check()
    page.fill('[name="threshold.1"]', "80")
    page.locator("summary", has_text="Sujets").click()
    page.select_option("#topic-1-alpha", "3")
    ada.picture("badge")
    page.get_by_role("button", name="Créer le résultat thématique").click()
    ada.sees("80 % des acquis de")
    page.get_by_role("link", name="Tout alpha").click()
    expect(page.locator("#topic-1-alpha")).to_have_value("3")
