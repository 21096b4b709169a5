"""Questions of every kind and in every environment, asked, sent empty, right and wrong, in both languages."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from app.content.bank import Bank
from app.content.reading import read_tree
from tests.accessibility.audit import PHONE, audited, invalid
from tests.accessibility.axe import ready, violations
from tests.served import ROOT, free_port

pytestmark = pytest.mark.browser

CONTENT = ROOT / "content"
STATES = {"fr": ("posee", "vide", "juste-1", "fausse-1"), "en": ("fausse-1",)}
"""By language: what is the same in another one is looked at once."""


def one_of_each(bank: Bank) -> dict[str, str]:
    """A challenge of each kind and environment: what it is, its id."""
    found: dict[str, str] = {}
    for name, body in sorted(bank.active().items()):
        world = body.environment
        found.setdefault(str(world.__struct_config__.tag) if world else body.kind, name)
    return found


@pytest.fixture(scope="module")
def preview() -> Iterator[str]:
    """The address of the preview of the content."""
    port = free_port()
    words = [sys.executable, "-m", "tests.pix", "content", "preview", "--port", str(port)]
    environment = {**os.environ, "PIX_ENV": "development"}
    with subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as process:
        address, deadline = f"http://localhost:{port}", time.monotonic() + 60
        while time.monotonic() < deadline:
            with suppress(httpx.TransportError):
                if httpx.get(f"{address}/apercu", timeout=30).status_code == 200:
                    break
            time.sleep(0.2)
        yield address
        process.terminate()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_of_question_is_accessible_and_valid(
    chromium: Browser, preview: str, tmp_path: Path, language: str
) -> None:
    context = chromium.new_context(viewport=PHONE, reduced_motion="reduce")
    ready(context)
    page = context.new_page()
    faults, pages = [], []
    for sort, name in one_of_each(read_tree(CONTENT)).items():
        for state in STATES[language]:
            answer = page.goto(f"{preview}/apercu/ecrans/{name}/{state}?langue={language}")
            assert answer is not None
            if answer.status == 404:
                continue
            assert answer.status < 500, f"{name} {state}"
            pages.append((f"{sort} {name} {state}", answer.text()))
            found = audited(page, language) if state == "posee" else violations(page)
            faults += [f"{sort} {name} {state}: {one}" for one in found]
    context.close()
    faults += invalid(pages, tmp_path)
    assert not faults, "\n".join(faults)
    assert len(pages) > 15 * len(STATES[language])
