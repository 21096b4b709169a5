"""What a campaign aims at, resolved from the content and frozen when the campaign is created."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.content.index import ContentIndex, Skill
from app.lib.msgids import N_
from app.lib.refusals import Refusal


class UnknownTarget(Refusal):
    """Neither a competence nor a target profile of the content."""

    status = 422
    message = N_("Choisissez ce que vous souhaitez tester dans la liste.")


class Goal(msgspec.Struct, frozen=True, omit_defaults=True):
    """Skills to find out about (adaptive), or a list of challenges (fixed) with the skills they test."""

    method: Literal["adaptive", "fixed"]
    skills: tuple[str, ...]
    challenges: tuple[str, ...] = ()


def goal_of(target: str, index: ContentIndex) -> Goal:
    """The goal of a competence (`5.1`) or of a target profile. Raises UnknownTarget."""
    if target in index.competences:
        return Goal("adaptive", tuple(one.id for one in index.competences[target].skills))
    profile = index.target_profiles.get(target)
    if profile is None:
        raise UnknownTarget
    if profile.challenges:
        return Goal("fixed", _skills_of(profile.challenges, index), profile.challenges)
    caps = {one.topic: one.level for one in profile.topics}
    skills = (one for topic in caps for one in index.topics[topic].skills)
    return Goal("adaptive", tuple(one.id for one in skills if one.level <= caps[one.topic]))


def target_name(target: str, index: ContentIndex) -> str:
    """What a campaign tests, in words; the code itself when the content no longer has it."""
    if target in index.competences:
        return index.competences[target].name
    profile = index.target_profiles.get(target)
    return profile.name if profile else target


def encode(goal: Goal) -> str:
    return msgspec.json.encode(goal).decode()


_decoder = msgspec.json.Decoder(Goal)


def decode(text: str) -> Goal:
    return _decoder.decode(text)


def skills_by_competence(goal: Goal, index: ContentIndex) -> dict[str, list[Skill]]:
    """The skills aimed at, by competence code, in the order of the framework."""
    wanted = set(goal.skills)
    found = {
        code: [skill for skill in competence.skills if skill.id in wanted]
        for code, competence in index.competences.items()
    }
    return {code: skills for code, skills in found.items() if skills}


def _skills_of(challenges: tuple[str, ...], index: ContentIndex) -> tuple[str, ...]:
    return tuple(dict.fromkeys(index.challenges[name].skill.id for name in challenges if name in index.challenges))
