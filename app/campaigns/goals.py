"""What a campaign aims at, resolved from the content and frozen when the campaign is created."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
        return fixed_goal(profile.challenges, index)
    return adaptive_goal({one.topic: one.level for one in profile.topics}, index)


def adaptive_goal(caps: Mapping[str, int], index: ContentIndex) -> Goal:
    """The skills of some topics up to a level of each: topic id -> highest level."""
    skills = (one for topic in caps if topic in index.topics for one in index.topics[topic].skills)
    return Goal("adaptive", tuple(one.id for one in skills if one.level <= caps[one.topic]))


def fixed_goal(challenges: Sequence[str], index: ContentIndex) -> Goal:
    """A list of challenges, asked in that order, and the skills they test."""
    return Goal("fixed", _skills_of(challenges, index), tuple(challenges))


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


def _skills_of(challenges: Sequence[str], index: ContentIndex) -> tuple[str, ...]:
    return tuple(dict.fromkeys(index.challenges[name].skill.id for name in challenges if name in index.challenges))
