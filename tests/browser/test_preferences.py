"""What readers ask of their system is heard: colours of their own, no movement."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenBrowser
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  const { transitionDuration, animationName } = getComputedStyle(one);
  return animationName !== "none" || transitionDuration.split(",").some((time) => parseFloat(time) > 0);
}).map((one) => one.outerHTML.slice(0, 80))"""
LOOK = """(selector) => {
  const { borderTopColor, borderTopWidth, outlineStyle, outlineWidth, backgroundColor } =
    getComputedStyle(document.querySelector(selector));
  return JSON.stringify({ borderTopColor, borderTopWidth, outlineStyle, outlineWidth, backgroundColor });
}"""


def test_nothing_moves_for_who_asks_it(open_browser: OpenBrowser) -> None:
    ines = open_browser(reduced_motion="reduce")
    ines.begin("GENRES234")
    for _ in range(5):
        assert ines.page.evaluate(MOVING) == []
        ines.press("Je passe")
    assert ines.at_checkpoint
    assert ines.page.evaluate(MOVING) == []
    ines.open("/profil")
    assert ines.page.evaluate(MOVING) == []


def test_with_forced_colours_one_sees_what_is_chosen_and_where_one_is(open_browser: OpenBrowser) -> None:
    ines = open_browser(forced_colors="active")
    ines.begin("GENRES234")
    assert ines.page.evaluate("matchMedia('(forced-colors: active)').matches")
    first = ines.page.locator(".choice").first
    before = first.evaluate("(one) => getComputedStyle(one).outlineStyle")
    plain = ines.page.evaluate(LOOK, ".choice")
    first.locator("input").focus()
    assert before == "none" != first.evaluate("(one) => getComputedStyle(one).outlineStyle")
    first.locator("input").check()
    ines.page.locator("h1").click()
    assert ines.page.evaluate(LOOK, ".choice:has(:checked)") != plain
    assert shown(ines, ".btn")["borderTopWidth"] != "0px"
    ines.picture("couleurs-forcees")


SPOKEN = """window.spoken = [];
speechSynthesis.speak = (words) => window.spoken.push([words.lang, words.text]);"""


def test_a_question_is_read_aloud_in_its_language_with_its_proposals(visitor: Visitor) -> None:
    visitor.page.add_init_script(SPOKEN)
    visitor.begin("GENRES234")
    visitor.page.get_by_role("button", name="Écouter").click()
    [[language, words]] = visitor.page.evaluate("window.spoken")
    assert language == "fr"
    for part in (visitor.title, "La bonne", "La mauvaise"):
        assert part in words


def test_digits_choose_unless_one_does_not_want_it(visitor: Visitor) -> None:
    visitor.begin("GENRES234")
    visitor.page.keyboard.press("2")
    expect(visitor.page.locator(".choice input").nth(1)).to_be_checked()
    visitor.press("Affichage")
    visitor.page.get_by_label("Choisir une réponse avec les chiffres").uncheck()
    visitor.press("Enregistrer")
    visitor.press("Revenir")
    visitor.page.keyboard.press("2")
    expect(visitor.page.locator(".choice input").nth(1)).not_to_be_checked()


def shown(learner: Visitor, selector: str) -> dict[str, str]:
    return learner.page.locator(selector).first.evaluate(
        "(one) => { const { borderTopWidth, color } = getComputedStyle(one); return { borderTopWidth, color }; }"
    )
