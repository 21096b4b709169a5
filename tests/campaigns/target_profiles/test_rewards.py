"""The verbs of stages and badges: repeated, at the same moment, once a campaign uses the target."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from app.accounts.tables import AuditEvent
from app.campaigns.target_profiles.badges import Badge, Criterion
from app.campaigns.target_profiles.queries import badges_of, stages_of
from app.campaigns.target_profiles.refusals import CriteriaFrozen
from app.campaigns.target_profiles.rewards import create_badge, delete_badge, edit_badge, save_stages
from app.campaigns.target_profiles.stages import Stage
from app.lib.clock import now
from app.lib.refusals import NotFound
from tests.campaigns.conftest import NewOne
from tests.cast import Cast

TARGET = "decouverte"
STAGES = (
    Stage("au départ", "Tout commence ici !", threshold=0),
    Stage("en route", "Le premier pas est fait.", first_skill=True),
    Stage("expert", "Rien ne vous arrête.", threshold=80),
)
BY_LEVEL = (Stage("au départ", "Tout commence ici !", level=0), Stage("niveau 2", "Bravo.", level=2))
BADGE = Badge(0, "", "Tout alpha", "Bravo.", "Une étoile", "star", True, False, (Criterion(80, {"alpha": 3}),))


async def titles(target: str = TARGET) -> list[str]:
    return [one.title for one in await stages_of(target)]


async def actions() -> list[str]:
    return [row["action"] for row in await AuditEvent.select(AuditEvent.action).order_by(AuditEvent.id)]


@pytest.fixture
async def ada(cast: Cast) -> int:
    return await cast.person("ada")


@pytest.mark.usefixtures("world")
async def test_a_set_replaces_the_one_before_and_only_that_of_its_target(ada: int) -> None:
    await save_stages("1.1", STAGES, ada, now())
    await save_stages(TARGET, STAGES, ada, now())
    await save_stages(TARGET, BY_LEVEL, ada, now())
    assert await titles() == ["au départ", "niveau 2"]
    assert await titles("1.1") == ["au départ", "en route", "expert"]


@pytest.mark.usefixtures("world")
async def test_the_same_set_sent_again_is_noted_once(ada: int) -> None:
    for _ in range(2):
        await save_stages(TARGET, STAGES, ada, now())
    assert await actions() == ["stages.changed"]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("before", [(), STAGES[:1]])
async def test_sets_sent_at_the_same_moment_do_not_add_up(ada: int, before: tuple[Stage, ...]) -> None:
    await save_stages(TARGET, before, ada, now())
    at = now()
    await asyncio.gather(*(save_stages(TARGET, STAGES, ada, at) for _ in range(5)))
    assert sorted(await titles()) == ["au départ", "en route", "expert"]


async def test_once_a_campaign_uses_the_target_words_change_and_criteria_do_not(ada: int, new_campaign: NewOne) -> None:
    await save_stages(TARGET, STAGES, ada, now())
    await new_campaign("KXMTRB742")
    moved = (*STAGES[:2], replace(STAGES[2], threshold=90))
    for refused in (moved, STAGES[:2], (), BY_LEVEL):
        with pytest.raises(CriteriaFrozen):
            await save_stages(TARGET, refused, ada, now())
    await save_stages(TARGET, (*STAGES[:2], replace(STAGES[2], title="hors pair")), ada, now())
    assert await titles() == ["au départ", "en route", "hors pair"]


@pytest.mark.usefixtures("world")
async def test_a_badge_sent_at_the_same_moment_is_one_badge(ada: int) -> None:
    at = now()
    keys = await asyncio.gather(*(create_badge(TARGET, BADGE, ada, at, sending="un jeton") for _ in range(5)))
    (made,) = await badges_of(TARGET)
    assert set(keys) == {made.key}
    assert await actions() == ["badge.saved"]
    await create_badge(TARGET, BADGE, ada, at, sending="un autre jeton")
    assert len({one.key for one in await badges_of(TARGET)}) == 2


async def test_a_badge_that_a_campaign_uses_keeps_its_criteria(ada: int, new_campaign: NewOne) -> None:
    await create_badge(TARGET, BADGE, ada, now(), sending="un jeton")
    (made,) = await badges_of(TARGET)
    await new_campaign("KXMTRB742")
    with pytest.raises(CriteriaFrozen):
        await edit_badge(TARGET, replace(made, criteria=(Criterion(50),)), ada, now())
    changed = replace(made, title="Alpha en entier", icon="key", always_visible=False)
    for _ in range(2):
        await edit_badge(TARGET, changed, ada, now())
    assert await badges_of(TARGET) == (changed,)
    assert await actions() == ["badge.saved", "campaign.created", "badge.saved"]


@pytest.mark.usefixtures("world")
async def test_a_badge_is_deleted_once_and_only_through_its_target(ada: int) -> None:
    await create_badge(TARGET, BADGE, ada, now(), sending="un jeton")
    (made,) = await badges_of(TARGET)
    await delete_badge("rentree", made.id, ada, now())
    assert await badges_of(TARGET) == (made,)
    for _ in range(2):
        await delete_badge(TARGET, made.id, ada, now())
    assert await badges_of(TARGET) == ()
    assert await actions() == ["badge.saved", "badge.deleted"]
    with pytest.raises(NotFound):
        await edit_badge(TARGET, made, ada, now())
