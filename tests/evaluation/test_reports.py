"""A problem is signalled on the page of a question; those who write the challenges read it on the command line."""

from __future__ import annotations

import json
import re

import httpx
import pytest

from app.cli import parser
from app.content.index import ContentIndex
from app.evaluation import assessments, commands, reports
from app.evaluation.scope import Scope
from app.lib.clock import now
from tests.cast import Cast
from tests.evaluation.learner import HTMX, Learner


@pytest.fixture
async def louise(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> Learner:
    user = await cast.sign_in(client, "louise")
    scope = Scope("Un parcours", "/mon-compte", "/mon-compte", skills=tuple(world.skills))
    learner = Learner(client, world, await assessments.start(user, scope, "reference", "fr", now()))
    await learner.open()
    return learner


async def signal(louise: Learner, **fields: str) -> httpx.Response:
    data = {"challenge": louise.challenge, "category": "question.unclear", "comment": "Que veut dire « alpha » ?"}
    return await louise.client.post(f"{louise.url}/signalement", data=data | fields, headers=HTMX)


async def test_the_question_leads_to_the_form_and_keeps_its_title(louise: Learner) -> None:
    link = re.search(r'hx-get="([^"]+/signalement[^"]+)" hx-target="#evaluation-report"', louise.html)
    assert link
    assert f'href="{link[1]}"' in louise.html
    part = await louise.client.get(link[1], headers=HTMX)
    assert part.text.startswith('<div id="evaluation-report">')
    whole = await louise.client.get(link[1])
    for shown in (part.text, whole.text):
        assert f'name="challenge" value="{louise.challenge}"' in shown
        assert "<details open>" in shown


async def test_a_challenge_that_was_not_asked_cannot_be_reported(louise: Learner) -> None:
    other = next(name for name in louise.index.challenges if name != louise.challenge)
    for name in (other, "ch-nothing"):
        assert (await louise.client.get(f"{louise.url}/signalement", params={"challenge": name})).status_code == 404
        assert (await signal(louise, challenge=name)).status_code == 404


async def test_a_report_is_kept_once(louise: Learner) -> None:
    for _ in range(2):
        response = await signal(louise)
        assert response.status_code == 200
        assert "Merci" in response.text
    (kept,) = await reports.recent()
    assert (kept.challenge, kept.category) == (louise.challenge, "question.unclear")
    assert kept.comment == "Que veut dire « alpha » ?"


async def test_a_report_without_category_is_shown_again_with_what_was_typed(louise: Learner) -> None:
    response = await signal(louise, category="")
    assert response.status_code == 422
    assert "Que veut dire" in response.text
    assert await reports.recent() == []


async def test_reports_of_one_challenge(louise: Learner) -> None:
    await signal(louise)
    assert len(await reports.recent(challenge=louise.challenge)) == 1
    assert await reports.recent(challenge="ch-zzzzzzzz") == []


@pytest.mark.parametrize("words", [["reports"], ["content", "reports"]])
def test_both_commands_exist(words: list[str]) -> None:
    arguments = parser().parse_args([*words, "ch-23456789", "--limit", "5", "--json"])
    assert arguments.run is commands.run_reports
    assert (arguments.challenge, arguments.limit, arguments.json) == ("ch-23456789", 5, True)


async def test_what_the_command_prints(louise: Learner) -> None:
    await signal(louise)
    found = await reports.recent()
    text = show(found, as_json=False)
    assert f"{louise.challenge}  question.unclear" in text
    assert "comment: Que veut dire" in text
    assert json.loads(show(found, as_json=True))["category"] == "question.unclear"


def show(found: list[reports.Signalled], *, as_json: bool) -> str:
    return "\n".join(line for one in found for line in commands.lines_of(one, as_json=as_json))
