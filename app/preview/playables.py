"""A challenge of the tree as learners would meet it in a language, whatever is wrong elsewhere. Pure."""

from __future__ import annotations

import msgspec

from app.content.bank import Bank, StoredChallenge
from app.content.framework import Tutorial
from app.content.index import ContentIndex, PlayableChallenge, Skill
from app.content.opaque_ids import opaque
from app.content.release import fingerprint_of
from app.content.translations import LANGUAGES

FRENCH = "fr"


def languages_of(bank: Bank, name: str) -> tuple[str, ...]:
    """Those it may be met in."""
    return (FRENCH, *(one for one in LANGUAGES if (one, name) in bank.translations))


def playable_in(bank: Bank, name: str, language: str) -> PlayableChallenge | None:
    """The challenge with the words of a language, the French ones when it has none; none when it is not readable."""
    stored = bank.translations.get((language, name)) or bank.challenges.get(name)
    return None if stored is None else _playable(bank, stored, language)


def index_for(bank: Bank, playable: PlayableChallenge, language: str) -> ContentIndex:
    """A release of this challenge alone, with the tutorials it leads to."""
    tutorials = {
        name: tutorial_in(bank, bank.tutorials[name], language)
        for name in (*playable.tutorials, *playable.more)
        if name in bank.tutorials
    }
    challenges = {playable.id: playable}
    return ContentIndex(0, (), {}, {}, {playable.skill.id: playable.skill}, challenges, {}, tutorials, {}, {})


def tutorial_in(bank: Bank, tutorial: Tutorial, language: str) -> Tutorial:
    words = bank.tutorial_words.get((language, tutorial.id))
    if words is None:
        return tutorial
    return msgspec.structs.replace(tutorial, title=words.title, text=words.text, language=language)


def _playable(bank: Bank, stored: StoredChallenge, language: str) -> PlayableChallenge:
    body = stored.body.renamed(opaque(stored.id))
    fingerprint = fingerprint_of(msgspec.json.encode(stored))
    return PlayableChallenge(stored.id, fingerprint, body, _skill(bank, stored.body.skill, language), stored.media)


def _skill(bank: Bank, name: str, language: str) -> Skill:
    """A skill that is not in the framework has its name and nothing else."""
    topic, _, level = name.rpartition("-")
    entry, competence = bank.skills().get(name), bank.competence_of().get(name, "")
    if entry is None:
        return Skill(name, topic, int(level), competence, "", "", (), (), 0.0)
    words = bank.competence_words.get((language, competence))
    said = words.skills.get(name) if words else None
    can, hint = (said.can, said.hint) if said else (entry.can, entry.hint)
    return Skill(
        *(name, topic, entry.level, competence, can, hint, entry.tutorials, entry.more, 0.0),
        language=language if said else FRENCH,
    )
