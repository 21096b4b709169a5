"""From the teacher's link to the results sent, in a browser: phone and desktop, with JavaScript and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.benchmarks.bytes import Meter
from tests.browser.conftest import DESKTOP, PHONE, OpenBrowser
from tests.browser.visitor import Visitor
from tests.served import EACH_KIND

pytestmark = pytest.mark.browser

CODE = "GENRES234"
TITLE = "Parcours genres"
PLAN = ("ok", "ko", "skipped")
DATE = "ch-3mme393k"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_whole_journey(open_browser: OpenBrowser, viewport: dict[str, int], scripts: bool) -> None:
    ines = open_browser(viewport=viewport, java_script_enabled=scripts)
    name = f"{'phone' if viewport is PHONE else 'desktop'}-{'scripts' if scripts else 'plain'}"
    come_through_the_link(ines, name)
    answer_until(ines, 3, name)
    leave_and_come_back(ines, name)
    answer_until(ines, 5, name)
    read_a_correction(ines, name)
    go_on(ines)
    answer_until(ines, 7, name)
    come_back_through_the_banner(ines)
    answer_until(ines, len(EACH_KIND), name)
    ines.picture(f"{name}-last-checkpoint")
    ines.press("Voir mes résultats")
    send_results(ines, name)
    assert ines.stored() == [(challenge, PLAN[rank % 3]) for rank, challenge in enumerate(EACH_KIND)]


def come_through_the_link(ines: Visitor, name: str) -> None:
    ines.open(f"/campagnes/{CODE}")
    ines.sees("prenez votre temps")
    ines.picture(f"{name}-landing")
    ines.press("Je commence")
    assert ines.title == "Inscrivez-vous"
    refused_sign_up_keeps_what_was_typed(ines)
    ines.sign_up()
    for _ in range(4):
        before = ines.title
        ines.press("Suivant")
        assert ines.title != before
    ines.picture(f"{name}-last-card")
    ines.press("Je commence")
    assert ines.challenge == EACH_KIND[0]


def refused_sign_up_keeps_what_was_typed(ines: Visitor) -> None:
    ines.page.fill("#first_name", "Inès")
    ines.page.fill("#email", "pas une adresse")
    ines.press("Je m’inscris")
    assert ines.page.title().startswith("Erreur")
    assert ines.page.input_value("#first_name") == "Inès"
    assert ines.page.input_value("#email") == "pas une adresse"


def answer_until(ines: Visitor, count: int, name: str) -> None:
    """Right, wrong, passed, and so on, a recap every five; stops after `count` answers, at the recap if it is due."""
    rank = len(ines.stored())
    while rank < count:
        if ines.at_checkpoint:
            go_on(ines)
        assert ines.challenge == EACH_KIND[rank]
        ines.picture(f"{name}-question-{rank + 1}")
        see_a_refusal(ines)
        outcome = PLAN[rank % 3]
        if outcome == "skipped":
            ines.press("Je passe")
        else:
            ines.answer(ines.right() if outcome == "ok" else ines.wrong())
        rank += 1
        assert len(ines.stored()) == rank
    assert ines.at_checkpoint == (count % 5 == 0 or count == len(EACH_KIND))


def see_a_refusal(ines: Visitor) -> None:
    """Nothing chosen; something that is no date: said at once, what was typed stays."""
    if ines.challenge == EACH_KIND[0]:
        ines.press("Je valide")
        assert ines.page.title().startswith("Erreur")
    elif ines.challenge == DATE:
        ines.answer({"": ["le douze mai"]})
        assert ines.page.title().startswith("Erreur")
        assert ines.page.input_value("#answer") == "le douze mai"


def go_on(ines: Visitor) -> None:
    assert ines.at_checkpoint
    ines.press("Continuer mon parcours")


def leave_and_come_back(ines: Visitor, name: str) -> None:
    asked = ines.challenge
    ines.press("Quitter")
    ines.picture(f"{name}-left")
    ines.open("/mes-parcours")
    ines.sees("En cours")
    ines.press(f"Reprendre : {TITLE}".replace(" :", "\u202f:"))
    assert ines.challenge == asked


def come_back_through_the_banner(ines: Visitor) -> None:
    asked = ines.challenge
    ines.press("Quitter")
    banner = ines.page.get_by_text("Vous n’avez pas terminé le parcours")
    expect(banner).to_contain_text(TITLE)
    ines.press(
        ines.page.get_by_role("link", name="Reprendre").or_(ines.page.get_by_role("button", name="Reprendre")).first
    )
    assert ines.challenge == asked


def read_a_correction(ines: Visitor, name: str) -> None:
    ines.picture(f"{name}-checkpoint")
    expect(ines.page.locator("ol.answers > li")).to_have_count(5)
    ines.press(ines.page.get_by_role("link", name="Réponses et tutos, question 5"))
    ines.picture(f"{name}-correction")
    ines.sees("La bonne réponse")
    ines.sees("Pour réussir la prochaine fois")
    ines.press("Fermer")
    assert ines.at_checkpoint


def send_results(ines: Visitor, name: str) -> None:
    assert ines.finished
    assert "Vous maîtrisez" in ines.title
    ines.picture(f"{name}-results")
    ines.press("J’envoie mes résultats")
    ines.sees("C’est envoyé. Martine Antony")
    ines.picture(f"{name}-sent")
    ines.open("/mes-parcours")
    ines.sees("Résultats envoyés")


def test_the_next_picture_is_there_before_it_is_asked_for(visitor: Visitor) -> None:
    visitor.begin("GENRES234")
    with visitor.page.expect_response("**/fichiers/**"):  # after three seconds of thinking
        pass
    meter = Meter(visitor.page.context.new_cdp_session(visitor.page))
    meter.step("the next question")
    visitor.answer(visitor.right())
    assert visitor.page.locator("figure.picture img").evaluate("(picture) => picture.decode().then(() => true)")
    assert [one.address for one in meter.steps[0].all if "/fichiers/" in one.address] == []
