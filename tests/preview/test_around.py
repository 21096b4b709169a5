"""What surrounds the screens of a challenge: notes, source, history, what this branch changes, figures, reloading."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from random import Random

import httpx
import pytest

from app.accounts import people
from app.content import calibration
from app.content.calibration import Measured
from app.content.index import ContentIndex
from app.demo.playing import play
from app.demo.simulated_learner import Ability
from app.evaluation import assessments
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer
from app.lib.clock import now
from tests.content.bad_examples import challenge, replace
from tests.preview.conftest import OpenPreview, git

SINGLE = "ch-c6ep34wk"


def plain(html: str) -> str:
    """The words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


async def test_notes_and_source_are_beside_the_screens(preview: httpx.AsyncClient, tree: Path) -> None:
    path = challenge(tree, "single_choice")
    path.with_name("notes.md").write_text("Mesure **le geste**, <script>alert(1)</script>pas le mot.\n", "utf-8")
    html = (await preview.get(f"/apercu/epreuves/{path.parent.name[:11]}")).text
    assert "Mesure <strong>le geste</strong>" in html
    assert "<script>alert" not in html
    assert "kind: single_choice" in html


async def test_the_history_is_that_of_the_folder(open_preview: OpenPreview, committed: Path) -> None:
    path = challenge(committed, "single_choice")
    replace(path, "version: 1", "version: 2")
    git(committed.parent, "commit", "-q", "-am", "Une autre version")
    preview = open_preview(committed)
    changed = (await preview.get(f"/apercu/epreuves/{path.parent.name[:11]}")).text
    assert re.findall(r"The bank|Une autre version", changed) == ["Une autre version", "The bank"]
    other = (await preview.get("/apercu/epreuves/ch-a72e3rhy")).text
    assert re.findall(r"The bank|Une autre version", other) == ["The bank"]


async def test_without_a_repository_the_pages_say_so(preview: httpx.AsyncClient) -> None:
    assert "Rien dans Git" in (await preview.get(f"/apercu/epreuves/{SINGLE}?revue=oui")).text
    assert "Git ne répond pas" in (await preview.get("/apercu/changements")).text


async def test_what_a_branch_changes_is_reviewed_in_turn(open_preview: OpenPreview, committed: Path) -> None:
    preview = open_preview(committed)
    assert "Aucune épreuve n’a changé" in (await preview.get("/apercu/changements")).text
    committed_one, saved_one = challenge(committed, "date"), challenge(committed, "text")
    replace(committed_one, "version: 1", "version: 2")
    git(committed.parent, "commit", "-q", "-am", "Une date")
    replace(saved_one, "version: 1", "version: 2")
    gone = challenge(committed, "ordering").parent
    shutil.rmtree(gone)
    (committed / "tutorials" / "tuto-neuf.yaml").write_text("id: tuto-neuf\n", "utf-8")
    new = shutil.copytree(saved_one.parent, saved_one.parent.with_name("ch-22222222-neuve"))
    replace(new / "challenge.yaml", f"id: {saved_one.parent.name[:11]}", "id: ch-22222222")

    listed = (await preview.get("/apercu/changements")).text
    names = re.findall(r'<p><a href="/apercu/epreuves/(ch-\w+)\?revue=oui">', listed)
    assert sorted(names) == sorted(["ch-22222222", committed_one.parent.name[:11], saved_one.parent.name[:11]])
    assert gone.name in listed
    assert "tutorials/tuto-neuf.yaml" in listed
    assert re.findall(r"Ajoutée|Modifiée", plain(listed)).count("Ajoutée") == 2

    page, seen = (await preview.get(f"/apercu/epreuves/{names[0]}?revue=oui")).text, [names[0]]
    assert 'rel="prev"' not in page
    while following := re.search(r'href="/apercu/epreuves/(ch-\w+)\?revue=oui" rel="next"', page):
        seen.append(following[1])
        page = (await preview.get(f"/apercu/epreuves/{seen[-1]}?revue=oui")).text
    assert seen == names
    difference = (await preview.get(f"/apercu/epreuves/{saved_one.parent.name[:11]}?revue=oui")).text
    assert '<span class="removed">− version: 1' in difference
    assert '<span class="added">+ version: 2' in difference


