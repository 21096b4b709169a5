"""Stages and badges as rows of their tables."""

from __future__ import annotations

import msgspec

from app.campaigns.target_profiles import tables
from app.campaigns.target_profiles.badges import Badge
from app.campaigns.target_profiles.stages import Stage


def stage_row(target: str, stage: Stage) -> tables.Stage:
    """A new row of a stage; its id is the database's."""
    return tables.Stage(
        target=target,
        threshold=stage.threshold,
        level=stage.level,
        first_skill=stage.first_skill,
        title=stage.title,
        message=stage.message,
        prescriber_title=stage.prescriber_title,
        prescriber_description=stage.prescriber_description,
    )


def badge_row(target: str, key: str, badge: Badge) -> tables.Badge:
    """A new row of a badge, under another key."""
    return tables.Badge(
        target=target,
        key=key,
        title=badge.title,
        message=badge.message,
        alt=badge.alt,
        icon=badge.icon,
        always_visible=badge.always_visible,
        certifiable=badge.certifiable,
        criteria=msgspec.json.encode(badge.criteria).decode(),
    )
