"""Challenges with a time limit, and those to do without leaving the page."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenBrowser
from tests.browser.visitor import Visitor
from tests.served import FOCUSED, TIMED

pytestmark = pytest.mark.browser


@pytest.fixture
def timed(open_browser: OpenBrowser) -> Visitor:
    """Someone before a challenge of 60 seconds that has not started."""
    ines = open_browser()
    ines.begin("TIMERS234")
    ines.press("Je passe")
    assert ines.challenge == TIMED
    return ines


def test_time_runs_once_it_is_started(timed: Visitor) -> None:
    assert timed.title == "La question suivante est chronométrée"
    assert not timed.page.locator(".choice").count()
    assert timer_of(timed) is None
    timed.picture("timed-start")
    timed.press("Je commence")
    clock = timed.page.locator("[role=timer]")
    expect(clock).to_contain_text("Il reste")
    before = clock.inner_text()
    expect(clock).not_to_have_text(before)
    started = timer_of(timed)
    timed.picture("timed")
    timed.page.reload()
    expect(clock).to_contain_text("Il reste")
    assert timer_of(timed) == started
    timed.answer(timed.right())
    assert timed.stored()[-1] == (TIMED, "ok")


def test_the_end_of_the_time_is_said_and_the_answer_is_kept(timed: Visitor) -> None:
    timed.press("Je commence")
    later(timed, seconds=58)
    timed.page.reload()
    clock = timed.page.locator("[role=timer]")
    expect(clock).to_contain_text("Le temps est écoulé")
    expect(timed.page.locator("#annonce")).to_contain_text("Le temps est écoulé")
    timed.fill(timed.right())
    later(timed, seconds=30)
    timed.press("Je valide")
    assert timed.stored()[-1] == (TIMED, "timed_out")


def test_the_time_can_be_hidden_until_its_end(timed: Visitor) -> None:
    timed.press("Je commence")
    clock = timed.page.locator("[role=timer]")
    hide = timed.page.get_by_text("Cacher ou montrer le temps")
    hide.focus()
    timed.page.keyboard.press("Enter")
    expect(clock).to_be_hidden()
    timed.page.keyboard.press("Enter")
    expect(clock).to_be_visible()
    later(timed, seconds=57)
    timed.page.reload()
    hide.click()
    expect(clock).to_be_hidden()
    expect(clock).to_be_visible(timeout=10_000)
    expect(clock).to_contain_text("Le temps est écoulé")


def test_the_time_is_hidden_without_scripts_too(open_browser: OpenBrowser) -> None:
    ines = open_browser(java_script_enabled=False)
    ines.begin("TIMERS234")
    ines.press("Je passe")
    ines.press("Je commence")
    ines.page.get_by_text("Cacher ou montrer le temps").click()
    expect(ines.page.locator("[role=timer]")).to_be_hidden()


def test_a_page_opened_too_late_says_so(timed: Visitor) -> None:
    timed.press("Je commence")
    later(timed, seconds=90)
    timed.page.reload()
    timed.sees("Le temps est écoulé. Votre réponse sera gardée")
    timed.picture("timed-late")
    timed.press("Je passe")
    assert timed.stored()[-1] == (TIMED, "skipped")


def test_without_scripts_the_time_counts_too(open_browser: OpenBrowser) -> None:
    ines = open_browser(java_script_enabled=False)
    ines.begin("TIMERS234")
    ines.press("Je passe")
    ines.press("Je commence")
    ines.sees("Il reste")
    later(ines, seconds=90)
    ines.answer(ines.right())
    assert ines.stored()[-1] == (TIMED, "timed_out")


def test_leaving_a_focused_challenge_shows_a_note(timed: Visitor) -> None:
    timed.press("Je passe")
    assert timed.challenge == FOCUSED
    note = timed.page.get_by_text("Vous avez quitté la page")
    expect(note).to_be_hidden()
    with timed.page.expect_response("**/sortie") as left:
        timed.page.evaluate("dispatchEvent(new Event('blur'))")
    assert left.value.status == 204
    expect(note).to_be_visible()
    timed.picture("focus-lost")
    timed.page.reload()
    expect(note).to_be_visible()
    timed.answer(timed.right())
    assert timed.stored()[-1] == (FOCUSED, "ok")


def timer_of(ines: Visitor) -> str | None:
    found = ines.served.rows("SELECT timer_started_at FROM assessment WHERE id = ?", ines.assessment)[0][0]
    return None if found is None else str(found)


def later(ines: Visitor, *, seconds: int) -> None:
    """Time passes: the challenge started that much earlier."""
    started = timer_of(ines)
    assert started is not None
    earlier = datetime.fromisoformat(started) - timedelta(seconds=seconds)
    ines.served.write("UPDATE assessment SET timer_started_at = ? WHERE id = ?", str(earlier), ines.assessment)
