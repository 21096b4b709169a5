"""A new calibration counts for the assessments that begin after it was loaded; those that run do not change."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from app.accounts import people
from app.content import calibration, releases
from app.content.calibration import Measured, Spreads
from app.content.index import ContentIndex
from app.demo.playing import play
from app.demo.simulated_learner import Ability
from app.evaluation import assessments, runs
from app.evaluation.belief.spreads import USUAL
from app.evaluation.engines import ENGINES, engine_named
from app.evaluation.placement import Ask, Situation
from app.evaluation.runs import Run
from app.evaluation.scope import Scope
from app.lib.clock import now
from tests.conftest import WORLD

SPREADS = Spreads(people=300, mean=2.5, general=0.6, competence=0.4, topic=0.5)


async def load_what_was_measured(index: ContentIndex, folder: Path) -> ContentIndex:
    """Every challenge is harder than its level says, by a level and a half, and abilities are as in SPREADS."""
    tree = Path(shutil.copytree(WORLD, folder / "content"))
    rows = [
        Measured(one.id, one.body.version, one.skill.id, 90, 45, 1.0, 0.1, 0.0, 0.1, one.skill.level + 1.0, 2.2)
        for one in index.challenges.values()
    ]
    calibration.write(tree / "calibration", "1.1", rows)
    calibration.write_spreads(tree / "calibration", SPREADS)
    found, new = await releases.load_tree(tree, now())
    assert new
    return found


async def began(index: ContentIndex, engine: str) -> Run:
    """Three answers of an adaptive assessment on everything."""
    user = await people.create_user(first_name="Zoé", last_name="Lune", email=f"{engine}{index.release}@exemple.fr")
    scope = Scope("Essai", "/", "/", skills=tuple(index.skills), retry_days=None)
    at = now()
    assessment = await assessments.start(user, scope, engine, "fr", at)
    await play(assessment, user, Ability(3.0, {}), Random(4), at, most=3)
    return await runs.load(assessment, user)


@pytest.mark.parametrize("engine", [one.name for one in ENGINES])
async def test_a_running_assessment_keeps_what_it_began_with(world: ContentIndex, tmp_path: Path, engine: str) -> None:
    before = await began(world, engine)
    await load_what_was_measured(world, tmp_path)
    runs.forget()
    releases.forget()
    await releases.refresh()
    after = await runs.load(before.id, before.user)
    assert after.release == before.release != releases.current_index().release
    assert after.prepared.spreads == USUAL
    assert after.situation == before.situation
    assert after.choose() == before.choose()
    assert after.progress() == before.progress()


async def test_an_assessment_started_after_is_told_what_was_measured(world: ContentIndex, tmp_path: Path) -> None:
    index = await load_what_was_measured(world, tmp_path)
    run = await began(index, "bayesian")
    spreads = run.prepared.spreads
    assert (spreads.mean, spreads.general, spreads.competence, spreads.topic) == (2.5, 0.6, 0.4, 0.5)
    for topic in run.prepared.topics:
        for skill in topic.skills:
            assert {one.measured for one in skill.questions} == {(skill.level + 1.0, 2.2)}
    assert [(one.curve.difficulty, one.curve.slope) for one in run.situation.given] == [
        (one.level + 1.0, 2.2) for one in run.situation.given
    ]


async def test_what_was_measured_changes_what_is_asked(world: ContentIndex, tmp_path: Path) -> None:
    usual = await began(world, "bayesian")
    measured = await began(await load_what_was_measured(world, tmp_path), "bayesian")
    assert first_skills(usual) != first_skills(measured)


def first_skills(run: Run) -> set[str | None]:
    """What may be asked first of somebody of whom nothing is known."""
    engine = engine_named("bayesian")
    choices = [engine.next(run.prepared, Situation({}, (), last_timed=False, seed=seed)) for seed in range(20)]
    return {one.skill_id for one in choices if isinstance(one, Ask)}
