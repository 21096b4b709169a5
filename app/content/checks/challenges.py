"""Each challenge in its place, citing what exists, unlike any other, and played against itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.content.bank import Bank
from app.content.problems import Problem

NICKNAMED = re.compile("ch-[a-z0-9]{8}-[a-z0-9][a-z0-9-]*")


def challenge_problems(bank: Bank) -> Iterator[Problem]:
    yield from _places(bank)
    yield from _played(bank)
    yield from _duplicates(bank)


def _places(bank: Bank) -> Iterator[Problem]:
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
