"""Lists: what is there, what lacks, and what one looks for."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest

from app.preview.plan import PlannedCompetence, plan
from app.preview.rows import Filters, rows_of
from app.preview.tree import Reading, read
from tests.conftest import WORLD
from tests.content.bad_examples import SKILLS, challenge, replace

READING = read(WORLD, "")


def competence(reading: Reading, code: str) -> PlannedCompetence:
    return next(one for area in plan(reading) for one in area.competences if one.code == code)


def test_a_level_with_fewer_than_two_active_skills_is_a_gap() -> None:
    found = competence(READING, "1.1")
    counts = {level: sum(one.level == level and not one.is_draft for one in found.skills) for level in range(1, 8)}
    assert found.levels == counts
    assert found.thin_levels == [level for level, count in counts.items() if count < 2]
    assert 1 not in found.thin_levels
    assert 7 in found.thin_levels


def test_a_skill_with_fewer_than_three_playable_challenges_is_thin() -> None:
    found = {one.id: one for one in competence(READING, "5.1").skills}
    assert found["gamma-3"].playable == 3
    assert not found["gamma-3"].is_thin
    assert found["delta-2"].playable == 2
    assert found["delta-2"].is_thin


def test_a_draft_skill_is_shown_apart(tree: Path) -> None:
    replace(tree / SKILLS, "level: 1\n", "level: 1\n        status: draft\n")
    reading = read(tree, "")
    found = competence(reading, "1.1")
    (draft,) = [one for one in found.skills if one.is_draft]
    assert draft.playable == 0
    assert not draft.is_thin
    assert draft.rows
    assert found.drafts == 1


CASES = {
    "kind": (Filters(kind="matching"), lambda row: row.kind == "matching"),
    "environment": (Filters(kind="mailbox"), lambda row: row.environment == "mailbox"),
    "topic": (Filters(skill="gamma"), lambda row: row.skill.startswith("gamma-")),
    "skill": (Filters(skill="gamma-3"), lambda row: row.skill == "gamma-3"),
    "status": (Filters(status="active"), lambda row: row.status == "active"),
    "id": (Filters(text="ch-a72e3rhy"), lambda row: row.id == "ch-a72e3rhy"),
    "words": (Filters(text="CORBEILLE avis"), lambda row: row.id == "ch-a72e3rhy"),
    "problems": (Filters(state="problems"), lambda row: bool(row.problems)),
}


@pytest.mark.parametrize("name", CASES)
def test_a_filter_keeps_what_it_says(name: str) -> None:
    filters, wanted = CASES[name]
    rows = rows_of(READING)
    assert [row for row in rows if filters.keeps(row)] == [row for row in rows if wanted(row)]
    if name != "problems":
        assert any(filters.keeps(row) for row in rows)


def test_a_mark_is_a_filter(tree: Path) -> None:
    replace(challenge(tree, "date"), "version: 1", "version: 1\nmarks: [computer]")
    rows = rows_of(read(tree, ""))
    assert [row.kind for row in rows if Filters(mark="computer").keeps(row)] == ["date"]


async def test_the_lists_open_and_lead_to_each_other(preview: httpx.AsyncClient) -> None:
    assert 'href="/apercu/competences/5.1"' in (await preview.get("/apercu")).text
    page = (await preview.get("/apercu/competences/5.1")).text
    assert 'href="/apercu/epreuves/ch-a72e3rhy"' in page
    assert "acquis actifs" in page
    query = urlencode({"genre": "environment", "acquis": "gamma", "statut": "active", "texte": "corbeille"})
    found = (await preview.get(f"/apercu/epreuves?{query}")).text
    assert found.count('scope="row"') == 1
    assert "1 épreuve écrite" in found
    assert "Aucune épreuve ne correspond" in (await preview.get("/apercu/epreuves?texte=zzz")).text
    assert (await preview.get("/")).headers["location"] == "/apercu"


@pytest.mark.parametrize("page", ["", "/competences/5.1", "/epreuves", "/problemes", "/epreuves/ch-a72e3rhy"])
async def test_the_pages_are_also_in_english(preview: httpx.AsyncClient, page: str) -> None:
    found = await preview.get(f"/apercu{page}", headers={"Accept-Language": "en"})
    assert '<html lang="en">' in found.text
    assert (
        '<html lang="en">'
        in (await preview.get("/apercu/epreuves/ch-a72e3rhy", headers={"Accept-Language": "en"})).text
    )
