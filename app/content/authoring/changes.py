"""What changed between two states of the bank. Pure: the two trees were read elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.content.authoring.measuring import measured, written
from app.content.bank import Bank, StoredChallenge
from app.content.problems import Problem


@dataclass(frozen=True)
class Changes:
    """Playable ids, skills and tutorials, sorted. « Served » is what a release holds: not the drafts."""

    added: tuple[str, ...]
    retired: tuple[str, ...]
    measured: tuple[str, ...]
    """Changed in what is measured."""
    worded: tuple[str, ...]
    """Changed in words, in links or in marks only."""
    deleted: tuple[str, ...]
    """Served before, gone or a draft now."""
    skills_added: tuple[str, ...]
    skills_worded: tuple[str, ...]
    skills_deleted: tuple[str, ...]
    tutorials_added: tuple[str, ...]
    tutorials_worded: tuple[str, ...]
    tutorials_deleted: tuple[str, ...]

    def challenges(self) -> tuple[str, ...]:
        return tuple(sorted({*self.added, *self.retired, *self.measured, *self.worded, *self.deleted}))


def compare(before: Bank, after: Bank) -> Changes:
    """The changes from one to the other."""
    old, new = served(before), served(after)
    both = sorted(old.keys() & new.keys())
    retired = [name for name in both if old[name].body.status == "active" and new[name].body.status == "retired"]
    otherwise = [name for name in both if measured(old[name]) != measured(new[name])]
    worded = [name for name in both if name not in otherwise and written(old[name]) != written(new[name])]
    old_skills, new_skills = _skills(before), _skills(after)
    return Changes(
        added=_only(new, old),
        retired=tuple(retired),
        measured=tuple(otherwise),
        worded=tuple(worded),
        deleted=_only(old, new),
        skills_added=_only(new_skills, old_skills),
        skills_worded=_differing(old_skills, new_skills),
        skills_deleted=_only(old_skills, new_skills),
        tutorials_added=_only(after.tutorials, before.tutorials),
        tutorials_worded=_differing(before.tutorials, after.tutorials),
        tutorials_deleted=_only(before.tutorials, after.tutorials),
    )


def history_problems(before: Bank, after: Bank) -> list[Problem]:
    """What may not be done to content that was served."""
    changes = compare(before, after)
    return sorted([*_versions(before, after, changes), *_gone(before, after, changes)])


def served(bank: Bank) -> Mapping[str, StoredChallenge]:
    """Challenges of a release: active or retired, of an active skill."""
    drafts = bank.draft_skills()
    return {
        name: one
        for name, one in bank.challenges.items()
        if one.body.status != "draft" and one.body.skill not in drafts
    }


def _versions(before: Bank, after: Bank, changes: Changes) -> Iterator[Problem]:
    old, new = served(before), served(after)
    for name in sorted(old.keys() & new.keys()):
        was, now = old[name].body.version, new[name].body.version
        source = after.sources["challenge", name]
        if now < was:
            yield source.problem(
                ("version",), "H003", f"{name} : la version baisse de {was} à {now}", f"{was} au moins"
            )
        elif name in changes.measured and now == was:
            yield source.problem(
                ("version",),
                "H001",
                f"{name} : ce qui est mesuré change et la version reste {was}",
                f"écrivez `version: {was + 1}`, ou rétablissez ce qui a changé",
            )


def _gone(before: Bank, after: Bank, changes: Changes) -> Iterator[Problem]:
    for name in changes.deleted:
        where = after if name in after.challenges else before
        yield where.sources["challenge", name].problem(
            ("status",), "H002", f"{name} a été servie et disparaît", "rétablissez-la avec `status: retired`"
        )
    gone = set(changes.skills_deleted) - after.skills().keys()
    for name in sorted(gone):
        source = before.sources["skills", before.competence_of()[name]]
        yield source.problem(("topics",), "H004", f"l’acquis « {name} » a été servi et disparaît", "rétablissez-le")


def _skills(bank: Bank) -> dict[str, object]:
    return {name: skill for name, skill in bank.skills().items() if skill.status == "active"}


def _only(these: Mapping[str, object], those: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sorted(these.keys() - those.keys()))


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(sorted(name for name in before.keys() & after.keys() if before[name] != after[name]))
