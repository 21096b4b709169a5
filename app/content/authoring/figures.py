"""How much there is in the bank, from its files: what may be asked, of what kind, where, and where it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import get_args

import msgspec

from app.content.bank import Bank, StoredChallenge
from app.content.challenge import Mark
from app.content.checks.depth import FEWEST_CHALLENGES, FEWEST_SKILLS, challenges_by_skill, skills_by_level


class Amount(msgspec.Struct, frozen=True):
    """Playable challenges (each row of variants is one), and among them the practical ones and those where one acts."""

    challenges: int = 0
    ideas: int = 0
    """Files they come from."""
    practical: int = 0
    """With a file to open."""
    in_environments: int = 0


class Cell(msgspec.Struct, frozen=True):
    """One crossing of the bank: filter and add them up for any other view."""

    competence: str
    topic: str
    level: int
    kind: str
    amount: Amount


class Reach(msgspec.Struct, frozen=True):
    """Active skills that can be tested without one mark: with one playable challenge at least, with three."""

    one: int = 0
    three: int = 0


class CompetenceFigures(msgspec.Struct, frozen=True):
    code: str
    name: str
    area: int
    topics: int
    """Those with an active skill."""
    skills: int
    amount: Amount
    skills_by_level: dict[int, int]
    challenges_by_level: dict[int, int]
    translated: dict[str, int]
    """Playable challenges that have words in each language."""
    accessible: dict[str, Reach]
    """By mark: the skills that whoever cannot do what it says can still be asked."""


class Figures(msgspec.Struct, frozen=True):
    amount: Amount
    skills: int
    tutorials: int
    target_profiles: int
    skills_with_both_tutorials: int
    """Active ones with a tutorial « pour réussir » and one « pour en apprendre davantage »."""
    competences: tuple[CompetenceFigures, ...]
    cells: tuple[Cell, ...]
    topics: dict[str, str]
    """Titles by id."""
    kinds: dict[str, Amount]
    environments: dict[str, Amount]
    marks: dict[str, Amount]
    thin_skills: dict[str, int]
    """Active skills with fewer than three playable challenges."""
    thin_levels: dict[str, int]
    """Levels from 1 to 7 with fewer than two active skills: « 1.2 level 7 »."""


MARKS: tuple[Mark, ...] = get_args(Mark)
Stored = list[StoredChallenge]
Names = Callable[[StoredChallenge], tuple[str, ...]]


def figures(bank: Bank) -> Figures:
    active = bank.active()
    playable = [one for name, one in bank.challenges.items() if name in active]
    depth, levels = challenges_by_skill(bank), skills_by_level(bank)
    entries = [one for one in bank.skills().values() if one.status == "active"]
    return Figures(
        amount=amount_of(playable),
        skills=len(entries),
        tutorials=len(bank.tutorials),
        target_profiles=len(bank.target_profiles),
        skills_with_both_tutorials=sum(1 for one in entries if one.tutorials and one.more),
        competences=_competences(bank, playable),
        cells=_cells(bank, playable),
        topics={name: topic.title for name, topic in bank.topics().items()},
        kinds=_by(playable, lambda one: (one.body.kind,)),
        environments=_by(playable, environment_of),
        marks=_by(playable, lambda one: one.body.marks),
        thin_skills={name: count for name, count in sorted(depth.items()) if count < FEWEST_CHALLENGES},
        thin_levels={f"{code} level {n}": count for (code, n), count in levels.items() if count < FEWEST_SKILLS},
    )


def amount_of(playable: Iterable[StoredChallenge]) -> Amount:
    found = list(playable)
    return Amount(
        challenges=len(found),
        ideas=len({one.body.id for one in found}),
        practical=sum(1 for one in found if one.body.attachments),
        in_environments=sum(1 for one in found if one.body.environment),
    )


def _competences(bank: Bank, playable: Stored) -> tuple[CompetenceFigures, ...]:
    competence_of, levels = bank.competence_of(), skills_by_level(bank)
    areas = bank.framework.areas if bank.framework else ()
    found = []
    for area in areas:
        for code in (code for code in area.competences if code in bank.skills_files and code in bank.competences):
            topics = bank.skills_files[code].without_drafts().topics
            mine = [one for one in playable if competence_of[one.body.skill] == code]
            found.append(
                CompetenceFigures(
                    code=code,
                    name=bank.competences[code].name,
                    area=area.code,
                    topics=len(topics),
                    skills=sum(len(topic.skills) for topic in topics),
                    amount=amount_of(mine),
                    skills_by_level={n: count for (one, n), count in levels.items() if one == code},
                    challenges_by_level=dict(sorted(Counter(level_of(one) for one in mine).items())),
                    translated=_translated(bank, {one.id for one in mine}),
                    accessible={
                        mark: _reach(one.body.skill for one in mine if mark not in one.body.marks) for mark in MARKS
                    },
                )
            )
    return tuple(found)


def _reach(skills: Iterable[str]) -> Reach:
    """From the skill of each challenge that can be asked."""
    depth = Counter(skills).values()
    return Reach(len(depth), sum(1 for count in depth if count >= FEWEST_CHALLENGES))


def _translated(bank: Bank, names: set[str]) -> dict[str, int]:
    return dict(Counter(language for language, name in bank.translations if name in names))


def _cells(bank: Bank, playable: Stored) -> tuple[Cell, ...]:
    competence_of = bank.competence_of()
    groups: dict[tuple[str, str, int, str], Stored] = {}
    for one in playable:
        skill = one.body.skill
        key = (competence_of[skill], skill.rpartition("-")[0], level_of(one), one.body.kind)
        groups.setdefault(key, []).append(one)
    return tuple(Cell(*key, amount_of(group)) for key, group in sorted(groups.items()))


def level_of(one: StoredChallenge) -> int:
    return int(one.body.skill.rpartition("-")[2])


def environment_of(one: StoredChallenge) -> tuple[str, ...]:
    """The name of its environment, as written in `is:`; nothing when it has none."""
    world = one.body.environment
    return (str(world.__struct_config__.tag),) if world else ()


def _by(playable: Stored, names: Names) -> dict[str, Amount]:
    groups: dict[str, Stored] = {}
    for one in playable:
        for name in names(one):
            groups.setdefault(name, []).append(one)
    return {name: amount_of(group) for name, group in sorted(groups.items())}
