"""The framework and what hangs on it: areas, competences, topics, skills, tutorials, target profiles, showcase."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from app.content.challenge import SkillId, TutorialId
from app.content.parts import Line, Part, Words

CompetenceCode = Annotated[str, msgspec.Meta(pattern=r"^[1-5]\.[1-4]$")]
TopicId = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9-]*[a-z0-9]$")]
Slug = Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9-]*$")]
Level = Annotated[int, msgspec.Meta(ge=1, le=8)]
PlayableId = Annotated[str, msgspec.Meta(pattern="^ch-[23456789abcdefghjkmnpqrstvwxyz]{8}(-[a-z0-9][a-z0-9-]*)?$")]

HIGHEST_LEVEL = 8
PIX_PER_LEVEL = 8
MOST_PIX_PER_SKILL = 4


class Area(Part, kw_only=True, frozen=True):
    code: Annotated[int, msgspec.Meta(ge=1, le=5)]
    name: Line
    english: Line
    competences: tuple[CompetenceCode, ...]


class Framework(Part, kw_only=True, frozen=True):
    areas: Annotated[tuple[Area, ...], msgspec.Meta(min_length=1)]


class Competence(Part, kw_only=True, frozen=True):
    code: CompetenceCode
    name: Line
    english: Line
    description: Words


class SkillEntry(Part, kw_only=True, frozen=True):
    """A skill as written in skills.yaml."""

    level: Level
    status: Literal["active", "draft"] = "active"
    """A draft is planned, with the challenges already written for it: nothing of it is in a release."""
    can: Line
    hint: Line
    tutorials: tuple[TutorialId, ...] = ()
    more: tuple[TutorialId, ...] = ()


class TopicEntry(Part, kw_only=True, frozen=True):
    id: TopicId
    title: Line
    skills: Annotated[tuple[SkillEntry, ...], msgspec.Meta(min_length=1)]


class SkillsFile(Part, kw_only=True, frozen=True):
    competence: CompetenceCode
    topics: Annotated[tuple[TopicEntry, ...], msgspec.Meta(min_length=1)]

    def without_drafts(self) -> SkillsFile:
        """The file as a release knows it: active skills, and the topics that have some."""
        kept = (
            TopicEntry(
                id=topic.id, title=topic.title, skills=tuple(one for one in topic.skills if one.status == "active")
            )
            for topic in self.topics
        )
        return SkillsFile(competence=self.competence, topics=tuple(topic for topic in kept if topic.skills))


class Tutorial(Part, kw_only=True, frozen=True):
    id: TutorialId
    title: Line
    minutes: Annotated[int, msgspec.Meta(ge=1, le=30)]
    source: Line = "Pix"
    text: Words
    language: Literal["fr", "en"] = "fr"


class SkillWords(Part, kw_only=True, frozen=True):
    """A skill in another language; `of` is the fingerprint of the French it translates."""

    of: str
    can: Line
    hint: Line


class CompetenceWords(Part, kw_only=True, frozen=True):
    """`skills.en.yaml`: a competence in another language, as far as it is translated."""

    competence: CompetenceCode
    description: Words
    topics: dict[TopicId, Line]
    skills: dict[SkillId, SkillWords]


class TutorialWords(Part, kw_only=True, frozen=True):
    """`tutorials/en/<id>.yaml`."""

    id: TutorialId
    of: str
    title: Line
    text: Words


class CappedTopic(Part, kw_only=True, frozen=True):
    """Every skill of a topic up to a level."""

    topic: TopicId
    level: Level = HIGHEST_LEVEL


class TargetProfile(Part, kw_only=True, frozen=True):
    """What a campaign is about: skills (adaptive), or a fixed list of challenges."""

    id: Slug
    name: Line
    description: Words
    topics: tuple[CappedTopic, ...] = ()
    challenges: tuple[PlayableId, ...] = ()


class Showcase(Part, kw_only=True, frozen=True):
    """A challenge playable without an account, with its card on the home page."""

    slug: Slug
    title: Line
    challenge: PlayableId
    minutes: Annotated[int, msgspec.Meta(ge=1, le=15)]


def skill_id(topic: str, level: int) -> SkillId:
    return f"{topic}-{level}"


def pix_value(skills_at_level: int) -> float:
    """Pix of one skill: 8 per level, shared by its skills in the competence, 4 each at most (evaluation 3.1)."""
    return min(float(MOST_PIX_PER_SKILL), PIX_PER_LEVEL / skills_at_level)
