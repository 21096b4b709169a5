"""What a change reaches: challenges, their skills, their competences, the target profiles that hold them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.content.authoring.changes import Changes
from app.content.bank import Bank


@dataclass(frozen=True)
class Impact:
    challenges: tuple[str, ...]
    skills: tuple[str, ...]
    competences: tuple[str, ...]
    target_profiles: tuple[str, ...]
    showcase: tuple[str, ...]
    stale: tuple[str, ...]
    """Translations whose French has changed: learners read the French until they follow."""


def impact(before: Bank, after: Bank, changes: Changes) -> Impact:
    challenges = changes.challenges()
    bodies = {**before.challenges, **after.challenges}
    skills = {bodies[name].body.skill for name in challenges}
    skills |= {*changes.skills_added, *changes.skills_worded, *changes.skills_deleted}
    competence_of = {**before.competence_of(), **after.competence_of()}
    return Impact(
        challenges=challenges,
        skills=tuple(sorted(skills)),
        competences=tuple(sorted({competence_of[name] for name in skills if name in competence_of})),
        target_profiles=tuple(_profiles(after, set(challenges), skills)),
        showcase=tuple(sorted(slug for slug, one in after.showcase.items() if one.challenge in challenges)),
        stale=tuple(sorted(path.as_posix() for path in after.stale.keys() - before.stale.keys())),
    )


def told(reached: Impact, changes: Changes) -> Iterator[str]:
    """Lines for the terminal and for a reviewer."""
    yield (
        f"{len(changes.added)} challenges added, {len(changes.retired)} retired, {len(changes.deleted)} deleted, "
        f"{len(changes.measured)} changed in what is measured, {len(changes.worded)} changed in words only."
    )
    for title, names in (
        ("Challenges", reached.challenges),
        ("Skills", reached.skills),
        ("Competences", reached.competences),
        ("Target profiles", reached.target_profiles),
        ("Showcase", reached.showcase),
    ):
        yield f"{title} affected ({len(names)}): {', '.join(names) or 'none'}"
    yield f"Translations gone stale ({len(reached.stale)}): {', '.join(reached.stale) or 'none'}"


def _profiles(bank: Bank, challenges: set[str], skills: set[str]) -> Iterator[str]:
    for name, profile in sorted(bank.target_profiles.items()):
        held = {f"{capped.topic}-{level}" for capped in profile.topics for level in range(1, capped.level + 1)}
        if held & skills or challenges & set(profile.challenges):
            yield name
