"""The content tree, read and checked: everything that was understood, and every problem found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from app.content.calibration import Measured, Spreads
from app.content.challenge import Challenge, SkillId
from app.content.framework import (
    Competence,
    CompetenceWords,
    Framework,
    Showcase,
    SkillEntry,
    SkillsFile,
    TargetProfile,
    TopicEntry,
    Tutorial,
    TutorialWords,
)
from app.content.kinds import AnyChallenge
from app.content.media import Media
from app.content.problems import Problem
from app.content.strict_yaml import Document


class StoredChallenge(msgspec.Struct, frozen=True, omit_defaults=True):
    """A playable challenge as a release keeps it: its body and the files it uses."""

    id: str
    body: AnyChallenge
    media: tuple[Media, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where something was written: its file (relative to the root) and its lines."""

    path: Path
    document: Document

    def problem(self, at: tuple[str | int, ...], code: str, message: str, mend: str = "") -> Problem:
        line, column = self.document.mark(at)
        return Problem(self.path.as_posix(), line, column, code, message, mend)


@dataclass
class Bank:
    """What a content tree holds. Only consistent when `problems` is empty."""

    root: Path
    framework: Framework | None = None
    competences: dict[str, Competence] = field(default_factory=dict)
    skills_files: dict[str, SkillsFile] = field(default_factory=dict)
    challenges: dict[str, StoredChallenge] = field(default_factory=dict)
    translations: dict[tuple[str, str], StoredChallenge] = field(default_factory=dict)
    """Challenges in another language, by language and playable id; not the stale ones."""
    competence_words: dict[tuple[str, str], CompetenceWords] = field(default_factory=dict)
    tutorial_words: dict[tuple[str, str], TutorialWords] = field(default_factory=dict)
    stale: dict[Path, list[tuple[str, str]]] = field(default_factory=dict)
    """Translations whose French has changed since: fingerprints of what they translate, of what they should."""
    tutorials: dict[str, Tutorial] = field(default_factory=dict)
    target_profiles: dict[str, TargetProfile] = field(default_factory=dict)
    showcase: dict[str, Showcase] = field(default_factory=dict)
    measured: dict[tuple[str, int], Measured] = field(default_factory=dict)
    """By playable id and version; also of what the content no longer has."""
    spreads: Spreads | None = None
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def topics(self) -> Mapping[str, TopicEntry]:
        return {topic.id: topic for file in self.skills_files.values() for topic in file.topics}

    def skills(self) -> Mapping[SkillId, SkillEntry]:
        return {f"{topic.id}-{skill.level}": skill for topic in self.topics().values() for skill in topic.skills}

    def competence_of(self) -> Mapping[SkillId, str]:
        return {
            f"{topic.id}-{skill.level}": code
            for code, file in self.skills_files.items()
            for topic in file.topics
            for skill in topic.skills
        }

    def active(self) -> Mapping[str, Challenge]:
        """Challenges learners may be asked: active, of an active skill."""
        drafts = self.draft_skills()
        return {
            one.id: one.body
            for one in self.challenges.values()
            if one.body.status == "active" and one.body.skill not in drafts
        }

    def draft_skills(self) -> frozenset[SkillId]:
        return frozenset(name for name, skill in self.skills().items() if skill.status == "draft")
