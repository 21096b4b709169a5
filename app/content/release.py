"""A release: everything learners may meet, frozen. Built from a checked bank; stored as JSON; never changed."""

from __future__ import annotations

import hashlib
from collections import Counter

import msgspec

from app.content.bank import Bank, StoredChallenge
from app.content.calibration import ENOUGH_PEOPLE, Spreads
from app.content.framework import (
    Area,
    Competence,
    CompetenceWords,
    Showcase,
    SkillsFile,
    TargetProfile,
    Tutorial,
    TutorialWords,
    pix_value,
    skill_id,
)
from app.content.translations import LANGUAGES


class Manifest(msgspec.Struct, frozen=True, omit_defaults=True):
    """The release without the bodies: `challenges` gives the fingerprint of each body by playable id."""

    areas: tuple[Area, ...]
    competences: tuple[Competence, ...]
    skills: tuple[SkillsFile, ...]
    pix: dict[str, float]
    tutorials: tuple[Tutorial, ...]
    target_profiles: tuple[TargetProfile, ...]
    showcase: tuple[Showcase, ...]
    challenges: dict[str, str]
    translations: dict[str, dict[str, str]] = {}
    """The same by language, for the challenges that have words in it."""
    words: dict[str, FrameworkWords] = {}
    measured: dict[str, tuple[float, float]] = {}
    """Difficulty and slope on the scale of levels, by playable id, of the challenges answered enough."""
    spreads: Spreads | None = None
    """None: the usual ones. Like what was not measured, not written, so that it changes no fingerprint."""


class FrameworkWords(msgspec.Struct, frozen=True):
    """The competences and the tutorials in another language, as far as they are translated."""

    competences: tuple[CompetenceWords, ...]
    tutorials: tuple[TutorialWords, ...]


class Release(msgspec.Struct, frozen=True):
    fingerprint: str
    manifest: bytes
    playable: dict[str, str]
    """Playable id by fingerprint of the body, in every language."""
    bodies: dict[str, bytes]
    """Body by fingerprint."""


def build_release(bank: Bank) -> Release:
    """The release of a bank without problems: active challenges and retired ones (still to be read), no draft,
    and nothing of a draft skill."""
    bodies: dict[str, bytes] = {}
    playable: dict[str, str] = {}
    drafts = bank.draft_skills()

    def kept(stored: StoredChallenge) -> str:
        encoded = msgspec.json.encode(stored)
        name = fingerprint_of(encoded)
        bodies[name], playable[name] = encoded, stored.id
        return name

    challenges = {
        stored.id: kept(stored)
        for stored in bank.challenges.values()
        if stored.body.status != "draft" and stored.body.skill not in drafts
    }
    translations: dict[str, dict[str, str]] = {}
    for (language, name), stored in bank.translations.items():
        if name in challenges:
            translations.setdefault(language, {})[name] = kept(stored)
    manifest = msgspec.json.encode(_manifest(bank, challenges, translations))
    return Release(fingerprint_of(manifest), manifest, playable, bodies)


def fingerprint_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def _manifest(bank: Bank, challenges: dict[str, str], translations: dict[str, dict[str, str]]) -> Manifest:
    assert bank.framework is not None
    order = [code for area in bank.framework.areas for code in area.competences]
    return Manifest(
        areas=bank.framework.areas,
        competences=tuple(bank.competences[code] for code in order),
        skills=tuple(bank.skills_files[code].without_drafts() for code in order),
        pix=_pix_values(bank),
        tutorials=tuple(bank.tutorials.values()),
        target_profiles=tuple(bank.target_profiles.values()),
        showcase=tuple(bank.showcase.values()),
        challenges=challenges,
        translations=translations,
        words={language: _words(bank, language) for language in LANGUAGES},
        measured=_measured(bank, challenges),
        spreads=bank.spreads if bank.spreads and bank.spreads.people >= ENOUGH_PEOPLE else None,
    )


def _measured(bank: Bank, challenges: dict[str, str]) -> dict[str, tuple[float, float]]:
    """The curves that may be used, of the versions of the release."""
    found = {name: bank.measured.get((name, bank.challenges[name].body.version)) for name in sorted(challenges)}
    return {name: one.curve for name, one in found.items() if one and one.curve}


def _words(bank: Bank, language: str) -> FrameworkWords:
    return FrameworkWords(
        tuple(words for (one, _), words in bank.competence_words.items() if one == language),
        tuple(words for (one, _), words in bank.tutorial_words.items() if one == language),
    )


def _pix_values(bank: Bank) -> dict[str, float]:
    skills = [
        (code, topic.id, skill.level)
        for code, file in bank.skills_files.items()
        for topic in file.without_drafts().topics
        for skill in topic.skills
    ]
    levels = Counter((code, level) for code, _, level in skills)
    return {skill_id(topic, level): pix_value(levels[code, level]) for code, topic, level in skills}
