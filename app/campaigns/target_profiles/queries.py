"""Reads of targets, and of what goes with them: stages, badges, organisations that may use them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import msgspec

from app.accounts.identity import unaccented
from app.campaigns.goals import Goal
from app.campaigns.tables import Campaign
from app.campaigns.target_profiles import tables
from app.campaigns.target_profiles.badges import Badge, Criterion
from app.campaigns.target_profiles.definition import Definition, content_definition, decode, goal_of_definition
from app.campaigns.target_profiles.stages import Stage
from app.campaigns.target_profiles.tables import TargetProfile, TargetProfileShare
from app.campaigns.target_profiles.targets import CONTENT_CATEGORY, content_target
from app.content.index import ContentIndex
from app.content.releases import current_index
from app.lib.refusals import NotFound

Source = Literal["service", "content", "competence"]
_criteria = msgspec.json.Decoder(tuple[Criterion, ...])


@dataclass(frozen=True)
class ProfileLine:
    """A line of the list: a profile made here, one of the content, or a competence."""

    key: str
    name: str
    category: str
    """One of `categories.CATEGORIES`."""
    source: Source
    fixed: bool
    """A list of challenges, not topics."""
    topics: int
    skills: int
    stages: int
    badges: int
    organisations: int
    campaigns: int
    public: bool
    archived: bool


@dataclass(frozen=True)
class SharedWith:
    """An organisation that may use a profile."""

    id: int
    name: str
    kind: str


@dataclass(frozen=True)
class Profile:
    """One of them, whole."""

    key: str
    name: str
    category: str
    source: Source
    description: str
    comment: str
    definition: Definition
    goal: Goal
    public: bool
    created_at: datetime | None
    author: str
    archived_at: datetime | None
    campaigns: int

    @property
    def is_ours(self) -> bool:
        """Made here: its words, its state and who shares it can change."""
        return self.source == "service"


async def profile_list(words: str, category: str, *, archived: bool) -> list[ProfileLine]:
    """Those whose name holds the `words`, of a category or of any: made here by name, then those of the content."""
    index, counts = current_index(), await _counts()
    ours = [_line(row, counts, index) for row in await _rows()]
    lines = [*sorted(ours, key=lambda one: unaccented(one.name)), *_content_lines(counts, index)]
    return [
        one
        for one in lines
        if one.archived == archived and category in ("", one.category) and unaccented(words) in unaccented(one.name)
    ]


async def profile(key: str) -> Profile:
    """Raises NotFound."""
    index = current_index()
    campaigns = await Campaign.count().where((Campaign.target == key) & Campaign.deleted_at.is_null())
    if key in index.competences or key in index.target_profiles:
        return _content_profile(key, campaigns, index)
    rows = await TargetProfile.raw(
        "SELECT t.*, u.first_name, u.last_name FROM target_profile t"
        " LEFT JOIN pix_user u ON u.id = t.created_by WHERE t.key = {}",
        key,
    )
    if not rows:
        raise NotFound
    row = rows[0]
    definition = decode(row["body"])
    return Profile(
        key=row["key"],
        name=row["name"],
        category=row["category"],
        source="service",
        description=row["description"],
        comment=row["comment"],
        definition=definition,
        goal=goal_of_definition(definition, index),
        public=bool(row["public"]),
        created_at=row["created_at"],
        author=f"{row['first_name'] or ''} {row['last_name'] or ''}".strip(),
        archived_at=row["archived_at"],
        campaigns=campaigns,
    )


async def shared_with(key: str) -> list[SharedWith]:
    """The organisations that may use a profile made here, by name."""
    rows = await TargetProfileShare.raw(
        "SELECT o.id, o.name, o.kind FROM target_profile_share s JOIN organisation o ON o.id = s.organisation"
        " JOIN target_profile t ON t.id = s.profile WHERE t.key = {} ORDER BY o.search_name, o.id",
        key,
    )
    return [SharedWith(row["id"], row["name"], row["kind"]) for row in rows]


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


_COUNTED = {
    "stages": "SELECT target AS key, COUNT(*) AS n FROM stage GROUP BY target",
    "badges": "SELECT target AS key, COUNT(*) AS n FROM badge GROUP BY target",
    "campaigns": "SELECT target AS key, COUNT(*) AS n FROM campaign WHERE deleted_at IS NULL GROUP BY target",
}


async def _counts() -> dict[str, dict[str, int]]:
    counts = {}
    for name, statement in _COUNTED.items():
        counts[name] = {row["key"]: row["n"] for row in await TargetProfile.raw(statement)}
    return counts


async def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = await TargetProfile.raw(
        "SELECT t.key, t.name, t.category, t.body, t.public, t.archived_at,"
        " (SELECT COUNT(*) FROM target_profile_share s WHERE s.profile = t.id) AS organisations"
        " FROM target_profile t ORDER BY t.name, t.id"
    )
    return rows


def _line(row: Mapping[str, Any], counts: Mapping[str, Mapping[str, int]], index: ContentIndex) -> ProfileLine:
    goal = goal_of_definition(decode(row["body"]), index)
    key = row["key"]
    return ProfileLine(
        key=key,
        name=row["name"],
        category=row["category"],
        source="service",
        fixed=goal.method == "fixed",
        topics=_topics(goal, index),
        skills=len(goal.skills),
        stages=counts["stages"].get(key, 0),
        badges=counts["badges"].get(key, 0),
        organisations=row["organisations"],
        campaigns=counts["campaigns"].get(key, 0),
        public=bool(row["public"]),
        archived=row["archived_at"] is not None,
    )


def _content_lines(counts: Mapping[str, Mapping[str, int]], index: ContentIndex) -> Iterable[ProfileLine]:
    for key in (*index.target_profiles, *index.competences):
        target = content_target(key, index)
        competence = target.source == "competence"
        yield ProfileLine(
            key=key,
            name=f"{key} {target.name}" if competence else target.name,
            category="competences" if competence else CONTENT_CATEGORY,
            source="competence" if competence else "content",
            fixed=target.goal.method == "fixed",
            topics=_topics(target.goal, index),
            skills=len(target.goal.skills),
            stages=counts["stages"].get(key, 0),
            badges=counts["badges"].get(key, 0),
            organisations=0,
            campaigns=counts["campaigns"].get(key, 0),
            public=True,
            archived=False,
        )


def _content_profile(key: str, campaigns: int, index: ContentIndex) -> Profile:
    target = content_target(key, index)
    competence = target.source == "competence"
    return Profile(
        key=key,
        name=target.name,
        category="competences" if competence else CONTENT_CATEGORY,
        source="competence" if competence else "content",
        description=index.competences[key].description if competence else target.description,
        comment="",
        definition=content_definition(key, index),
        goal=target.goal,
        public=True,
        created_at=None,
        author="",
        archived_at=None,
        campaigns=campaigns,
    )


def _topics(goal: Goal, index: ContentIndex) -> int:
    return len({index.skills[one].topic for one in goal.skills if one in index.skills})
