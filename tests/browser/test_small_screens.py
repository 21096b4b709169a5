"""At 320 pixels (a small phone, or a page made 400 % bigger), nothing has to be scrolled sideways."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenBrowser
from tests.browser.visitor import Visitor
from tests.served import EACH_KIND

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
FOR_ANYONE = (
    "/",
    "/campagnes",
    "/campagnes/GENRES234",
    "/inscription",
    "/connexion",
    "/mot-de-passe/oublie",
    "/conditions-d-utilisation",
    "/aide",
    "/accessibilite",
    "/donnees-personnelles",
    "/mentions-legales",
    "/plan-du-site",
    "/vitrine/essai",
    "/tutos/tuto-alpha",
    "/hors-connexion",
    "/affichage",
)
FOR_LEARNERS = (
    "/accueil",
    "/profil",
    "/competences/1.1",
    "/mes-parcours",
    "/mes-tutos",
    "/campagnes",
    "/mon-compte",
    "/mon-compte/besoins",
    "/regles-du-jeu",
    "/campagnes/GENRES234",
    "/campagnes/GENRES234/resultats",
)
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`);
}"""
STYLE = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}"""
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"


@pytest.fixture
def narrow(open_browser: OpenBrowser) -> Visitor:
    return open_browser(viewport=NARROW)


@pytest.mark.parametrize("path", FOR_ANYONE)
def test_a_page_for_anyone_fits(narrow: Visitor, path: str) -> None:
    assert narrow.open(path) == 200
    check_fits(narrow)


def test_a_page_that_does_not_exist_fits(narrow: Visitor) -> None:
    assert narrow.open("/nulle-part") == 404
    check_fits(narrow)


def test_pages_of_a_learner_fit_at_each_step(narrow: Visitor) -> None:
    narrow.begin("GENRES234")
    for _ in EACH_KIND:
        if narrow.at_checkpoint:
            check_fits(narrow)
            narrow.press("Continuer mon parcours")
        narrow.press("Je valide")  # refused: messages take room
        check_fits(narrow)
        narrow.answer(narrow.wrong())
    assert [result for _, result in narrow.stored()] == ["ko"] * len(EACH_KIND)
    narrow.press(narrow.page.get_by_role("link", name="Réponses et tutos").first)
    check_fits(narrow)
    narrow.press("Fermer")
    narrow.press("Voir mes résultats")
    for path in FOR_LEARNERS:
        assert narrow.open(path) == 200, path
        check_fits(narrow)


def test_with_the_biggest_letters_and_the_widest_spacing_it_still_fits(narrow: Visitor) -> None:
    look = {"name": "affichage", "value": "tres-grand.espace.lisible", "url": narrow.served.url}
    narrow.page.context.add_cookies([look])  # type: ignore[list-item]
    for path in FOR_ANYONE:
        narrow.open(path)
        assert narrow.page.evaluate(TOO_WIDE) == [], path
    narrow.begin("GENRES234")
    for _ in EACH_KIND:
        if narrow.at_checkpoint:
            narrow.press("Continuer mon parcours")
        assert narrow.page.evaluate(TOO_WIDE) == [], narrow.title
        narrow.picture("tres-grand")
        narrow.press("Je passe")


def check_fits(narrow: Visitor) -> None:
    """As it is, and with the spacing of text that a reader may need (WCAG 1.4.12)."""
    assert narrow.page.evaluate(TOO_WIDE) == [], narrow.path
    narrow.page.evaluate(STYLE, SPACED)
    assert narrow.page.evaluate(TOO_WIDE) == [], f"{narrow.path}, text spaced"
    narrow.page.evaluate("document.adoptedStyleSheets = []")
