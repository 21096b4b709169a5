"""The guide teachers were given, page by page: from asking for a space to reading the analysis of a class."""

from __future__ import annotations

import email
import re
from collections.abc import Sequence
from email import policy

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, OpenBrowser
from tests.browser.visitor import Visitor
from tests.served import EACH_KIND, Served

pytestmark = pytest.mark.browser

WORDS = """**CECI EST LE TITRE PERSONNALISÉ**

Bonjour, choisissez *votre rythme* :

* Domaines
    * Gérer des données
1. commencez
2. envoyez
<script>alert(1)</script>"""
TWENTY_SECONDS_PASS = "document.querySelector('[hx-trigger^=every]').dispatchEvent(new Event('every'))"


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_from_asking_for_a_space_to_the_analysis_of_a_class(
    open_browser: OpenBrowser, served: Served, viewport: dict[str, int]
) -> None:
    name = "phone" if viewport is PHONE else "desktop"
    school = f"Lycée Champollion {name}"
    nora = open_browser(viewport=viewport)
    nora.email = f"nora-{name}@lycee.example"
    asks_for_a_space(nora, school, name)
    ada_accepts(open_browser(), school, name)
    joins_and_accepts_the_terms(nora, served, name)
    code = creates_a_campaign(nora, served, name)
    page_of_the_campaign = nora.path
    learners = [open_browser(viewport=PHONE) for _ in range(3)]
    three_learners_move_while_she_looks(nora, page_of_the_campaign, code, learners, name)
    reads_the_results(nora, page_of_the_campaign, learners, name)


def asks_for_a_space(nora: Visitor, school: str, name: str) -> None:
    nora.open("/orga/demande")
    page = nora.page
    nora.press("Envoyer la demande")
    expect(page.locator("#erreurs")).to_be_focused()
    page.fill("#organisation_name", school)
    page.check("#kind")
    page.fill("#first_name", "Nora")
    page.fill("#last_name", "Kaci")
    page.fill("#email", nora.email)
    page.fill("#job", "Professeure documentaliste")
    nora.picture(f"teacher-{name}-request")
    page.get_by_role("button", name="Envoyer la demande").click()
    expect(page.locator("main h1")).to_have_text("Demande envoyée")


def ada_accepts(ada: Visitor, school: str, name: str) -> None:
    ada.open("/connexion")
    ada.sign_in("ada@exemple.fr")
    ada.open("/admin/demandes")
    ada.page.get_by_role("link", name=school).click()
    ada.picture(f"teacher-{name}-accepting")
    ada.page.get_by_role("button", name=re.compile("Accepter")).click()
    expect(ada.page.locator("main")).to_contain_text(school)


