"""Each state of each challenge is the page that learners meet."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import httpx
import pytest

from app.content.bank import StoredChallenge
from app.content.reading import read_tree
from app.preview.playables import playable_in
from app.preview.states import given_words, mistaken_words, states
from tests.conftest import WORLD
from tests.content.bad_examples import challenge, replace
from tests.evaluation.learner import HTMX

BANK = read_tree(WORLD)
CHALLENGES = list(BANK.challenges.values())
SINGLE, TASK, TIMED = "ch-c6ep34wk", "ch-a72e3rhy", "ch-zhf3q4tk"
VERDICT = re.compile(r'class="verdict (\w+)"')


def screen(name: str, state: str, **asked: str) -> str:
    return str(httpx.URL(f"/apercu/ecrans/{name}/{state}", params=asked))


@pytest.mark.parametrize("stored", CHALLENGES, ids=lambda one: f"{one.body.kind} {one.id}")
async def test_each_answer_has_the_end_its_author_declares(preview: httpx.AsyncClient, stored: StoredChallenge) -> None:
    playable = playable_in(BANK, stored.id, "fr")
    assert playable is not None
    whole = (await preview.get(f"/apercu/epreuves/{stored.id}?etat=tout")).text
    every = states(playable.body)
    assert {one.what for one in every} >= {"asked", "right", "wrong", "passed", "empty"}
    assert all(one.held for one in every)
    for one in every:
        page = await preview.get(screen(stored.id, one.name))
        verdict = VERDICT.search(page.text)
        if one.outcome == "refused":
            assert page.status_code == 422
        elif one.what in ("right", "wrong", "passed"):
            assert verdict is not None
            assert verdict[1] == {"right": "ok", "wrong": "ko", "passed": "skipped"}[one.what]
        else:
            assert verdict is None
        for cadre in ("wide", "narrow"):
            assert f"/apercu/ecrans/{stored.id}/{one.name}?langue=fr&cadre={cadre}" in unescape(whole)


async def test_the_question_is_the_very_page_of_the_application(preview: httpx.AsyncClient) -> None:
    html = (await preview.get(screen(SINGLE, "posee"))).text
    assert 'id="evaluation-challenge"' in html
    assert 'class="journey"' in html
    assert re.search(r'action="/evaluations/\d+/reponses"', html)


async def test_the_clock_waits_until_one_begins(preview: httpx.AsyncClient) -> None:
    before = (await preview.get(screen(TIMED, "depart"))).text
    address = re.search(r'action="(/evaluations/\d+)/depart"', before)
    assert address is not None
    assert 'role="timer"' not in before
    assert 'role="timer"' in (await preview.post(f"{address[1]}/depart", data={"challenge": TIMED})).text


async def test_one_may_answer_in_a_frame(preview: httpx.AsyncClient) -> None:
    html = (await preview.get(screen(SINGLE, "posee"))).text
    address = re.search(r'action="(/evaluations/\d+/reponses)"', html)
    values = re.findall(r'type="radio" name="answer" value="(\w+)"', html)
    assert address is not None
    verdicts = [
        VERDICT.search((await preview.post(address[1], data={"answer": value}, headers=HTMX)).text) for value in values
    ]
    assert sorted(one[1] for one in verdicts if one) == ["ko", "ko", "ok"]
    assert 'class="verdict skipped"' in (await preview.post(address[1], data={"action": "skip"})).text
    assert (await preview.post(address[1], data={})).status_code == 422


async def test_what_is_done_in_one_frame_stays_in_it(preview: httpx.AsyncClient) -> None:
    async def shown(cadre: str) -> str:
        return (await preview.get(screen(TASK, "posee", cadre=cadre))).text

    wide = await shown("wide")
    address = re.search(r'action="(/evaluations/\d+/environnement)"', wide)
    assert address is not None
    narrow = await shown("narrow")
    done = await preview.post(address[1], data={"challenge": TASK, "step": "0", "open": "m1"}, headers=HTMX)
    assert "Un avis." in done.text
    assert "Un avis." in await shown("wide")
    assert "Un avis." not in await shown("narrow")
    assert 'name="step" value="0"' in narrow
    again = await preview.post(address[1], data={"challenge": TASK, "step": "0", "do": "delete"}, headers=HTMX)
    assert 'name="step" value="1"' in again.text


async def test_the_paths_are_replayed_with_each_condition(preview: httpx.AsyncClient) -> None:
    html = (await preview.get(f"/apercu/epreuves/{TASK}")).text
    assert html.count("but atteint") == 1
    assert html.count("but manqué") == 1
    assert html.count("vrai à la fin") == 2
    assert html.count("faux à la fin") == 2
    assert "open: m1" in html
    assert "Un avis." in (await preview.get(screen(TASK, "chemin-0-1"))).text
    for beyond in ("chemin-0-9", "chemin-7-0", "chemin-x-0", "chemin-0", "rien"):
        assert (await preview.get(screen(TASK, beyond))).status_code == 404


async def test_a_language_has_its_own_screens_and_its_own_interface(preview: httpx.AsyncClient, tree: Path) -> None:
    from app.content.strict_yaml import parse
    from app.content.translations import fingerprint_of

    path = challenge(tree, "text")
    of = fingerprint_of(parse(path.read_text("utf-8")).data)
    path.with_name("en.yaml").write_text(f"of: {of}\nquestion: Where is it?\n", "utf-8")
    name = path.parent.name[:11]
    page = (await preview.get(f"/apercu/epreuves/{name}?langue=en")).text
    assert f"/apercu/ecrans/{name}/posee?langue=en" in page
    asked = (await preview.get(screen(name, "posee", langue="en"))).text
    assert "Where is it?" in asked
    assert '<html lang="en">' in asked
    assert "Where is it?" not in (await preview.get(screen(name, "posee", langue="fr"))).text
    replace(path, "question: Que", "question: Quoi donc, que")
    assert "Where is it?" not in (await preview.get(screen(name, "posee", langue="en"))).text
    assert "en.yaml traduit un texte français qui a changé" in (await preview.get(f"/apercu/epreuves/{name}")).text


async def test_the_rows_of_variants_are_challenges_of_one_page(preview: httpx.AsyncClient) -> None:
    html = (await preview.get("/apercu/epreuves/ch-q92hwm7a")).text
    rows = [one.id for one in CHALLENGES if one.id.startswith("ch-q92hwm7a-")]
    assert len(rows) > 1
    assert f"/apercu/ecrans/{rows[0]}/posee" in html
    assert f'href="/apercu/epreuves/{rows[1]}"' in html


async def test_files_and_tutorials_are_those_of_the_tree(preview: httpx.AsyncClient) -> None:
    asked = (await preview.get(screen("ch-5dm3zj83", "posee"))).text
    file = re.search(r'href="(/fichiers/[^"]+)"', asked)
    assert file is not None
    found = await preview.get(file[1])
    assert found.status_code == 200
    assert found.headers["content-disposition"] == "attachment"
    corrected = (await preview.get(screen(SINGLE, "fausse-1"))).text
    tutorial = re.search(r'href="(/tutos/[^"]+)"', corrected)
    assert tutorial is not None
    assert (await preview.get(tutorial[1])).status_code == 200
    assert (await preview.get("/fichiers/00000000000000000000/rien.ods")).status_code == 404
    assert (await preview.get("/tutos/rien")).status_code == 404


def test_a_mistake_is_told_without_what_is_right_around_it() -> None:
    fields = next(one for one in CHALLENGES if one.body.kind == "fields").body
    given = {"taille": ["840"], "nom": ["x"], "os": ["Linux"]}
    assert given_words(fields, given) == ("La taille : 840 Ko", "Le nom : x", "Le système : Linux")
    assert mistaken_words(fields, given) == ("Le nom : x",)
    choice = next(one for one in CHALLENGES if one.id == SINGLE).body
    assert mistaken_words(choice, {"": ["b"]}) == given_words(choice, {"": ["b"]}) != ()
