"""`pix content calibrate` on answers really recorded."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from app.accounts import people
from app.content import calibration
from app.content.checks import check
from app.content.index import ContentIndex
from app.content.reading import read_tree
from app.demo.playing import play
from app.demo.simulated_learner import Ability
from app.evaluation import assessments
from app.evaluation.belief.grid import edge_of
from app.evaluation.calibration.commands import run_calibrate
from app.evaluation.calibration.recorded import recorded
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer
from app.lib.clock import now
from tests.conftest import WORLD

Played = Callable[[int], None]


@pytest.fixture
async def answered(world: ContentIndex) -> int:
    """Twelve people answered a list of every kind of challenge, twice for the first of them; how many answers."""
    scope = Scope("Essai", "/", "/", method="fixed", challenges=tuple(world.challenges), retry_days=None)
    for number in range(12):
        user = await people.create_user(first_name="Zoé", last_name=f"N{number}", email=f"z{number}@exemple.fr")
        for again in range(2 if number == 0 else 1):
            at = now() - timedelta(days=3 - again)
            assessment = await assessments.start(user, scope, "reference", "fr", at)
            await play(assessment, user, Ability(number / 2, {}), Random(number + 100 * again), at)
    return await Answer.count()


async def test_the_first_answer_of_each_person_to_each_challenge_counts(answered: int, world: ContentIndex) -> None:
    found = await recorded()
    assert len(found.people) == 12
    assert {len(one) for one in found.people.values()} == {len(world.challenges)}
    assert answered == 13 * len(world.challenges)
    assert found.skills == {(one.id, one.body.version): one.skill.id for one in world.challenges.values()}


async def test_files_are_written_and_read_again(
    answered: int, world: ContentIndex, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del answered
    known = await recorded()
    assert await run_calibrate(argparse.Namespace(into=tmp_path, at_least=2)) == 0
    rows = calibration.read(tmp_path)
    assert set(rows) == set(known.skills)
    for (name, version), row in rows.items():
        given = [one[name, version] for one in known.people.values()]
        assert (row.answers, row.successes) == (len(given), sum(given))
        assert row.skill == world.challenges[name].skill.id
    assert "suspicious" in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        {f"{world.skills[row.skill].competence}.csv" for row in rows.values()} | {"spreads.yaml"}
    )


async def test_what_is_written_can_be_loaded(answered: int, tmp_path: Path) -> None:
    del answered
    tree = Path(shutil.copytree(WORLD, tmp_path / "content"))
    assert await run_calibrate(argparse.Namespace(into=tree / "calibration", at_least=2)) == 0
    bank = read_tree(tree)
    assert check(bank) == []
    assert bank.spreads is not None
    assert bank.spreads.people == 12
    for row in bank.measured.values():
        assert row.level_difficulty == pytest.approx(edge_of(int(row.skill.rpartition("-")[2])), abs=2)
        assert row.level_slope is not None
        assert row.curve is None, "twelve answers are too few"


async def test_without_any_answer_nothing_is_written(world: ContentIndex, tmp_path: Path) -> None:
    del world
    assert await run_calibrate(argparse.Namespace(into=tmp_path / "calibration", at_least=2)) == 0
    assert not (tmp_path / "calibration").exists()
