"""Checks across files: references, orphans, places, duplicates, and every challenge played against itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.content.bank import Bank, Source
from app.content.framework import SkillEntry
from app.content.problems import Problem

Place = tuple[str | int, ...]

NICKNAMED = re.compile("ch-[a-z0-9]{8}-[a-z0-9][a-z0-9-]*")


def check(bank: Bank) -> list[Problem]:
    """Every problem of the tree, those of reading included, sorted by place."""
    found = [
        *bank.problems,
        *_framework(bank),
        *_skills(bank),
        *_tutorials(bank),
        *_challenges(bank),
        *_played(bank),
        *_duplicates(bank),
        *_profiles(bank),
        *_showcase(bank),
    ]
    return sorted(set(found))


def _framework(bank: Bank) -> Iterator[Problem]:
    if bank.framework is None:
        return
    source = bank.sources["framework", "framework"]
    listed = [code for area in bank.framework.areas for code in area.competences]
    for code, times in Counter(listed).items():
        if times > 1:
            yield source.problem(("areas",), "F003", f"la compétence {code} est citée deux fois")
        if code not in bank.competences:
            yield source.problem(("areas",), "F004", f"la compétence {code} n’a pas de fichier competence.yaml")
    for code in bank.competences.keys() - set(listed):
        yield bank.sources["competence", code].problem(
            ("code",), "F005", f"la compétence {code} n’est dans aucun domaine"
        )
    for code in bank.competences.keys() - bank.skills_files.keys():
        yield bank.sources["competence", code].problem(
            ("code",), "F006", f"la compétence {code} n’a pas de skills.yaml"
        )


def _skills(bank: Bank) -> Iterator[Problem]:
    tested = {body.skill for body in bank.active().values()}
    topics: Counter[str] = Counter(topic.id for file in bank.skills_files.values() for topic in file.topics)
    for code, file in bank.skills_files.items():
        source = bank.sources["skills", code]
        for position, topic in enumerate(file.topics):
            if topics[topic.id] > 1:
                yield source.problem(("topics", position, "id"), "F007", f"le sujet « {topic.id} » existe déjà")
            levels = Counter(skill.level for skill in topic.skills)
            for rank, skill in enumerate(topic.skills):
                at = ("topics", position, "skills", rank)
                if levels[skill.level] > 1:
                    yield source.problem((*at, "level"), "F008", f"deux acquis de niveau {skill.level} dans ce sujet")
                if skill.status == "active":
                    yield from _ready(source, at, skill, f"{topic.id}-{skill.level}", tested)
                for name in (*skill.tutorials, *skill.more):
                    if name not in bank.tutorials:
                        yield source.problem(at, "R001", f"le tuto « {name} » n’existe pas")


def _ready(source: Source, at: Place, skill: SkillEntry, name: str, tested: set[str]) -> Iterator[Problem]:
    """What an active skill needs; a draft may still lack it."""
    if name not in tested:
        yield source.problem(
            at, "F009", f"aucune épreuve active ne teste « {name} »", "écrivez-en une, ou passez l’acquis en `draft`"
        )
    if not skill.tutorials:
        yield source.problem(at, "F011", f"« {name} » n’a pas de tuto « pour réussir la prochaine fois »")


def _tutorials(bank: Bank) -> Iterator[Problem]:
    used = {name for skill in bank.skills().values() for name in (*skill.tutorials, *skill.more)}
    used |= {name for body in bank.active().values() for name in (*(body.tutorials or ()), *(body.more or ()))}
    for name in bank.tutorials:
        source = bank.sources["tutorials", name]
        if source.path.stem != name:
            yield source.problem(("id",), "F010", f"le fichier doit s’appeler « {name}.yaml »")
        if name not in used:
            yield source.problem(("id",), "R002", f"le tuto « {name} » n’est proposé nulle part")


def _challenges(bank: Bank) -> Iterator[Problem]:
    skills = bank.skills()
    competence_of = bank.competence_of()
    for stored in bank.challenges.values():
        body, source = stored.body, bank.sources["challenge", stored.id]
        folder = source.path.parent
        if not NICKNAMED.fullmatch(folder.name) or not folder.name.startswith(body.id + "-"):
            yield source.problem(("id",), "C003", f"le dossier doit s’appeler « {body.id}-surnom »")
        if folder.parent.name != body.skill:
            yield source.problem(("skill",), "C004", f"ce dossier est celui de « {folder.parent.name} »")
        if body.skill not in skills:
            yield source.problem(("skill",), "R003", f"l’acquis « {body.skill} » n’existe pas")
        elif not folder.parent.parent.name.startswith(competence_of[body.skill].replace(".", "-") + "-"):
            yield source.problem(("skill",), "C005", "cette épreuve n’est pas dans le dossier de sa compétence")
        for name in (*(body.tutorials or ()), *(body.more or ())):
            if name not in bank.tutorials:
                yield source.problem((), "R001", f"le tuto « {name} » n’existe pas")
        if body.replaces and body.replaces not in {one.body.id for one in bank.challenges.values()}:
            yield source.problem(("replaces",), "R004", f"l’épreuve « {body.replaces} » n’existe pas")


def _played(bank: Bank) -> Iterator[Problem]:
    french = [(stored, bank.sources["challenge", name]) for name, stored in bank.challenges.items()]
    others = [(stored, bank.sources[key]) for key, stored in bank.translations.items()]
    for stored, source in french + others:
        for answer in stored.body.right_answers():
            if not stored.body.grade(answer).ok:
                yield source.problem((), "P001", f"{stored.id} : la bonne réponse {dict(answer)} est jugée fausse")
            if stored.body.refusal(answer):
                yield source.problem(
                    (), "P002", f"{stored.id} : la bonne réponse {dict(answer)} ne peut pas être envoyée"
                )
        for answer in stored.body.wrong_answers():
            if stored.body.grade(answer).ok:
                yield source.problem((), "P003", f"{stored.id} : la mauvaise réponse {dict(answer)} est jugée juste")


def _duplicates(bank: Bank) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str, tuple[str, ...]], str] = {}
    for stored in bank.challenges.values():
        body = stored.body
        files = (*(one.fingerprint for one in stored.media), str(body.environment))
        fields = "".join(str(line) for line in body.solution())
        key = (body.question.casefold(), body.instruction.casefold(), fields, files)
        if key in seen:
            yield bank.sources["challenge", stored.id].problem(("question",), "C006", f"{stored.id} répète {seen[key]}")
        seen[key] = stored.id


def _profiles(bank: Bank) -> Iterator[Problem]:
    topics, active = bank.topics(), bank.active()
    for name, profile in bank.target_profiles.items():
        source = bank.sources["target-profiles", name]
        if bool(profile.topics) == bool(profile.challenges):
            yield source.problem((), "T001", "un profil cible a des `topics` ou des `challenges`, l’un des deux")
        for position, capped in enumerate(profile.topics):
            if capped.topic not in topics:
                yield source.problem(("topics", position, "topic"), "R005", f"le sujet « {capped.topic} » n’existe pas")
        for position, challenge in enumerate(profile.challenges):
            if challenge not in active:
                yield source.problem(
                    ("challenges", position),
                    "R006",
                    f"l’épreuve « {challenge} » n’existe pas ou n’est pas active",
                )


def _showcase(bank: Bank) -> Iterator[Problem]:
    active = bank.active()
    for slug, entry in bank.showcase.items():
        body = active.get(entry.challenge)
        source = bank.sources["showcase", slug]
        if body is None:
            yield source.problem(
                ("challenge",), "R006", f"l’épreuve « {entry.challenge} » n’existe pas ou n’est pas active"
            )
        elif body.timer or body.focused:
            yield source.problem(("challenge",), "T002", "une épreuve de la vitrine n’est ni chronométrée ni « focus »")
