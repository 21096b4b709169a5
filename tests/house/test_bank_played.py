"""Every challenge of the bank in every state, as learners meet it: asked, answered right, answered wrong, skipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from markupsafe import Markup

from app.content.index import ContentIndex, PlayableChallenge, build_index
from app.content.reading import read_tree
from app.content.release import build_release
from app.evaluation.correction import correct
from app.evaluation.environments import Kept
from app.evaluation.presenting import present
from app.evaluation.results import Result
from app.web.components import component, environment
from tests.house.page_lint import lint_page

CONTENT = Path(__file__).parents[2] / "content"
CODES = [path.name[:3].replace("-", ".") for path in sorted((CONTENT / "framework").glob("*-*"))]
RUN = SimpleNamespace(id=7)
ASKED = """<!doctype html><html lang="{{ language }}"><head><title>Question</title></head><body><main>
{% if window %}{% include "evaluation/statement.html" %}{{ window }}{% endif %}
<form method="post" action="/reponses" hx-post="/reponses" hx-target="main" hx-swap="innerHTML">
{% include "evaluation/asked.html" %}</form></main></body></html>"""
CORRECTED = """{% include "evaluation/corrected.html" %}{% include "evaluation/why.html" %}"""


@cache
def bank() -> ContentIndex:
    release = build_release(read_tree(CONTENT))
    return build_index(1, release.manifest, release.bodies)


@cache
def playable(language: str, code: str) -> Sequence[PlayableChallenge]:
    found = (one for one in bank().in_language(language).challenges.values() if one.body.locale == language)
    return [one for one in found if one.skill.competence == code and one.body.status == "active"]


def states(challenge: PlayableChallenge) -> Iterator[tuple[Mapping[str, Sequence[str]], Result]]:
    yield {}, "skipped"
    for given in challenge.body.right_answers():
        yield given, "ok"
    for given in challenge.body.wrong_answers():
        yield given, "ko"


def window(challenge: PlayableChallenge, around: str) -> Markup | None:
    if (world := challenge.body.environment) is None:
        return None
    screen, frame = world.screen(world.start()), component(challenge.body.locale, "environments/frame.html")
    return Markup(frame.render(challenge=challenge, screen=screen, kept=Kept("", 0), run=RUN, around=around))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_challenge_is_a_right_page_and_hides_its_answer(language: str, code: str) -> None:
    page, faults = environment(language).from_string(ASKED), []
    for challenge in playable(language, code):
        html = page.render(view=present(challenge, 3), window=window(challenge, language))
        faults += lint_page(html, url=challenge.id, fragment=False)
        if str(challenge.explanation_html) in html:
            faults.append(f"{challenge.id}: the explanation is on the page")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_answer_is_judged_as_its_author_says_and_has_its_correction(language: str, code: str) -> None:
    corrected = environment(language).from_string(CORRECTED)
    for challenge in playable(language, code):
        results = set()
        for given, result in states(challenge):
            if result != "skipped":
                assert challenge.body.grade(given).ok == (result == "ok"), (challenge.id, given)
            results.add(result)
            html = corrected.render(
                view=present(challenge, 3, given), result=result, correction=correct(challenge.body, given)
            )
            assert str(challenge.explanation_html)[:60] in html, challenge.id
        assert results == {"skipped", "ok", "ko"}, challenge.id


def test_the_bank_is_played_whole() -> None:
    active = [one for one in bank().challenges.values() if one.body.status == "active"]
    assert sum(len(playable("fr", code)) for code in CODES) == len(active) > 500
