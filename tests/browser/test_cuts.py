"""The line is cut while an answer travels: it waits in the browser, leaves again by itself, and is stored once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, TimeoutError, expect

from tests.browser.conftest import PATIENCE, PHONE, watch
from tests.browser.cutting_line import CUTS, CuttingLine
from tests.browser.visitor import SHOWN, Visitor
from tests.served import EACH_KIND, MANY, Served

pytestmark = pytest.mark.browser

OpenBrowser = Callable[..., Visitor]
WAITING = "#attente"


@pytest.fixture
def line(served: Served) -> Iterator[CuttingLine]:
    one = CuttingLine(served.port)
    yield one
    one.close()


@pytest.fixture
def behind_the_line(chromium: Browser, served: Served, line: CuttingLine) -> Iterator[OpenBrowser]:
    """`behind_the_line()`: a phone whose every request goes through the line."""
    far = replace(served, port=line.port)
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def another(**options: Any) -> Visitor:
        context = chromium.new_context(base_url=far.url, locale="fr-FR", viewport=PHONE, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch(context, far, faults)
        return Visitor(context.new_page(), far)

    yield another
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def cut_then_sent(learner: Visitor, line: CuttingLine) -> None:
    """Every cut that is due comes; the learner presses « Réessayer » once, then the line keeps saying that it is back.

    Said once the last cut is taken, it could come before the browser knows of that cut, which then waits 4 seconds.
    """
    asked = learner.challenge
    learner.fill(learner.right())
    learner.mark()
    learner.button("Je valide").click()
    with suppress(TimeoutError):  # it has just left by itself
        learner.page.locator(f"{WAITING} button").click(timeout=500)
    deadline = time.monotonic() + PATIENCE / 1000
    while not learner.page.locator(SHOWN).count() and time.monotonic() < deadline:
        learner.page.evaluate("dispatchEvent(new Event('online'))")
        time.sleep(0.01)
    learner.wait_for_the_next_page()
    assert not line.due
    assert learner.challenge != asked


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE / 1000
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize("codes", [MANY[0:2], MANY[2:4], MANY[4:6]], ids=["a", "b", "c"])
def test_cut_at_each_point_again_and_again_nothing_is_lost_and_nothing_twice(
    behind_the_line: OpenBrowser, line: CuttingLine, codes: tuple[str, ...]
) -> None:
    """72 cuts a time, 216 in all."""
    for code in codes:
        ines = behind_the_line()
        ines.begin(code)
        for turn, challenge in enumerate(EACH_KIND):
            if ines.at_checkpoint:
                ines.press("Continuer mon parcours")
            assert ines.challenge == challenge
            line.due.extend(CUTS[turn % 3 :] + CUTS[: turn % 3])
            cut_then_sent(ines, line)
        assert ines.stored() == [(challenge, "ok") for challenge in EACH_KIND]
    assert line.done == len(CUTS) * len(EACH_KIND) * len(codes)


@pytest.mark.parametrize("cut", [*CUTS, "busy"])
def test_it_leaves_again_by_itself(behind_the_line: OpenBrowser, line: CuttingLine, cut: Any) -> None:
    ines = behind_the_line()
    ines.begin("GENRES234")
    line.due.append(cut)
    ines.answer(ines.right())
    assert ines.challenge == EACH_KIND[1]
    assert ines.stored() == [(EACH_KIND[0], "ok")]
    assert not ines.page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('pix:envoi'))")


@pytest.mark.parametrize("cut", CUTS)
def test_a_tab_closed_meanwhile_changes_nothing(behind_the_line: OpenBrowser, line: CuttingLine, cut: Any) -> None:
    ines = behind_the_line()
    ines.begin("GENRES234")
    place = ines.path
    ines.fill(ines.right())
    line.due.extend([cut] * 9)
    ines.button("Je valide").click()
    expect(ines.page.locator(WAITING)).to_be_visible()
    context = ines.page.context
    ines.page.close()
    line.due.clear()
    later = Visitor(context.new_page(), ines.served, ines.email)
    later.open(place)
    expect(later.page.locator(f'form[data-challenge="{EACH_KIND[1]}"]')).to_be_visible()
    assert later.stored() == [(EACH_KIND[0], "ok")]


def test_while_it_waits_the_answer_is_shown_and_no_longer_changes(
    behind_the_line: OpenBrowser, line: CuttingLine
) -> None:
    ines = behind_the_line()
    ines.begin("GENRES234")
    ines.fill(ines.right())
    ines.page.context.set_offline(True)
    ines.button("Je valide").click()
    note = ines.page.locator(WAITING)
    expect(note).to_contain_text("Réponse en attente d’envoi")
    expect(note.get_by_role("button")).to_be_focused()
    expect(ines.page.locator("form.challenge input[type=radio]:checked")).to_be_disabled()
    ines.picture("attente")
    ines.mark()
    ines.page.context.set_offline(False)  # nobody presses anything
    ines.wait_for_the_next_page()
    assert ines.stored() == [(EACH_KIND[0], "ok")]


def test_another_learner_of_the_same_computer_does_not_send_it(behind_the_line: OpenBrowser, line: CuttingLine) -> None:
    ines = behind_the_line()
    ines.begin("GENRES234")
    ines.fill(ines.right())
    line.due.extend(["before"] * 9)
    ines.button("Je valide").click()
    expect(ines.page.locator(WAITING)).to_be_visible()
    ines.page.context.clear_cookies()
    context = ines.page.context
    ines.page.close()
    line.due.clear()
    bob = Visitor(context.new_page(), ines.served)
    bob.begin("GENRES234")
    bob.page.wait_for_load_state("networkidle")
    assert bob.challenge == EACH_KIND[0]
    assert (bob.stored(), ines.stored()) == ([], [])


def test_what_waits_leaves_before_the_session_is_closed(behind_the_line: OpenBrowser, line: CuttingLine) -> None:
    ines = behind_the_line()
    ines.begin("GENRES234")
    ines.fill(ines.right())
    line.due.extend(["before"] * 9)
    ines.button("Je valide").click()
    expect(ines.page.locator(WAITING)).to_be_visible()
    line.due.clear()
    ines.open("/deconnexion")
    ines.press("Je me déconnecte")
    assert ines.stored() == [(EACH_KIND[0], "ok")]
    assert ines.page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("cut", CUTS)
def test_without_scripts_the_browser_sends_again_and_it_is_stored_once(
    behind_the_line: OpenBrowser, line: CuttingLine, cut: Any
) -> None:
    ines = behind_the_line(java_script_enabled=False)
    ines.begin("GENRES234")
    for challenge in EACH_KIND[:4]:
        ines.fill(ines.right())
        form = ines.page.locator("form.challenge")
        sent = form.evaluate("form => new URLSearchParams(new FormData(form)).toString()") + "&action=validate"
        line.due.extend([cut] * 3)  # Chromium sends again by itself what a reused connection has lost
        ines.button("Je valide").click(no_wait_after=True)
        wait_until(lambda: line.done > 0)
        ines.page.wait_for_timeout(200)
        line.due.clear()
        place = f"/evaluations/{ines.served.rows('SELECT MAX(id) FROM assessment')[0][0]}"
        again = ines.page.request.post(
            f"{place}/reponses",
            data=sent,
            headers={"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"},
        )
        assert again.ok
        ines.open(place)
        assert ines.stored()[-1] == (challenge, "ok")
    assert [challenge for challenge, _ in ines.stored()] == list(EACH_KIND[:4])