async def test_what_main_became_meanwhile_is_not_this_branch(open_preview: OpenPreview, committed: Path) -> None:
    git(committed.parent, "checkout", "-q", "main")
    replace(challenge(committed, "date"), "version: 1", "version: 2")
    git(committed.parent, "commit", "-q", "-am", "Ailleurs")
    git(committed.parent, "checkout", "-q", "autre")
    assert "Aucune épreuve n’a changé" in (await open_preview(committed).get("/apercu/changements")).text


async def test_without_a_database_the_figures_say_so(preview: httpx.AsyncClient) -> None:
    assert "Pas de base de données ici" in (await preview.get(f"/apercu/epreuves/{SINGLE}")).text


async def test_the_answers_recorded_are_counted(world: ContentIndex, open_preview: OpenPreview, tree: Path) -> None:
    scope = Scope("Essai", "/", "/", method="fixed", challenges=tuple(world.challenges), retry_days=None)
    for number in range(8):
        user = await people.create_user(first_name="Zoé", last_name=f"N{number}", email=f"z{number}@exemple.fr")
        assessment = await assessments.start(user, scope, "reference", "fr", now())
        await play(assessment, user, Ability(number / 2, {}), Random(number), now())
    rows = await Answer.select(Answer.result, Answer.value).where(Answer.challenge == SINGLE)
    right = sum(row["result"] == "ok" for row in rows)
    assert 0 < right < len(rows) == 8
    words = plain((await open_preview(tree).get(f"/apercu/epreuves/{SINGLE}")).text)
    assert f"1 8 {round(100 * right / 8)}\u00a0%" in words or f"1 8 {round(100 * right / 8)} %" in words
    if any(row["result"] == "ko" for row in rows):
        assert "Réponses fausses les plus données" in words
    assert "Personne n’y a encore répondu" not in words


async def test_the_calibration_is_shown(preview: httpx.AsyncClient, tree: Path) -> None:
    calibration.write(tree / "calibration", "1-1", [Measured(SINGLE, 1, "alpha-1", 120, 80, 1.234, 0.1, -0.567, 0.2)])
    words = plain((await preview.get(f"/apercu/epreuves/{SINGLE}")).text)
    assert "Étalonnage" in words
    assert "-0,57" in words
    assert "1,23" in words


async def test_a_page_knows_when_to_come_again(preview: httpx.AsyncClient, tree: Path) -> None:
    mine, other = challenge(tree, "single_choice"), challenge(tree, "date")
    page = (await preview.get(f"/apercu/epreuves/{mine.parent.name[:11]}")).text
    watch = re.search(r'data-watch="([^"]+)" data-stamp="(\w+)"', page)
    assert watch is not None
    address, seen = unescape(watch[1]), {"If-None-Match": f'"{watch[2]}"'}
    assert (await preview.get(address, headers=seen)).status_code == 304
    replace(other, "version: 1", "version: 2")
    assert (await preview.get(address, headers=seen)).status_code == 304
    mine.with_name("notes.md").write_text("Une note.", "utf-8")
    changed = await preview.get(address, headers=seen)
    assert changed.status_code == 200
    assert changed.headers["etag"] != f'"{watch[2]}"'
    home = re.search(r'data-watch="([^"]+)" data-stamp="(\w+)"', (await preview.get("/apercu")).text)
    assert home is not None
    replace(other, "version: 2", "version: 3")
    assert (await preview.get(home[1], headers={"If-None-Match": f'"{home[2]}"'})).status_code == 200


@pytest.mark.parametrize("path", ["/apercu/epreuves/ch-c6ep34wk?etat=rien", "/apercu/epreuves/ch-c6ep34wk?langue=xx"])
async def test_an_address_that_asks_too_much_shows_the_question(preview: httpx.AsyncClient, path: str) -> None:
    page = await preview.get(path)
    assert page.status_code == 200
    assert "/posee?langue=fr" in page.text
