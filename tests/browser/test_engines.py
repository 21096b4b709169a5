"""The whole adaptive journey with each placement engine, and a server that comes back with the other one meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import PATIENCE, PHONE, watch
from tests.browser.visitor import Visitor
from tests.served import Served

pytestmark = pytest.mark.browser

CODE = "ADAPTS234"
MOST_ANSWERS = 30


@pytest.fixture(scope="module")
def restarted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of this file alone: its tests stop it and start it with other settings."""
    one = Served.made_in(tmp_path_factory.mktemp("engines"))
    yield one
    one.stop()
    assert "Traceback" not in one.log(), one.log()


@pytest.mark.parametrize(
    ("engine", "other", "scripts"),
    [("bayesian", "reference", True), ("reference", "bayesian", False)],
    ids=["bayesian-scripts", "reference-no-scripts"],
)
def test_an_assessment_ends_with_the_engine_it_began_with(
    chromium: Browser, restarted: Served, monkeypatch: pytest.MonkeyPatch, engine: str, other: str, scripts: bool
) -> None:
    restarted.stop()
    monkeypatch.setenv("PLACEMENT_ENGINE", engine)
    restarted.start()
    faults: list[str] = []
    context = chromium.new_context(base_url=restarted.url, locale="fr-FR", viewport=PHONE, java_script_enabled=scripts)
    context.set_default_timeout(PATIENCE)
    watch(context, restarted, faults)
    ines = Visitor(context.new_page(), restarted)
    ines.begin(CODE)
    for right in (True, False):
        respond(ines, right)
    place, assessment = ines.path, ines.assessment
    ines.page.goto("about:blank")  # the page would complain of the server
    restarted.stop()
    monkeypatch.setenv("PLACEMENT_ENGINE", other)
    restarted.start()
    ines.open(place)
    given = answer_to_the_end(ines)
    ines.sees("J’envoie mes résultats")
    assert restarted.rows("SELECT engine, state, answers FROM assessment WHERE id = ?", assessment) == [
        (engine, "completed", 2 + given)
    ]
    context.close()
    assert not faults, "\n".join(faults)


def answer_to_the_end(ines: Visitor) -> int:
    """Every other answer right; the number of those given."""
    for given in range(MOST_ANSWERS):
        if ines.at_checkpoint:
            last = ines.button("Voir mes résultats").count()
            ines.press("Voir mes résultats" if last else "Continuer mon parcours")
            if last:
                return given
        respond(ines, bool(given % 2))
    raise AssertionError("endless")


def respond(ines: Visitor, right: bool) -> None:
    """What is to be done in an environment is passed: it has no field."""
    ines.start_if_timed()
    if ines.challenge in ines.served.paths:
        ines.press("Je passe")
    else:
        ines.answer(ines.right() if right else ines.wrong())
