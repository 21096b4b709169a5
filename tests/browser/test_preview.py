"""The preview in a real browser, on a copy of the world: widths of the frames, trying in one, coming again on save."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, REPORT_VIOLATIONS
from tests.content.bad_examples import challenge, replace
from tests.served import ROOT, SECONDS_TO_START, WORLD, free_port

pytestmark = pytest.mark.browser

CHOICE = "/apercu/epreuves/ch-c6ep34wk"
TASK = "/apercu/epreuves/ch-a72e3rhy"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path_factory.mktemp("preview") / "content"))


@pytest.fixture(scope="module")
def address(tree: Path) -> Iterator[str]:
    """The preview, served by its command."""
    port = free_port()
    words = [sys.executable, "-m", "tests.pix", "content", "preview", "--port", str(port), "--root", str(tree)]
    process = subprocess.Popen(words, cwd=ROOT, env={**os.environ, "PIX_ENV": "development"}, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        with suppress(httpx.TransportError):
            if httpx.get(f"http://localhost:{port}/sante").status_code == 200:
                break
        time.sleep(0.05)
    yield f"http://localhost:{port}"
    process.terminate()
    assert process.wait(10) in (0, -signal.SIGTERM)


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def page(chromium: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """One that refuses errors of scripts and of the security policy."""
    context = chromium.new_context(base_url=address, locale="fr-FR", viewport=request.param)
    context.add_init_script(REPORT_VIOLATIONS)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console", lambda said: faults.append(said.text) if said.type == "error" and "load" not in said.text else None
    )
    yield page
    context.close()
    assert faults == []


def frame(page: Page, width: str) -> Frame:
    return next(one for one in page.frames if one.url.endswith(f"cadre={width}"))


@pytest.mark.parametrize("path", ["/apercu", "/apercu/competences/5.1", "/apercu/epreuves", "/apercu/problemes", TASK])
def test_no_page_is_wider_than_the_screen(page: Page, path: str) -> None:
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_narrow_frame_is_320_pixels_and_both_show_all_of_their_page(page: Page) -> None:
    page.goto(f"{CHOICE}?etat=fausse-1")
    expect(page.frame_locator("iframe.narrow").locator(".verdict")).to_be_visible()
    page.locator("iframe.narrow[height]").wait_for()
    assert frame(page, "narrow").evaluate("innerWidth") == 320
    for width in ("wide", "narrow"):
        page.locator(f"iframe.{width}[height]").wait_for()
        assert frame(page, width).evaluate("document.documentElement.scrollHeight <= innerHeight + 1")


def test_one_tries_the_challenge_in_a_frame(page: Page) -> None:
    page.goto(CHOICE)
    wide = page.frame_locator("iframe.wide")
    wide.get_by_role("button", name="Je valide").click()
    expect(wide.locator("#erreurs")).to_be_visible()
    wide.locator(".choice").first.click()
    wide.get_by_role("button", name="Je valide").click()
    expect(wide.locator(".verdict")).to_be_visible()
    wide.get_by_role("link", name="Fermer", exact=True).click()
    expect(wide.get_by_role("button", name="Je valide")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_the_page_comes_again_when_a_file_is_saved(page: Page, tree: Path) -> None:
    path = challenge(tree, "environment")
    before = path.read_text("utf-8")
    page.goto(TASK)
    expect(page.locator("h1")).to_contain_text("corbeille")
    replace(path, "question: Mettez l’avis dans la corbeille.", "question: Jetez l’avis.")
    expect(page.locator("h1")).to_have_text("Jetez l’avis.", timeout=5000)
    expect(page.frame_locator("iframe.narrow").locator("h1")).to_have_text("Jetez l’avis.")
    path.write_text("id: [", "utf-8")
    expect(page.locator("h1")).to_have_text("Cette épreuve ne se lit pas", timeout=5000)
    path.write_text(before, "utf-8")
    expect(page.locator("h1")).to_contain_text("corbeille", timeout=5000)
