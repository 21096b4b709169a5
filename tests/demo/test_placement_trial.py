"""People of known level are placed near it, on the real bank; no competence runs out of questions."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.cli import parser
from app.content import releases
from app.content.index import ContentIndex
from app.demo.placement_trial import trial
from app.evaluation.engines import ENGINES, engine_named
from app.lib.clock import now
from app.persistence.engine import Database

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
async def bank(database: Database) -> ContentIndex:
    del database
    releases.forget()
    index, _ = await releases.load_tree(CONTENT, now())
    return index


@pytest.mark.parametrize("engine", [one.name for one in ENGINES])
async def test_each_competence_places_people_near_their_level(bank: ContentIndex, engine: str) -> None:
    for competence in bank.competences.values():
        found = trial(bank, competence, engine_named(engine), 60, seed=3)
        assert found.ran_out == 0, found
        assert found.error < 1.3, found
        assert abs(found.bias) < 0.5, found
        assert found.within_one > 0.65, found


async def test_the_same_seed_gives_the_same_people(bank: ContentIndex) -> None:
    competence, engine = bank.competences["5.1"], ENGINES[0]
    first = trial(bank, competence, engine, 10, seed=7)
    assert trial(bank, competence, engine, 10, seed=7) == first
    assert trial(bank, competence, engine, 10, seed=8) != first


async def test_the_command_prints_a_row_for_each_competence(
    bank: ContentIndex, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = parser().parse_args(["simulate", "placement", "--learners", "2", "--csv"])
    assert await arguments.run(arguments) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert [row["competence"] for row in rows] == list(bank.competences)
    assert {row["learners"] for row in rows} == {"2"}
