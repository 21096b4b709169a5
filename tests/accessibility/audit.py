"""What programs say of a page: axe-core in each width and colours, html-validate of its source."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from tests.accessibility.axe import COLOURS, VISUAL, violations

HERE = Path(__file__).parent
PHONE: ViewportSize = {"width": 320, "height": 640}
COMPUTER: ViewportSize = {"width": 1280, "height": 900}


def audited(page: Page, language: str) -> list[str]:
    """All the rules at 320 pixels in light colours; in French also those that dark colours or width change.

    Another language changes names and their places, not the colours.
    """
    found = violations(page)
    if language != "fr":
        return found
    page.emulate_media(color_scheme="dark")
    found += [f"320 dark: {one}" for one in violations(page, COLOURS)]
    page.set_viewport_size(COMPUTER)
    found += [f"1280 dark: {one}" for one in violations(page, VISUAL)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    return found


def invalid(pages: Sequence[tuple[str, str]], folder: Path) -> list[str]:
    """What html-validate says of these pages (address, source), kept in the folder meanwhile."""
    for number, (_, html) in enumerate(pages):
        (folder / f"{number}.html").write_text(html, "utf-8")
    words = ["node_modules/.bin/html-validate", "--config", ".htmlvalidate.json", "--formatter", "text", str(folder)]
    told = subprocess.run(words, cwd=HERE, capture_output=True, text=True, check=False)
    assert told.returncode == bool(told.stdout), told.stderr
    found = told.stdout
    for number, (address, _) in enumerate(pages):
        found = found.replace(f"{folder}/{number}.html", address)
    return found.splitlines()
