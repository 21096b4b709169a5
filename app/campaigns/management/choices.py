"""What a teacher chooses among when she creates a campaign: what to test, in groups; who owns it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.campaigns.goals import Goal, UnknownTarget
from app.campaigns.management.coverage import Coverage, coverage_of
from app.campaigns.target_profiles.categories import CATEGORIES
from app.campaigns.target_profiles.tables import Badge, Stage
from app.campaigns.target_profiles.targets import Target, target_for, targets_for
from app.content.index import ContentIndex
from app.content.releases import current_index
from app.organisations.tables import Membership
from app.web.messages import Message


@dataclass(frozen=True)
class Choice:
    """One line of « Que souhaitez-vous tester ? »."""

    key: str
    name: str
    english: str


@dataclass(frozen=True)
class Group:
    """Competences of a domain, or target profiles of a category."""

    name: Message
    english: Message
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Described:
    """What the chosen target covers, beside the choice."""

    target: Target
    coverage: Coverage
    stages: int
    badges: int


async def target_groups(organisation: int) -> list[Group]:
    """All that an organisation may test: profiles by category, then competences by domain."""
    targets = await targets_for(organisation)
    profiles = [one for one in targets if one.source == "profile"]
    return [*_by_category(profiles), *_by_area(targets, current_index())]


async def described(organisation: int, key: str) -> Described | None:
    """What `key` covers; None when the organisation has no such target."""
    try:
        target = await target_for(organisation, key)
    except UnknownTarget:
        return None
    stages = await Stage.count().where(Stage.target == key)
    badges = await Badge.count().where(Badge.target == key)
    return Described(target, coverage_now(target.goal), stages, badges)


def coverage_now(goal: Goal) -> Coverage:
    """What a goal covers in the content of today."""
    return coverage_of(goal, current_index())


async def team_of(organisation: int) -> dict[int, str]:
    """Who may own a campaign: user -> name, in the order of names."""
    rows = await Membership.raw(
        'SELECT u.id, u.first_name, u.last_name FROM membership m JOIN pix_user u ON u.id = m."user"'
        " WHERE m.organisation = {} AND m.disabled_at IS NULL ORDER BY u.last_name, u.first_name, u.id",
        organisation,
    )
    return {row["id"]: f"{row['first_name']} {row['last_name']}" for row in rows}


def _by_category(profiles: Iterable[Target]) -> list[Group]:
    found: dict[str, list[Choice]] = {}
    for one in profiles:
        found.setdefault(one.category, []).append(Choice(one.key, one.name, one.name))
    ordered = [key for key in CATEGORIES if key in found]
    names = {key: Message(CATEGORIES[key]) for key in ordered}
    return [Group(names[key], names[key], tuple(found[key])) for key in ordered]


def _by_area(targets: Iterable[Target], index: ContentIndex) -> list[Group]:
    keys = [one.key for one in targets if one.source == "competence"]
    competences = [index.competences[key] for key in keys]
    return [
        Group(
            Message(f"{area.code}. {area.name}"),
            Message(f"{area.code}. {area.english}"),
            tuple(
                Choice(one.code, f"{one.code} {one.name}", f"{one.code} {one.english}")
                for one in competences
                if one.area == area.code
            ),
        )
        for area in index.areas
        if any(one.area == area.code for one in competences)
    ]
