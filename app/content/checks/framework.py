"""The framework holds together: areas, competences, topics, skills, tutorials."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.content.bank import Bank, Source
from app.content.framework import SkillEntry
from app.content.problems import Problem
from app.content.strict_yaml import Location


def framework_problems(bank: Bank) -> Iterator[Problem]:
    yield from _areas(bank)
    yield from _skills(bank)
    yield from _tutorials(bank)


def _areas(bank: Bank) -> Iterator[Problem]:
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


def _ready(source: Source, at: Location, skill: SkillEntry, name: str, tested: set[str]) -> Iterator[Problem]:
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
