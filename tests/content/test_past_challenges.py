"""A question that was answered is shown as it was, even edited since, even gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.content import releases
from app.content.past_challenges import as_they_were, skill_called
from app.lib.clock import now
from app.persistence.engine import Database
from tests.conftest import WORLD
from tests.content.bad_examples import challenge, replace

pytestmark = pytest.mark.usefixtures("database")
DATE, FOCUSED = "ch-3mme393k", "ch-jhycsgbn"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    releases.forget()
    return Path(shutil.copytree(WORLD, tmp_path / "content"))


async def test_what_did_not_change_is_in_memory(tree: Path, database: Database) -> None:
    index, _ = await releases.load_tree(tree, now())
    before = database.query_id
    fingerprint = index.challenges[DATE].fingerprint
    assert await as_they_were({fingerprint: DATE}) == {fingerprint: index.challenges[DATE]}
    assert database.query_id == before


async def test_what_changed_or_went_is_read_in_one_query(tree: Path, database: Database) -> None:
    old, _ = await releases.load_tree(tree, now())
    replace(challenge(tree, "date"), "2026-05-12", "2027-05-12")
    shutil.rmtree(next(tree.glob(f"challenges/*/*/{FOCUSED}*")))
    await releases.load_tree(tree, now())
    wanted = {old.challenges[name].fingerprint: name for name in (DATE, FOCUSED)}
    before = database.query_id
    found = await as_they_were(wanted)
    assert database.query_id - before == 1
    assert found == {old.challenges[name].fingerprint: old.challenges[name] for name in (DATE, FOCUSED)}


async def test_what_was_never_there_is_left_out(tree: Path) -> None:
    await releases.load_tree(tree, now())
    assert await as_they_were({"nothing": DATE}) == {}


async def test_a_skill_that_the_content_lost_keeps_its_topic_and_its_level(tree: Path) -> None:
    index, _ = await releases.load_tree(tree, now())
    assert skill_called("alpha-2", index) is index.skills["alpha-2"]
    lost = skill_called("long-gone-4", index)
    assert (lost.topic, lost.level, lost.competence, lost.tutorials) == ("long-gone", 4, "", ())
