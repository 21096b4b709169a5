"""Reads what is translated: `en.yaml` beside a challenge, `skills.en.yaml`, `tutorials/en/`; stale words stay out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.content.bank import Bank, Source
from app.content.challenge import Challenge
from app.content.framework import CompetenceWords, SkillEntry, Tutorial, TutorialWords
from app.content.shape import struct_from
from app.content.translations import YOUR_ANSWER, faults_of, fingerprint_of, left_to_do, translated


def challenge_in(
    bank: Bank, source: Source, language: str, kind: type[Challenge], french: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The data of a challenge in another language. None, and the problems noted, when it says what it may not; the
    file is noted as stale when its French has changed since."""
    document = source.document
    if document.faults:
        return None
    if not isinstance(document.data, dict):
        bank.problems.append(source.problem((), "S001", "on attend ici des couples « clé : valeur »"))
        return None
    words = {key: value for key, value in document.data.items() if key != "of"}
    faults = [source.problem(at, code, message) for at, code, message in faults_of(french, words)]
    bank.problems += faults
    if faults:
        return None
    found: dict[str, Any] = translated(french, words)
    found["locale"] = language
    if "field" in kind.__struct_fields__:
        found["field"] = {"label": YOUR_ANSWER[language]} | found.get("field", {})
    note_stale(bank, source.path, str(document.data.get("of", "")), fingerprint_of(french))
    return found


def note_stale(bank: Bank, path: Path, of: str, now: str) -> bool:
    """Whether the French has changed since it was translated."""
    if of != now:
        bank.stale.setdefault(path, []).append((of, now))
    return of != now


def keep_competence(bank: Bank, source: Source, language: str) -> None:
    """The words of a competence; those of the skills that changed since are left out."""
    words, faults = struct_from(source.document.data, CompetenceWords)
    faults += left_to_do(source.document.data)
    bank.problems += [source.problem(at, code, message) for at, code, message in faults]
    if words is None:
        return
    skills = bank.skills()
    for name in words.skills:
        if name not in skills:
            bank.problems.append(source.problem(("skills", name), "L003", f"l’acquis « {name} » n’existe pas"))
    current = {
        name: one
        for name, one in words.skills.items()
        if name in skills and not note_stale(bank, source.path, one.of, skill_fingerprint(skills[name]))
    }
    bank.competence_words[language, words.competence] = CompetenceWords(
        competence=words.competence, description=words.description, topics=words.topics, skills=current
    )


def keep_tutorial(bank: Bank, source: Source, language: str) -> None:
    words, faults = struct_from(source.document.data, TutorialWords)
    faults += left_to_do(source.document.data)
    bank.problems += [source.problem(at, code, message) for at, code, message in faults]
    if words is None:
        return
    french = bank.tutorials.get(words.id)
    if french is None:
        bank.problems.append(source.problem(("id",), "L003", f"le tuto « {words.id} » n’existe pas"))
    elif not note_stale(bank, source.path, words.of, tutorial_fingerprint(french)):
        bank.tutorial_words[language, words.id] = words


def skill_fingerprint(skill: SkillEntry) -> str:
    return fingerprint_of({"can": skill.can, "hint": skill.hint})


def tutorial_fingerprint(tutorial: Tutorial) -> str:
    return fingerprint_of({"title": tutorial.title, "text": tutorial.text})
