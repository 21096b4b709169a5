"""What a screen reader is told of the main pages, kept as text that one can review.

    PIX_TREES=write pytest tests/browser/test_accessible_tree.py

writes the texts anew (`tests/browser/trees`): read the difference before committing it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.visitor import Visitor
from tests.served import EACH_KIND, Served

pytestmark = pytest.mark.browser


TREES = Path(__file__).with_name("trees")
NUMBER = re.compile(r"(/(?:evaluations|reponses|participants)/)\d+")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of its own: proposals come in the order of the assessment's number, the first here."""
    one = Served.made_in(tmp_path_factory.mktemp("trees"))
    one.start()
    yield one
    one.stop()


A_SECOND = 1100
"""Milliseconds between failures: tutorials are suggested for the latest one first, and dates are kept to the second."""


def check_tree(visitor: Visitor, name: str) -> None:
    """The accessible tree of the page is the one that was reviewed."""
    told = NUMBER.sub(r"\1N", visitor.page.locator("body").aria_snapshot()) + "\n"
    kept = TREES / f"{name}.yaml"
    if os.environ.get("PIX_TREES") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(told, "utf-8")
    assert told == kept.read_text("utf-8"), f"{kept}: write it anew and review it"


def test_from_the_door_to_the_results(visitor: Visitor) -> None:
    visitor.open("/")
    check_tree(visitor, "home")
    visitor.open("/campagnes/GENRES234")
    check_tree(visitor, "campaign")
    visitor.press("Je commence")
    check_tree(visitor, "sign-up")
    visitor.sign_up()
    check_tree(visitor, "rules-of-the-game")
    visitor.press("Passer les règles du jeu")
    check_tree(visitor, "single-choice")
    visitor.press("Je valide")
    check_tree(visitor, "single-choice-refused")
    for kind in ("multiple-choice", "text", "number", "date"):
        visitor.answer(visitor.right())
        check_tree(visitor, kind)
    visitor.press("Je passe")
    check_tree(visitor, "checkpoint")
    visitor.press(visitor.page.get_by_role("link", name="Réponses et tutos").first)
    check_tree(visitor, "correction")
    visitor.press("Fermer")
    visitor.press("Continuer mon parcours")
    for kind in ("long-text", "fields", "fields-any-order", "dropdowns", "matching"):
        check_tree(visitor, kind)
        visitor.page.wait_for_timeout(A_SECOND)
        visitor.press("Je passe")
    visitor.press("Continuer mon parcours")
    check_tree(visitor, "ordering")
    assert len(visitor.stored()) == len(EACH_KIND) - 2
    for path in ("/accueil", "/profil", "/competences/1.1", "/mes-parcours", "/mes-tutos"):
        visitor.open(path)
        check_tree(visitor, path.strip("/").replace("/", "-"))
