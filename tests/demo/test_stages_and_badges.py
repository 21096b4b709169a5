"""The stages and badges of the demo: of the real content, valid, made once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.campaigns.target_profiles import tables
from app.campaigns.target_profiles.badges import ICONS, criterion_faults
from app.campaigns.target_profiles.definition import caps_of
from app.campaigns.target_profiles.queries import badges_of, stages_of
from app.campaigns.target_profiles.stages import reached_stage, stage_faults
from app.campaigns.target_profiles.targets import content_target
from app.content import releases
from app.content.index import ContentIndex
from app.demo.stages_and_badges import BADGES, STAGES, TARGET, stages_and_badges
from app.lib.clock import now
from app.persistence.engine import Database
from tests.evaluation.certifying.banks import real_index

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture
async def content(database: Database) -> AsyncIterator[ContentIndex]:
    """The real content."""
    del database
    releases.forget()
    index, _ = await releases.load_tree(CONTENT, now())
    yield index
    releases.forget()


async def test_they_are_made_once_and_what_the_staff_changed_stays(content: ContentIndex) -> None:
    del content
    for _ in range(2):
        await stages_and_badges(now())
    assert len(await stages_of(TARGET)) == len(STAGES) == 5
    assert len(await badges_of(TARGET)) == len(BADGES) == 2
    await tables.Stage.update({tables.Stage.title: "changé"}, force=True)
    await stages_and_badges(now())
    assert {one.title for one in await stages_of(TARGET)} == {"changé"}


def test_they_keep_every_rule() -> None:
    content = real_index()
    goal = content_target(TARGET, content).goal
    caps = caps_of(goal, content)
    levels = [content.skills[one].level for one in goal.skills]
    assert list(stage_faults(STAGES, max(levels))) == []
    for one in BADGES:
        assert list(criterion_faults(one.criteria, caps)) == []
        assert one.icon in ICONS
        assert one.alt
    numbers = [reached.number for n in range(len(levels) + 1) if (reached := reached_stage(STAGES, n, levels))]
    assert set(numbers) == {1, 2, 3, 4, 5}
