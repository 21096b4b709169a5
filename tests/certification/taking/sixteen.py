"""Sixteen competences to be certified on, and somebody who knows enough of them."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from random import Random

from app.content.index import ContentIndex
from app.evaluation.knowledge import Element, encode
from app.evaluation.tables import Knowledge
from app.lib.clock import now
from app.lib.codes import draw_id
from tests.served import WORLD

CODES = ("1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.2")
BORN = date(2005, 6, 23)
"""Louise's birth date."""


async def certifiable(user: int, index: ContentIndex, competences: int = 5) -> None:
    """Somebody knows the first competences."""
    element = Element(True, True, 0, now())
    known = [topic for one in list(index.competences.values())[:competences] for topic in one.topics]
    await Knowledge.insert(
        *(
            Knowledge(user=user, topic=one.id, elements=encode({skill.level: element for skill in one.skills}))
            for one in known
        )
    )


def sixteen(root: Path) -> Path:
    """A tree of sixteen competences: those of `tests/world`, and fourteen of two topics of four levels."""
    shutil.copytree(WORLD, root)
    random = Random(1)
    areas = "".join(
        f"  - {{code: {area}, name: Domaine {area}, english: Area {area}, competences: [{_codes(area)}]}}\n"
        for area in range(1, 6)
    )
    (root / "framework" / "framework.yaml").write_text("areas:\n" + areas, "utf-8")
    for code in CODES:
        folder = f"{code.replace('.', '-')}-essai"
        place = root / "framework" / folder
        place.mkdir()
        (place / "competence.yaml").write_text(
            f'code: "{code}"\nname: Compétence {code}\nenglish: Competence {code}\ndescription: Pour les tests.\n',
            "utf-8",
        )
        topics = [f"sujet{code.replace('.', '')}{letter}" for letter in "ab"]
        (place / "skills.yaml").write_text(_skills(code, topics), "utf-8")
        for skill in (f"{topic}-{level}" for topic in topics for level in range(1, 5)):
            name = "ch-" + draw_id(8, random)
            home = root / "challenges" / folder / skill / f"{name}-mot"
            home.mkdir(parents=True)
            (home / "challenge.yaml").write_text(_challenge(name, skill), "utf-8")
    return root


def _codes(area: int) -> str:
    return ", ".join(f'"{one}"' for one in sorted({*CODES, "1.1", "5.1"}) if one.startswith(str(area)))


def _skills(code: str, topics: list[str]) -> str:
    lines = [f'competence: "{code}"', "topics:"]
    for topic in topics:
        lines += [f"  - id: {topic}", f"    title: Le sujet {topic}", "    skills:"]
        for level in range(1, 5):
            lines += [
                f"      - level: {level}",
                f"        can: Faire une chose de niveau {level} en {topic}",
                "        hint: Relisez la consigne.",
                "        tutorials: [tuto-alpha]",
                "        more: [tuto-plus]",
            ]
    return "\n".join(lines) + "\n"


def _challenge(name: str, skill: str) -> str:
    return (
        f"id: {name}\nversion: 1\nstatus: active\nskill: {skill}\nlocale: fr\nkind: text\n"
        f"instruction: Une situation en {skill}.\nquestion: Que faut-il répondre en {skill} ?\n"
        f"explanation: Parce que.\nfield: {{label: Le mot, hint: Un seul mot}}\n"
        "answer: {accepted: [corbeille]}\nexamples: {accepted: [Corbeille], refused: [poubelle jaune]}\n"
    )
