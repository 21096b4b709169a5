"""The questions of the test on the profile: what the candidate is said to master, asked otherwise. Pure.

Source: facts of certification, section A2.1, « picking ».
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

MOST_BY_COMPETENCE: Final = 3


@dataclass(frozen=True, slots=True)
class ValidatedSkill:
    """A skill validated directly, and its playable challenges."""

    id: str
    topic: str
    level: int
    challenges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PickedChallenge:
    """A question of the test."""

    competence: str
    skill: str
    challenge: str


def pick(
    validated: Iterable[tuple[str, Sequence[ValidatedSkill]]],
    played: Collection[str],
    seed: int,
    most: int = MOST_BY_COMPETENCE,
    nearby: Collection[str] = (),
) -> tuple[PickedChallenge, ...]:
    """At most `most` questions for each competence, hence 48.

    `validated`: by code of certifiable competence (level 1 or more), in order. `played`: the challenges answered
    before, to be avoided. `seed`: the assessment's number. `nearby`: those of the tests of neighbours, to be avoided
    too, as long as others were not played before.
    """
    return tuple(
        PickedChallenge(code, skill.id, _drawn(skill, played, nearby, Random(f"{seed} {skill.id}")))
        for code, skills in validated
        for skill in _hardest(skills, most)
    )


def _hardest(skills: Sequence[ValidatedSkill], most: int) -> Sequence[ValidatedSkill]:
    """By decreasing level; at one level, first those of topics not picked yet."""
    left = [one for one in skills if one.challenges]
    chosen: list[ValidatedSkill] = []
    while left and len(chosen) < most:
        topics = {one.topic for one in chosen}
        best = min(left, key=lambda one: (-one.level, one.topic in topics))
        left.remove(best)
        chosen.append(best)
    return chosen


def _drawn(skill: ValidatedSkill, played: Collection[str], nearby: Collection[str], random: Random) -> str:
    fresh = [one for one in skill.challenges if one not in played] or list(skill.challenges)
    return random.choice([one for one in fresh if one not in nearby] or fresh)
