"""A real browser on a real server: whatever a test is about, nothing may go wrong behind it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    expect,
    sync_playwright,
)

from tests.browser.visitor import Visitor
from tests.served import Served

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP ${event.violatedDirective} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));
"""

PATIENCE = 15_000
"""Milliseconds: the machine may be doing much else."""
expect.set_options(timeout=PATIENCE)

OpenBrowser = Callable[..., Visitor]


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all the tests of this folder; each test has its own people."""
    one = Served.made_in(tmp_path_factory.mktemp("served"))
    one.start()
    yield one
    one.stop()
    assert "Traceback" not in one.log(), one.log()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Not for the whole session: while it is open, no other test of this process can have an event loop."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("No Chromium here: install one to test in a browser.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"]
        )
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium: Browser, served: Served) -> Iterator[OpenBrowser]:
    """`open_browser(viewport=PHONE)`: another browser, with its own cookies, on the empty page."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def another(**options: Any) -> Visitor:
        options = {"viewport": DESKTOP, **options}
        context = chromium.new_context(base_url=served.url, locale="fr-FR", **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch(context, served, faults)
        return Visitor(context.new_page(), served)

    yield another
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def visitor(open_browser: OpenBrowser) -> Visitor:
    """One browser, nobody signed in."""
    return open_browser()


def watch(context: BrowserContext, served: Served, faults: list[str]) -> None:
    """Errors of scripts, refusals of the security policy, other hosts, broken links, defects: all are faults."""
    context.add_init_script(REPORT_VIOLATIONS)

    def on_page(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            faults.append(f"{message.page.url if message.page else ''}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((served.url, "data:", "blob:")):
            faults.append(f"a request to {request.url}")

    def on_response(response: Response) -> None:
        told_to_wait = response.status == 503 and "retry-after" in response.headers
        if (response.status >= 500 and not told_to_wait) or (
            response.status == 404 and response.request.resource_type != "document"
        ):
            faults.append(f"{response.request.method} {response.url} gives {response.status}")

    context.on("page", on_page)
    context.on("console", on_console)
    context.on("request", on_request)
    context.on("response", on_response)
