"""What an organisation may aim a campaign at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.campaigns.goals import Goal, UnknownTarget, goal_of
from app.campaigns.target_profiles.definition import decode, goal_of_definition
from app.campaigns.target_profiles.tables import TargetProfile
from app.content.index import ContentIndex
from app.content.releases import current_index

CONTENT_CATEGORY = "predefined"


@dataclass(frozen=True)
class Target:
    """One of the sixteen competences, or a target profile of the content or of the service."""

    key: str
    name: str
    description: str
    category: str
    """`competence`, or one of `categories.CATEGORIES`."""
    goal: Goal

    @property
    def source(self) -> Literal["competence", "profile"]:
        return "competence" if self.category == "competence" else "profile"


async def targets_for(organisation: int) -> list[Target]:
    """Everything an organisation may choose: target profiles by name, then competences in their order."""
    index = current_index()
    profiles = [content_target(key, index) for key in index.target_profiles]
    profiles += [_stored(row, index) for row in await _rows(organisation)]
    competences = [content_target(code, index) for code in index.competences]
    return sorted(profiles, key=lambda one: one.name) + competences


async def target_for(organisation: int, key: str) -> Target:
    """The target that an organisation calls `key`. Raises UnknownTarget, also for one it may not use."""
    index = current_index()
    if key in index.competences or key in index.target_profiles:
        return content_target(key, index)
    for row in await _rows(organisation, key):
        return _stored(row, index)
    raise UnknownTarget


def content_target(key: str, index: ContentIndex) -> Target:
    """A competence or a target profile of the content. Raises UnknownTarget."""
    goal = goal_of(key, index)
    if key in index.competences:
        return Target(key, index.competences[key].name, "", "competence", goal)
    profile = index.target_profiles[key]
    return Target(key, profile.name, profile.description, CONTENT_CATEGORY, goal)


async def _rows(organisation: int, key: str | None = None) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = await TargetProfile.raw(
        "SELECT t.key, t.name, t.description, t.category, t.body FROM target_profile t"
        " WHERE t.archived_at IS NULL AND (t.public OR EXISTS (SELECT 1 FROM target_profile_share s"
        "  WHERE s.profile = t.id AND s.organisation = {})) AND ({} = '' OR t.key = {}) ORDER BY t.name, t.id",
        organisation,
        key or "",
        key or "",
    )
    return rows


def _stored(row: dict[str, str], index: ContentIndex) -> Target:
    goal = goal_of_definition(decode(row["body"]), index)
    return Target(row["key"], row["name"], row["description"], row["category"], goal)
