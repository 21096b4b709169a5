"""The verbs of the stages and badges of a target. Each is noted in the log, and safe to repeat.

Once a campaign uses the target, criteria do not move: what its teachers read must keep its meaning. Words may change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import msgspec

from app.accounts.audit import record
from app.campaigns.tables import Campaign
from app.campaigns.target_profiles import tables
from app.campaigns.target_profiles.badges import Badge
from app.campaigns.target_profiles.queries import badges_of, stages_of
from app.campaigns.target_profiles.refusals import CriteriaFrozen
from app.campaigns.target_profiles.rows import badge_row, stage_row
from app.campaigns.target_profiles.stages import Stage
from app.campaigns.target_profiles.target_profiles import key_of
from app.lib.refusals import NotFound
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction


async def is_used(target: str) -> bool:
    """Whether a campaign aims at it."""
    return await Campaign.exists().where((Campaign.target == target) & Campaign.deleted_at.is_null())


async def save_stages(target: str, stages: Sequence[Stage], by: int | None, now: datetime) -> None:
    """Replaces the whole set. Raises CriteriaFrozen when a campaign uses the target and a criterion would move."""
    try:
        await _replace_stages(target, stages, by, now)
    except Exception as error:
        if not is_unique_violation(error):
            raise
        await _replace_stages(target, stages, by, now)  # another set came at the same moment: this one follows it


async def create_badge(target: str, badge: Badge, by: int | None, now: datetime, *, sending: str) -> str:
    """A new badge; its key. `sending`: what makes one form different from another."""
    key = key_of(f"{target} {sending}", "bd-")
    try:
        async with write_transaction():
            await tables.Badge.insert(badge_row(target, key, badge))
            await record("badge.saved", by=by, kind="badge", subject=key, at=now, title=badge.title)
    except Exception as error:
        if not is_unique_violation(error):
            raise
    return key


async def edit_badge(target: str, badge: Badge, by: int, now: datetime) -> None:
    """Changes it. Raises NotFound, or CriteriaFrozen when a campaign uses the target and its criteria would move."""
    async with write_transaction():
        before = next((one for one in await badges_of(target) if one.id == badge.id), None)
        if before is None:
            raise NotFound
        if replace(badge, key=before.key) == before:
            return
        if badge.criteria != before.criteria and await is_used(target):
            raise CriteriaFrozen
        await tables.Badge.update(
            {
                tables.Badge.title: badge.title,
                tables.Badge.message: badge.message,
                tables.Badge.alt: badge.alt,
                tables.Badge.icon: badge.icon,
                tables.Badge.always_visible: badge.always_visible,
                tables.Badge.certifiable: badge.certifiable,
                tables.Badge.criteria: msgspec.json.encode(badge.criteria).decode(),
            }
        ).where(tables.Badge.id == badge.id)
        await record("badge.saved", by=by, kind="badge", subject=before.key, at=now, title=badge.title)


async def delete_badge(target: str, badge: int, by: int, now: datetime) -> None:
    """Nobody has it any more; deleting it again does nothing."""
    async with write_transaction():
        gone = (
            await tables.Badge.delete()
            .where((tables.Badge.id == badge) & (tables.Badge.target == target))
            .returning(tables.Badge.key, tables.Badge.title)
        )
        for row in gone:
            await record("badge.deleted", by=by, kind="badge", subject=row["key"], at=now, title=row["title"])


async def _replace_stages(target: str, stages: Sequence[Stage], by: int | None, now: datetime) -> None:
    async with write_transaction():
        before = await stages_of(target)
        if [_without_id(one) for one in before] == [_without_id(one) for one in stages]:
            return
        same = sorted(map(_criterion, before)) == sorted(map(_criterion, stages))
        if before and not same and await is_used(target):
            raise CriteriaFrozen
        await tables.Stage.delete().where(tables.Stage.target == target)
        if stages:
            await tables.Stage.insert(*(stage_row(target, one) for one in stages))
        await record("stages.changed", by=by, kind="target", subject=target, at=now, count=len(stages))


def _without_id(stage: Stage) -> Stage:
    return replace(stage, id=0)


def _criterion(stage: Stage) -> tuple[bool, int, int]:
    none = -1
    return (
        stage.first_skill,
        none if stage.threshold is None else stage.threshold,
        none if stage.level is None else stage.level,
    )
