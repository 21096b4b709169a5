"""Whether HTMX swaps the answer in or the browser loads the page, the reader sees the same."""

from __future__ import annotations

import re

import html5lib
import httpx
import pytest

from app.content.index import ContentIndex
from app.evaluation import assessments
from app.evaluation.scope import Scope
from app.lib.clock import now
from tests.campaigns.conftest import NewOne, new_campaign
from tests.cast import Cast
from tests.evaluation.learner import HTMX, Learner
from tests.house.swap import assert_swap_equals, canonical

__all__ = ["new_campaign"]  # a fixture

CODE = "KXMTRB742"


@pytest.fixture
async def louise(client: httpx.AsyncClient, world: ContentIndex, cast: Cast, new_campaign: NewOne) -> Learner:
    """At the first question of a campaign."""
    await new_campaign(CODE)
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    response = await client.get(f"/campagnes/{CODE}/depart", follow_redirects=True)
    learner = Learner(client, world, int(str(response.url).rsplit("/", 1)[1]))
    await learner.open()
    return learner


async def check(louise: Learner, path: str, data: dict[str, str | list[str]]) -> None:
    """The answer to HTMX in the page of before gives the page of after, loaded whole."""
    before = await louise.client.get(louise.url)
    answer = await louise.client.post(f"{louise.url}/{path}", data=data, headers=HTMX, follow_redirects=True)
    after = await louise.client.get(louise.url)
    assert before.text != after.text
    assert_swap_equals(before.text, answer.text, after.text)
    await louise.open()


def form(louise: Learner, *, right: bool = True, skip: bool = False) -> dict[str, str | list[str]]:
    body = louise.index.challenges[louise.challenge].body
    answer = next(body.right_answers() if right else body.wrong_answers())
    data: dict[str, str | list[str]] = {f"answer.{name}" if name else "answer": [*one] for name, one in answer.items()}
    action = "skip" if skip else "validate"
    return data | {"challenge": louise.challenge, "client_token": louise.hidden("client_token"), "action": action}


async def test_each_step_of_an_assessment(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> None:
    scope = Scope("Un parcours", "/accueil", "/mes-parcours", skills=tuple(world.skills))
    louise = await start(client, world, cast, scope)
    steps = []
    while not (louise.at_checkpoint and "Voir mes résultats" in louise.html):
        if louise.at_checkpoint:
            steps.append("checkpoint")
            await check(louise, "bilans", {"answers": louise.hidden("answers")})
        elif "/depart" in louise.html:
            steps.append("timer")
            await check(louise, "depart", {"challenge": louise.challenge})
        else:
            rank = steps.count("question")
            steps.append("question")
            await check(louise, "reponses", form(louise, right=rank % 4 != 1, skip=rank % 4 == 3))
    assert steps.count("question") > 5
    assert "checkpoint" in steps


async def test_a_timed_question(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> None:
    challenges = ("ch-zhf3q4tk", "ch-c6ep34wk")
    scope = Scope("Un parcours", "/accueil", "/mes-parcours", method="fixed", challenges=challenges)
    louise = await start(client, world, cast, scope)
    await check(louise, "depart", {"challenge": louise.challenge})
    await check(louise, "reponses", form(louise))


async def start(client: httpx.AsyncClient, world: ContentIndex, cast: Cast, scope: Scope) -> Learner:
    assessment = await assessments.start(await cast.sign_in(client, "louise"), scope, "reference", "fr", now())
    louise = Learner(client, world, assessment)
    await louise.open()
    return louise


async def test_a_refused_answer(louise: Learner) -> None:
    empty = {"challenge": louise.challenge, "client_token": "t", "action": "validate"}
    before = louise.html
    answer = await louise.client.post(f"{louise.url}/reponses", data=empty, headers=HTMX)
    after = await louise.client.post(f"{louise.url}/reponses", data=empty)
    assert answer.status_code == after.status_code == 422
    assert_swap_equals(before, answer.text, after.text)


async def test_the_form_that_signals_a_problem(louise: Learner) -> None:
    address = f"{louise.url}/signalement?challenge={louise.challenge}"
    assert f'hx-get="{address}"' in louise.html
    await check_report(louise, "GET", address, {})


@pytest.mark.parametrize("fields", [{"category": "question.unclear"}, {"category": "link.blocked"}, {"category": ""}])
async def test_a_problem_signalled(louise: Learner, fields: dict[str, str]) -> None:
    await check_report(louise, "POST", f"{louise.url}/signalement", {"challenge": louise.challenge, **fields})


async def check_report(louise: Learner, method: str, address: str, data: dict[str, str]) -> None:
    """The part that HTMX swaps is the one of the page without scripts; the question around it stays."""
    answer = await louise.client.request(method, address, data=data, headers=HTMX)
    page = await louise.client.request(method, address, data=data)
    assert part(answer.text, "evaluation-report") == part(page.text, "evaluation-report")
    assert louise.html.count('id="evaluation-report"') == 1
    assert "<title>" not in answer.text or answer.status_code == 422, "the page is still the question"


async def test_a_tutorial_saved_and_found_useful(louise: Learner) -> None:
    await louise.answer(right=False)
    address = f"{louise.url}/reponses/1"
    found = re.search(r'id="tuto-([^"]+)"', (await louise.client.get(address)).text)
    assert found
    for verb in ("save", "useful", "remove"):
        before = (await louise.client.get(address)).text
        answer = await louise.client.post("/mes-tutos", data={verb: found[1], "suite": address}, headers=HTMX)
        after = (await louise.client.get(address)).text
        assert before != after
        assert_swap_equals(before, answer.text, after, target=f"#tuto-{found[1]}", swap="outerHTML")


async def test_results_sent(louise: Learner) -> None:
    while not (louise.at_checkpoint and "Voir mes résultats" in louise.html):
        await (louise.go_on() if louise.at_checkpoint else louise.answer(right=True))
    await louise.go_on()
    before = await louise.client.get(f"/campagnes/{CODE}/resultats")
    answer = await louise.client.post(f"/campagnes/{CODE}/envoi", headers=HTMX, follow_redirects=True)
    after = await louise.client.get(f"/campagnes/{CODE}/resultats")
    assert "C’est envoyé" in after.text
    assert_swap_equals(before.text, answer.text, after.text)


async def test_a_try_without_an_account(client: httpx.AsyncClient, world: ContentIndex) -> None:
    before = await client.get("/vitrine/essai")
    body = world.challenges["ch-c6ep34wk"].body
    for values in (next(body.right_answers())[""], next(body.wrong_answers())[""], ()):
        answer = await client.post("/vitrine/essai/reponses", data={"answer": list(values)}, headers=HTMX)
        after = await client.post("/vitrine/essai/reponses", data={"answer": list(values)})
        # The address of the whole page is another one, and the choice of a language comes back to it.
        assert_swap_equals(before.text, answer.text, after.text, volatile=("suite",))


def part(html: str, name: str) -> str:
    """One element of a page, in canonical form."""
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    found = next(one for one in tree.iter() if one.get("id") == name)
    found.tail = None
    serialise = html5lib.serializer.HTMLSerializer(omit_optional_tags=False)
    return canonical(serialise.render(html5lib.getTreeWalker("etree")(found)))