def link_in_the_last_message(served: Served, to: str, pattern: str) -> str:
    """From the folder where messages are left."""
    files = sorted((served.folder / "mail").iterdir(), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for file in files:
        message = email.message_from_bytes(file.read_bytes(), policy=policy.default)
        body = message.get_body(("plain",))
        text = body.get_content() if body else ""
        if to in str(message["To"]) and (found := re.search(pattern, text)):
            return found[0]
    raise LookupError(f"no message to {to} has {pattern}")


def joins_and_accepts_the_terms(nora: Visitor, served: Served, name: str) -> None:
    page = nora.page
    page.wait_for_timeout(200)
    nora.open(link_in_the_last_message(served, nora.email, r"/rejoindre\?\S+"))
    nora.picture(f"teacher-{name}-joining")
    nora.press("Créer un compte")
    assert page.input_value("#email") == nora.email
    page.fill("#first_name", "Nora")
    page.fill("#last_name", "Kaci")
    page.fill("#password", "Demo2026!")
    page.check("#terms")
    nora.press("Je m’inscris")
    page.get_by_role("button", name=re.compile("^Rejoindre")).click()
    expect(page.locator("main h1")).to_contain_text("Conditions générales")
    nora.picture(f"teacher-{name}-terms")
    page.get_by_role("button", name="J’accepte les conditions d’utilisation").click()
    expect(page.locator("main h1")).to_have_text("Campagnes")
    nora.picture(f"teacher-{name}-empty-list")


def creates_a_campaign(nora: Visitor, served: Served, name: str) -> str:
    page = nora.page
    page.get_by_role("link", name="Créer une campagne").first.click()
    page.fill("#name", f"Madame Kaci - UE 173 - {name}")
    page.select_option("#target", "genres")
    page.check("#ask_external_id-yes")
    page.fill("#external_id_label", "Numéro de l’étudiant")
    page.fill("#title", "UE 173 - gr. 1-4-5")
    page.fill("#landing_text", WORDS)
    if page.locator("#management-preview strong").count() == 0:
        page.locator("#landing_text").press("End")
    expect(page.locator("#management-preview strong")).to_have_text("CECI EST LE TITRE PERSONNALISÉ")
    expect(page.locator("#management-preview script")).to_have_count(0)
    nora.picture(f"teacher-{name}-creation")
    page.get_by_role("button", name="Créer la campagne").click()
    page.wait_for_url(re.compile(r"/orga/campagnes/\d+$"))
    nora.picture(f"teacher-{name}-parameters")
    rows = served.rows("SELECT code FROM campaign ORDER BY id DESC LIMIT 1")
    code = str(rows[0][0])
    nora.sees(code)
    return code


def three_learners_move_while_she_looks(
    nora: Visitor, campaign: str, code: str, learners: Sequence[Visitor], name: str
) -> None:
    nora.open(f"{campaign}/participants")
    for rank, one in enumerate(learners):
        begins(one, code, f"2210{rank}")
    _look_again(nora)
    expect(nora.page.locator("tbody tr[id]")).to_have_count(3)
    expect(nora.page.locator("tbody").last).to_contain_text("22102")
    for one in learners[:2]:
        plays_to_the_end(one, wrong=one is learners[1])
    _look_again(nora)
    nora.sees("En attente")
    learners[0].press("J’envoie mes résultats")
    _look_again(nora)
    expect(nora.page.locator("tbody").last).to_contain_text("100\u00a0%")
    nora.picture(f"teacher-{name}-participants")
    learners[1].press("J’envoie mes résultats")


def _look_again(nora: Visitor) -> None:
    with nora.page.expect_response("**/participants*"):
        nora.page.evaluate(TWENTY_SECONDS_PASS)


def begins(one: Visitor, code: str, number: str) -> None:
    one.open(f"/campagnes/{code}")
    one.sees("CECI EST LE TITRE PERSONNALISÉ")
    one.press("Je commence")
    one.sign_up()
    one.page.fill("#external_id", number)
    one.press("C’est parti")
    one.press("Passer les règles du jeu")


def plays_to_the_end(one: Visitor, *, wrong: bool) -> None:
    while not one.finished:
        if one.at_checkpoint:
            button = one.button("Continuer mon parcours").or_(one.button("Voir mes résultats"))
            one.press(button.first)
            continue
        one.start_if_timed()
        one.answer(one.wrong() if wrong and one.challenge != EACH_KIND[0] else one.right())


def reads_the_results(nora: Visitor, campaign: str, learners: Sequence[Visitor], name: str) -> None:
    page = nora.page
    nora.open(f"{campaign}/resultats")
    nora.sees("Acquis évalués")
    nora.picture(f"teacher-{name}-results")
    nora.open(f"{campaign}/questions")
    nora.picture(f"teacher-{name}-questions")
    nora.open(f"{campaign}/analyse")
    nora.sees("Recommandation de sujets à travailler")
    nora.picture(f"teacher-{name}-analysis")
    nora.open(f"{campaign}/participants")
    page.locator("tbody tr[id] a").first.click()
    expect(page.locator("main h2").first).to_contain_text("Moreau")
    nora.picture(f"teacher-{name}-individual")
    page.get_by_role("link", name="Exporter les résultats").click()
    nora.picture(f"teacher-{name}-export")
    with page.expect_download() as download:
        page.locator('a[href$="/export.csv"]').click()
    text = download.value.path().read_text("utf-8-sig")
    lines = text.splitlines()
    assert len(lines) == 1 + len(learners)
    assert "Numéro de l’étudiant" in lines[0]
    assert ['"NA"' in line for line in lines[1:]].count(True) == 1
