"""Loading the content: what is served, what is kept for ever."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.content import releases
from app.content.tables import ChallengeBody, ContentRelease, MediaFile
from app.lib.clock import now
from app.persistence.engine import Database
from tests.conftest import WORLD
from tests.content.bad_examples import SKILLS, challenge, replace

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def tree(tmp_path: Path, database: Database) -> Path:
    del database
    releases.forget()
    return Path(shutil.copytree(WORLD, tmp_path / "content"))


async def test_loading_makes_the_content_current(tree: Path) -> None:
    index, new = await releases.load_tree(tree, now())
    assert new
    assert releases.current_index() is index
    assert len(index.challenges) == await ChallengeBody.count() == 27
    assert {one.fingerprint for item in index.challenges.values() for one in item.media} == {
        row["fingerprint"] for row in await MediaFile.select(MediaFile.fingerprint)
    }


async def test_loading_the_same_tree_again_changes_nothing(tree: Path) -> None:
    first, _ = await releases.load_tree(tree, now())
    second, new = await releases.load_tree(tree, now())
    assert not new
    assert second.release == first.release
    assert await ContentRelease.count() == 1


async def test_an_edited_challenge_keeps_its_former_body_and_the_old_release_can_still_be_read(tree: Path) -> None:
    old, _ = await releases.load_tree(tree, now())
    path = challenge(tree, "date")
    replace(path, "2026-05-12", "2027-05-12")
    new, _ = await releases.load_tree(tree, now())
    name = path.parent.name[:11]
    assert await ChallengeBody.count() == 28
    assert new.challenges[name].body.grade({"": ("12/05/2027",)}).ok
    releases.forget()
    await releases.refresh()
    again = await releases.index_of(old.release)
    assert again.challenges[name].body.grade({"": ("12/05/2026",)}).ok
    assert releases.current_index().release == new.release


async def test_going_back_to_a_former_tree_serves_it_again(tree: Path) -> None:
    first, _ = await releases.load_tree(tree, now())
    replace(challenge(tree, "date"), "2026-05-12", "2027-05-12")
    await releases.load_tree(tree, now())
    replace(challenge(tree, "date"), "2027-05-12", "2026-05-12")
    third, new = await releases.load_tree(tree, now())
    assert new
    assert third.release == first.release


async def test_a_tree_with_problems_stores_nothing(tree: Path) -> None:
    replace(challenge(tree, "date"), "kind: date", "kind: jour")
    with pytest.raises(releases.ContentRefused) as refused:
        await releases.load_tree(tree, now())
    assert refused.value.problems
    assert await ContentRelease.count() == 0


async def test_a_retired_challenge_is_readable_but_no_longer_asked(tree: Path) -> None:
    path = challenge(tree, "multiple_choice")
    replace(path, "status: active", "status: retired")
    index, _ = await releases.load_tree(tree, now())
    retired = index.challenges[path.parent.name[:11]]
    assert retired not in index.challenges_of(retired.skill.id)


async def test_without_any_content_pages_say_so(database: Database) -> None:
    del database
    releases.forget()
    assert not await releases.refresh()
    with pytest.raises(releases.NoRelease):
        releases.current_index()
    assert releases.NoRelease.status == 503


async def test_a_draft_skill_and_its_challenges_stay_out_of_the_release(tree: Path) -> None:
    whole, _ = await releases.load_tree(tree, now())
    replace(tree / SKILLS, "level: 4", "level: 4\n        status: draft")
    part, _ = await releases.load_tree(tree, now())
    gone = whole.skills.keys() - part.skills.keys()
    assert len(gone) == 1
    assert {name for name in whole.challenges if name not in part.challenges} == {
        name for name, one in whole.challenges.items() if one.body.skill in gone
    }
