"""A learner without a mouse."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenBrowser
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

FARTHEST = 15
FOCUSED = """(selector) => {
  const one = document.activeElement;
  return one.matches(selector) ? getComputedStyle(one.closest(".choice") ?? one).outlineStyle : null;
}"""


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_checkpoint_is_reached_with_the_keyboard_alone(open_browser: OpenBrowser, scripts: bool) -> None:
    ines = open_browser(java_script_enabled=scripts)
    ines.begin("GENRES234")
    choose_one(ines, scripts)
    press_key(ines, "Enter")
    tick_the_right_ones(ines)
    press_key(ines, "Enter")
    for typed in ("corbeille", "42", "12/05/2026"):
        tab_to(ines, "#answer")
        ines.page.keyboard.type(typed)
        press_key(ines, "Enter")
    assert [result for _, result in ines.stored()] == ["ok"] * 5
    tab_to(ines, "main button")
    press_key(ines, "Enter")
    tab_to(ines, "button[value=skip]")
    press_key(ines, "Space")
    assert [result for _, result in ines.stored()] == ["ok"] * 5 + ["skipped"]


def choose_one(ines: Visitor, scripts: bool) -> None:
    """The right proposal: by its digit, or with the arrows."""
    [value] = ines.right()[""]
    rank = ines.page.locator(".choice input").evaluate_all(
        "(all, value) => all.findIndex((one) => one.value === value)", value
    )
    if scripts:
        ines.page.keyboard.press(str(rank + 1))
    else:
        tab_to(ines, "input[type=radio]")
        ines.page.keyboard.press("Space")
        for _ in range(rank):
            ines.page.keyboard.press("ArrowDown")
    assert ines.page.locator(".choice input").nth(rank).is_checked()


def tick_the_right_ones(ines: Visitor) -> None:
    boxes = ines.page.locator("input[type=checkbox]")
    for _ in range(boxes.count()):
        tab_to(ines, "input[type=checkbox]")
        if ines.page.evaluate("document.activeElement.value") in ines.right()[""]:
            ines.page.keyboard.press("Space")


def tab_to(ines: Visitor, selector: str) -> None:
    """Goes forward until something of this kind has the focus, and shows it."""
    for _ in range(FARTHEST):
        ines.page.keyboard.press("Tab")
        outline = ines.page.evaluate(FOCUSED, selector)
        if outline is not None:
            assert outline != "none", f"nothing shows that {selector} has the focus"
            return
    raise AssertionError(f"{selector} is more than {FARTHEST} tabs away")


def press_key(ines: Visitor, key: str) -> None:
    ines.mark()
    ines.page.keyboard.press(key)
    ines.wait_for_the_next_page()
