"""What the bank aims at, beside what it has reached. Pure."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.content.authoring.figures import Figures

LEVELS = range(1, 8)
COMPETENCES = 16
AREAS = range(1, 6)
FEWEST_TOPICS = 5


class Goal(msgspec.Struct, frozen=True):
    name: str
    reached: int
    asked: int

    @property
    def met(self) -> bool:
        return self.reached >= self.asked


def goals(found: Figures) -> tuple[Goal, ...]:
    """Every aim of the bank, in the order in which it is built: framework, challenges, tutorials, languages."""
    return tuple(_goals(found))


def _goals(found: Figures) -> Iterator[Goal]:
    levels = COMPETENCES * len(LEVELS)
    deep = sum(1 for one in found.competences for n in LEVELS if one.skills_by_level.get(n, 0) >= 2)
    yield Goal("active skills", found.skills, 400)
    yield Goal("competences with five topics", sum(one.topics >= FEWEST_TOPICS for one in found.competences), 16)
    yield Goal("levels (1 to 7, by competence) with two active skills", deep, levels)
    asked = sum(1 for one in found.competences for n in LEVELS if one.challenges_by_level.get(n))
    yield Goal("levels (1 to 7, by competence) with a challenge", asked, levels)
    yield Goal("playable challenges", found.amount.challenges, 2000)
    yield Goal("distinct ideas", found.amount.ideas, 700)
    yield Goal("active skills with three playable challenges", found.skills - len(found.thin_skills), found.skills)
    yield Goal("practical challenges (a file to open)", found.amount.practical, 250)
    yield Goal("challenges in environments", found.amount.in_environments, 250)
    yield Goal("environments asked in", len(found.environments), 17)
    for area in AREAS:
        there = sum(one.amount.challenges for one in found.competences if one.area == area)
        yield Goal(f"playable challenges in area {area}", there, 150)
    yield Goal("tutorials", found.tutorials, 400)
    yield Goal("active skills with a tutorial of each list", found.skills_with_both_tutorials, found.skills)
    translated = {one.area for one in found.competences if 0 < one.amount.challenges <= one.translated.get("en", 0)}
    yield Goal("areas with a competence all in English", len(translated), len(AREAS))
    yield Goal("target profiles", found.target_profiles, 34)
