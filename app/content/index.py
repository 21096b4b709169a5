"""The current release in memory: immutable, shared by every request, the only way the other rooms read content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import msgspec
from markupsafe import Markup

from app.content.bank import StoredChallenge
from app.content.calibration import Spreads
from app.content.framework import Area, CompetenceWords, Showcase, TargetProfile, Tutorial, TutorialWords
from app.content.kinds import AnyChallenge
from app.content.media import Media
from app.content.opaque_ids import opaque
from app.content.release import FrameworkWords, Manifest
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
    language: str = "fr"
    """Of `can` and `hint`."""


@dataclass(frozen=True)
class Topic:
    """A family of skills of rising level inside a competence."""

    id: str
    title: str
    competence: str
    skills: tuple[Skill, ...]
    language: str = "fr"


@dataclass(frozen=True)
class Competence:
    """One of the sixteen; `area` is its domain, 1 to 5."""

    code: str
    name: str
    english: str
    description: str
    area: int
    topics: tuple[Topic, ...]
    language: str = "fr"
    """Of the description."""

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
    measured: tuple[float, float] | None = None
    """Its difficulty and slope on the scale of levels, when enough people answered it."""

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
    languages: Mapping[str, ContentIndex] = field(default_factory=dict)
    """The same release in the languages it is translated into, as far as it is."""
    spreads: Spreads | None = None
    """How abilities differ, when it was measured on enough people."""

    @cached_property
    def competence_of(self) -> Mapping[str, str]:
        """By topic, the code of its competence."""
        return {name: topic.competence for name, topic in self.topics.items()}

    def in_language(self, language: str) -> ContentIndex:
        """The release with the words of a language where there are some, and the French ones elsewhere."""
        return self.languages.get(language, self)

    def challenges_of(self, skill: str) -> tuple[PlayableChallenge, ...]:
        """The active challenges of a skill, in the order of their ids."""
        return self.by_skill.get(skill, ())


def build_index(release: int, manifest: bytes, bodies: Mapping[str, bytes]) -> ContentIndex:
    """The index of a stored release. `bodies` holds at least the manifest's fingerprints."""
    read = msgspec.json.decode(manifest, type=Manifest)
    areas = {code: area.code for area in read.areas for code in area.competences}
    french = dict(_competences(read, areas))
    challenges = _challenges(read, read.challenges, bodies, _skills(french))
    index = _index(release, read, french, challenges, {one.id: one for one in read.tutorials})
    languages = {}
    for language, words in read.words.items():
        competences = dict(_translated(french, words, language))
        skills = _skills(competences)
        in_french = {name: replace(one, skill=skills[one.skill.id]) for name, one in challenges.items()}
        translated = _challenges(read, read.translations.get(language, {}), bodies, skills)
        tutorials = dict(index.tutorials)
        tutorials |= {one.id: _tutorial(tutorials[one.id], one, language) for one in words.tutorials}
        languages[language] = _index(release, read, competences, in_french | translated, tutorials)
    return replace(index, languages=languages)


def _index(
    release: int,
    read: Manifest,
    competences: dict[str, Competence],
    challenges: dict[str, PlayableChallenge],
    tutorials: dict[str, Tutorial],
) -> ContentIndex:
    by_skill: dict[str, list[PlayableChallenge]] = {}
    for one in challenges.values():
        if one.body.status == "active":
            by_skill.setdefault(one.skill.id, []).append(one)
    return ContentIndex(
        release,
        read.areas,
        competences,
        {topic.id: topic for one in competences.values() for topic in one.topics},
        _skills(competences),
        challenges,
        {skill: tuple(found) for skill, found in by_skill.items()},
        tutorials,
        {one.id: one for one in read.target_profiles},
        {one.slug: one for one in read.showcase},
        spreads=read.spreads,
    )


def _challenges(
    read: Manifest, wanted: Mapping[str, str], bodies: Mapping[str, bytes], skills: Mapping[str, Skill]
) -> dict[str, PlayableChallenge]:
    decoder = msgspec.json.Decoder(StoredChallenge)
    return {
        name: _playable(decoder.decode(bodies[fingerprint]), fingerprint, skills, read.measured.get(name))
        for name, fingerprint in sorted(wanted.items())
    }


def _skills(competences: Mapping[str, Competence]) -> dict[str, Skill]:
    return {skill.id: skill for one in competences.values() for skill in one.skills}


def _translated(
    competences: Mapping[str, Competence], words: FrameworkWords, language: str
) -> Iterable[tuple[str, Competence]]:
    said = {one.competence: one for one in words.competences}
    for code, one in competences.items():
        known = said.get(code)
        yield code, one if known is None else _competence_in(one, known, language)


def _competence_in(one: Competence, words: CompetenceWords, language: str) -> Competence:
    topics = []
    for topic in one.topics:
        skills = tuple(
            replace(skill, can=found.can, hint=found.hint, language=language)
            if (found := words.skills.get(skill.id))
            else skill
            for skill in topic.skills
        )
        title = words.topics.get(topic.id)
        topics.append(
            replace(topic, skills=skills, title=title, language=language) if title else replace(topic, skills=skills)
        )
    return replace(one, description=words.description, topics=tuple(topics), language=language)


def _tutorial(french: Tutorial, words: TutorialWords, language: str) -> Tutorial:
    return msgspec.structs.replace(french, title=words.title, text=words.text, language=language)


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


def _playable(
    stored: StoredChallenge, fingerprint: str, skills: Mapping[str, Skill], measured: tuple[float, float] | None
) -> PlayableChallenge:
    body = stored.body.renamed(opaque(stored.id))
    return PlayableChallenge(stored.id, fingerprint, body, skills[stored.body.skill], stored.media, measured)
