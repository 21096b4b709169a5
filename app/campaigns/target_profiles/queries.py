"""Reads of what goes with a target: its stages, its badges."""

from __future__ import annotations

import msgspec

from app.campaigns.target_profiles import tables
from app.campaigns.target_profiles.badges import Badge, Criterion
from app.campaigns.target_profiles.stages import Stage

_criteria = msgspec.json.Decoder(tuple[Criterion, ...])


async def stages_of(target: str) -> tuple[Stage, ...]:
    """The stages of a target, in no meaningful order: `stages.ordered` needs the levels of its skills."""
    rows = await tables.Stage.select().where(tables.Stage.target == target).order_by(tables.Stage.id)
    return tuple(
        Stage(
            title=row["title"],
            message=row["message"],
            threshold=row["threshold"],
            level=row["level"],
            first_skill=bool(row["first_skill"]),
            prescriber_title=row["prescriber_title"],
            prescriber_description=row["prescriber_description"],
            id=row["id"],
        )
        for row in rows
    )


async def badges_of(target: str) -> tuple[Badge, ...]:
    """The badges of a target, in the order they were made."""
    rows = await tables.Badge.select().where(tables.Badge.target == target).order_by(tables.Badge.id)
    return tuple(
        Badge(
            id=row["id"],
            key=row["key"],
            title=row["title"],
            message=row["message"],
            alt=row["alt"],
            icon=row["icon"],
            always_visible=bool(row["always_visible"]),
            certifiable=bool(row["certifiable"]),
            criteria=_criteria.decode(row["criteria"]),
        )
        for row in rows
    )
