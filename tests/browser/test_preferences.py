"""What readers ask of their system is heard: colours of their own, no movement."""

from __future__ import annotations

import pytest

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


def shown(learner: Visitor, selector: str) -> dict[str, str]:
    return learner.page.locator(selector).first.evaluate(
        "(one) => { const { borderTopWidth, color } = getComputedStyle(one); return { borderTopWidth, color }; }"
    )
