"""What changed between two states of the bank, in Markdown: for who reviews it, and for the teams of the learners.

In French, as the content is. Variants of an idea are told together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.content.authoring.changes import Changes
from app.content.authoring.impact import Impact
from app.content.bank import Bank, StoredChallenge
from app.content.framework import SkillEntry

KINDS_OF_CHANGE = (
    ("added", "Épreuves ajoutées"),
    ("retired", "Épreuves retirées"),
    ("deleted", "Épreuves disparues"),
    ("measured", "Épreuves qui mesurent autre chose (nouvelle version)"),
    ("worded", "Épreuves dont les mots ont changé"),
)
ELSEWHERE = "Sans compétence"


def changelog(before: Bank, after: Bank, changes: Changes, reached: Impact, between: str) -> str:
    """The whole document. `between` says which revisions are compared."""
    lines = [f"# Ce qui change dans les épreuves ({between})", "", *_summary(changes, reached)]
    for field, title in KINDS_OF_CHANGE:
        lines += _challenges(before, after, title, getattr(changes, field))
    lines += _skills(before, after, changes)
    lines += _tutorials(before, after, changes)
    return "\n".join(lines).rstrip() + "\n"


def _summary(changes: Changes, reached: Impact) -> Iterator[str]:
    if not changes.challenges() and not reached.skills and not _tutorials_of(changes):
        yield "Rien ne change pour les personnes qui répondent."
        return
    fewer = len(changes.retired) + len(changes.deleted)
    yield f"* **{_count(changes.added, 'épreuve')}** de plus, **{fewer}** de moins."
    if changes.measured:
        yield f"* **{_count(changes.measured, 'épreuve')}** mesurent autre chose : leurs résultats repartent de zéro."
    yield f"* Compétences : {', '.join(reached.competences) or 'aucune'}."
    yield f"* Profils cibles : {', '.join(f'`{one}`' for one in reached.target_profiles) or 'aucun'}."


def _challenges(before: Bank, after: Bank, title: str, names: Sequence[str]) -> Iterator[str]:
    if not names:
        return
    bodies, competence_of = (
        {**before.challenges, **after.challenges},
        {**before.competence_of(), **after.competence_of()},
    )
    ideas: dict[str, dict[str, list[StoredChallenge]]] = {}
    for name in names:
        one = bodies[name]
        code = competence_of.get(one.body.skill, ELSEWHERE)
        ideas.setdefault(code, {}).setdefault(one.body.id, []).append(one)
    yield from ("", f"## {title} ({len(names)})")
    for code in sorted(ideas):
        yield from ("", f"### {_competence(before, after, code)}", "")
        for rows in ideas[code].values():
            yield _idea(before, rows)


def _idea(before: Bank, rows: Sequence[StoredChallenge]) -> str:
    body = rows[0].body
    old = before.challenges.get(rows[0].id)
    version = f", version {old.body.version} → {body.version}" if old and old.body.version != body.version else ""
    several = f", {len(rows)} variantes" if len(rows) > 1 else ""
    return f"* `{body.id}` ({body.skill}, {body.kind}{several}{version}) : {body.question}"


def _skills(before: Bank, after: Bank, changes: Changes) -> Iterator[str]:
    known: dict[str, SkillEntry] = {**before.skills(), **after.skills()}
    yield from _list(
        "Acquis",
        (("ajouté", changes.skills_added), ("modifié", changes.skills_worded), ("retiré", changes.skills_deleted)),
        {name: one.can for name, one in known.items()},
    )


def _tutorials(before: Bank, after: Bank, changes: Changes) -> Iterator[str]:
    yield from _list(
        "Tutos",
        (
            ("ajouté", changes.tutorials_added),
            ("modifié", changes.tutorials_worded),
            ("retiré", changes.tutorials_deleted),
        ),
        {name: one.title for name, one in {**before.tutorials, **after.tutorials}.items()},
    )


def _list(title: str, groups: Sequence[tuple[str, Sequence[str]]], words: dict[str, str]) -> Iterator[str]:
    if not any(names for _, names in groups):
        return
    yield from ("", f"## {title} ({sum(len(names) for _, names in groups)})", "")
    for what, names in groups:
        for name in names:
            yield f"* {what} : `{name}`, {words[name]}"


def _competence(before: Bank, after: Bank, code: str) -> str:
    known = after.competences.get(code) or before.competences.get(code)
    return f"{code} {known.name}" if known else code


def _tutorials_of(changes: Changes) -> tuple[str, ...]:
    return (*changes.tutorials_added, *changes.tutorials_worded, *changes.tutorials_deleted)


def _count(names: Sequence[str], noun: str) -> str:
    return f"{len(names)} {noun}{'s' if len(names) > 1 else ''}"
