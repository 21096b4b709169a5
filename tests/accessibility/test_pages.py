"""Every page, by everyone who reads it, in both languages, empty, filled and in error.

In French, in light colours on a phone, in dark ones on a phone and on a computer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility.audit import PHONE, audited, invalid
from tests.accessibility.axe import ready
from tests.accessibility.crawl import Crawl
from tests.house.routes import Address
from tests.served import PASSWORD, Served

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Reader:
    """Somebody of the demonstration, where she starts, and the pages that are hers to look at."""

    email: str
    starts: tuple[str, ...]
    belongs: Callable[[Address], bool]


def of_learners(address: Address) -> bool:
    return not address.is_public and not address.path.startswith(("/orga", "/admin", "/certif/"))


def of_teachers(address: Address) -> bool:
    return address.path.startswith("/orga") and not address.is_public


def of_centres(address: Address) -> bool:
    return address.path.startswith("/certif/") and not address.is_public


ENTRANCES = ("/", "/rejoindre", "/inscription", "/mot-de-passe/oublie", "/campagnes/DECOUV123", "/hors-connexion")
READERS = {
    "visitor": Reader("", ENTRANCES, lambda one: one.is_public),
    "newcomer": Reader("nouveau@pix.example", ("/accueil",), of_learners),
    "learner": Reader("eleve@pix.example", ("/accueil", "/regles-du-jeu"), of_learners),
    "teacher": Reader("prof@pix.example", ("/orga/campagnes",), of_teachers),
    "head": Reader(
        "chef@pix.example",
        ("/orga/equipe", "/orga/eleves", "/orga/organisation", "/orga/credits"),
        lambda one: (
            (one.guard == "administrator" and of_teachers(one))
            or one.path in ("/orga/equipe", "/orga/credits", "/orga/eleves")
        ),
    ),
    "centre": Reader("certif@pix.example", ("/certif/sessions", "/certif/surveillance"), of_centres),
    "staff": Reader("admin@pix.example", ("/admin",), lambda one: one.path.startswith("/admin")),
}

ALIKE = ("newcomer", "head")
"""Whose pages are nearly those of another reader: in French only."""


@pytest.mark.parametrize(
    ("name", "language"),
    [(name, language) for name in READERS for language in ("fr", "en") if language == "fr" or name not in ALIKE],
)
def test_every_page_is_accessible_and_valid(
    chromium: Browser, demo: Served, tmp_path: Path, name: str, language: str
) -> None:
    reader = READERS[name]
    context = chromium.new_context(
        base_url=demo.url, locale=f"{language}-FR", viewport=PHONE, reduced_motion="reduce", service_workers="block"
    )
    ready(context)
    page = context.new_page()
    demo.write("UPDATE pix_user SET language = ?", language)
    if reader.email:
        _sign_in(page, reader.email)
    faults, pages = [], []
    for visited in Crawl(page, reader.belongs).from_(*reader.starts):
        assert visited.status < 500, visited.path
        pages.append((visited.path, visited.html))
        faults += [f"{visited.path}: {one}" for one in audited(page, language)]
    context.close()
    faults += invalid(pages, tmp_path)
    assert not faults, "\n".join(faults)
    assert len(pages) > 2


def _sign_in(page: Page, email: str) -> None:
    page.goto("/connexion")
    page.fill("#login", email)
    page.fill("#password", PASSWORD)
    page.locator("main form button.btn").first.click()
    page.wait_for_url(lambda url: "/connexion" not in url)
