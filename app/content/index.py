"""The current release in memory: immutable, shared by every request, the only way the other rooms read content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import msgspec
from markupsafe import Markup

from app.content.bank import StoredChallenge
from app.content.framework import Area, Showcase, TargetProfile, Tutorial
from app.content.kinds import AnyChallenge
from app.content.media import Media
from app.content.opaque_ids import opaque
from app.content.release import Manifest
from app.lib.markdown import render_inline, render_markdown


@dataclass(frozen=True)
class Skill:
    """One thing one can do, at one level (1 to 8) of a topic. `pix` is what validating it earns."""

    id: str
    topic: str
    level: int
    competence: str
    can: str
    hint: str
    tutorials: tuple[str, ...]
    more: tuple[str, ...]
    pix: float


@dataclass(frozen=True)
class Topic:
    """A family of skills of rising level inside a competence."""

    id: str
    title: str
    competence: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True)
class Competence:
    """One of the sixteen; `area` is its domain, 1 to 5."""

    code: str
    name: str
    english: str
    description: str
    area: int
    topics: tuple[Topic, ...]

    @cached_property
    def skills(self) -> tuple[Skill, ...]:
        return tuple(skill for topic in self.topics for skill in topic.skills)


@dataclass(frozen=True)
class PlayableChallenge:
    """A challenge of the release, with its skill and its files."""

    id: str
    fingerprint: str
    body: AnyChallenge
    skill: Skill
    media: tuple[Media, ...]

    @cached_property
    def instruction_html(self) -> Markup:
        return render_markdown(self.body.instruction)

    @cached_property
    def question_html(self) -> Markup:
        return render_inline(self.body.question)

    @cached_property
    def alternative_html(self) -> Markup:
        return render_markdown(self.body.alternative)

    @cached_property
    def explanation_html(self) -> Markup:
        return render_markdown(self.body.explanation)

    @property
    def tutorials(self) -> tuple[str, ...]:
        """« Pour réussir la prochaine fois »."""
        return self.skill.tutorials if self.body.tutorials is None else self.body.tutorials

    @property
    def more(self) -> tuple[str, ...]:
        """« Pour en apprendre davantage »."""
        return self.skill.more if self.body.more is None else self.body.more

    @cached_property
    def illustration(self) -> Media | None:
        return next((one for one in self.media if one.use == "illustration"), None)

    @cached_property
    def attachments(self) -> tuple[Media, ...]:
        return tuple(one for one in self.media if one.use == "attachment")


@dataclass(frozen=True)
class ContentIndex:
    """Everything of one release, by id. Orders are the authors'."""

    release: int
    areas: tuple[Area, ...]
    competences: Mapping[str, Competence]
    topics: Mapping[str, Topic]
    skills: Mapping[str, Skill]
    challenges: Mapping[str, PlayableChallenge]
    by_skill: Mapping[str, tuple[PlayableChallenge, ...]]
    tutorials: Mapping[str, Tutorial]
    target_profiles: Mapping[str, TargetProfile]
    showcase: Mapping[str, Showcase]

    def challenges_of(self, skill: str) -> tuple[PlayableChallenge, ...]:
        """The active challenges of a skill, in the order of their ids."""
        return self.by_skill.get(skill, ())


def build_index(release: int, manifest: bytes, bodies: Mapping[str, bytes]) -> ContentIndex:
    """The index of a stored release. `bodies` holds at least the manifest's fingerprints."""
    read = msgspec.json.decode(manifest, type=Manifest)
    areas = {code: area.code for area in read.areas for code in area.competences}
    competences = dict(_competences(read, areas))
    topics = {topic.id: topic for one in competences.values() for topic in one.topics}
    skills = {skill.id: skill for topic in topics.values() for skill in topic.skills}
    decoder = msgspec.json.Decoder(StoredChallenge)
    challenges = {
        name: _playable(decoder.decode(bodies[fingerprint]), fingerprint, skills)
        for name, fingerprint in sorted(read.challenges.items())
    }
    by_skill: dict[str, list[PlayableChallenge]] = {}
    for one in challenges.values():
        if one.body.status == "active":
            by_skill.setdefault(one.skill.id, []).append(one)
    return ContentIndex(
        release,
        read.areas,
        competences,
        topics,
        skills,
        challenges,
        {skill: tuple(found) for skill, found in by_skill.items()},
        {one.id: one for one in read.tutorials},
        {one.id: one for one in read.target_profiles},
        {one.slug: one for one in read.showcase},
    )


def _competences(read: Manifest, areas: Mapping[str, int]) -> Iterable[tuple[str, Competence]]:
    for one, file in zip(read.competences, read.skills, strict=True):
        topics = tuple(
            Topic(
                topic.id,
                topic.title,
                one.code,
                tuple(
                    Skill(name, topic.id, s.level, one.code, s.can, s.hint, s.tutorials, s.more, read.pix[name])
                    for s in sorted(topic.skills, key=lambda skill: skill.level)
                    for name in [f"{topic.id}-{s.level}"]
                ),
            )
            for topic in file.topics
        )
        yield one.code, Competence(one.code, one.name, one.english, one.description, areas[one.code], topics)


def _playable(stored: StoredChallenge, fingerprint: str, skills: Mapping[str, Skill]) -> PlayableChallenge:
    body = stored.body.renamed(opaque(stored.id))
    return PlayableChallenge(stored.id, fingerprint, body, skills[stored.body.skill], stored.media)
