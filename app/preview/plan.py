"""The bank as its authors look at it: by competence, topic and level, what is there and what lacks. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.content.bank import Bank
from app.content.checks.depth import FEWEST_CHALLENGES, FEWEST_SKILLS, LEVELS, challenges_by_skill, skills_by_level
from app.content.framework import SkillEntry, TopicEntry
from app.preview.rows import Row, rows_of
from app.preview.tree import Reading


@dataclass(frozen=True)
class PlannedSkill:
    """`playable`: how many challenges may be asked; those of a draft skill are not counted."""

    id: str
    level: int
    can: str
    is_draft: bool
    playable: int
    rows: Sequence[Row]

    @property
    def is_thin(self) -> bool:
        return not self.is_draft and self.playable < FEWEST_CHALLENGES


@dataclass(frozen=True)
class PlannedTopic:
    id: str
    title: str
    skills: Sequence[PlannedSkill]


@dataclass(frozen=True)
class PlannedCompetence:
    code: str
    name: str
    english: str
    area: int
    topics: Sequence[PlannedTopic]
    levels: Mapping[int, int]
    """Active skills at each level from 1 to 7."""

    @cached_property
    def skills(self) -> Sequence[PlannedSkill]:
        return [skill for topic in self.topics for skill in topic.skills]

    @property
    def active(self) -> int:
        return sum(not one.is_draft for one in self.skills)

    @property
    def drafts(self) -> int:
        return sum(one.is_draft for one in self.skills)

    @property
    def thin(self) -> int:
        """Active skills with too few challenges."""
        return sum(one.is_thin for one in self.skills)

    @property
    def playable(self) -> int:
        return sum(one.playable for one in self.skills)

    @property
    def thin_levels(self) -> list[int]:
        """Levels whose 8 pix cannot be earned."""
        return [level for level, count in self.levels.items() if count < FEWEST_SKILLS]

    @property
    def broken(self) -> int:
        return sum(row.is_broken for one in self.skills for row in one.rows)


@dataclass(frozen=True)
class PlannedArea:
    code: int
    name: str
    english: str
    competences: Sequence[PlannedCompetence]


def plan(reading: Reading) -> list[PlannedArea]:
    """Every competence that can be read, in the order of the framework; nothing when that file is broken."""
    bank = reading.bank
    if bank.framework is None:
        return []
    rows: dict[str, list[Row]] = {}
    for row in rows_of(reading):
        rows.setdefault(row.skill, []).append(row)
    made = _Planning(bank, rows)
    return [
        PlannedArea(
            area.code,
            area.name,
            area.english,
            [made.competence(code, area.code) for code in area.competences if code in bank.competences],
        )
        for area in bank.framework.areas
    ]


def misplaced(reading: Reading) -> list[Row]:
    """Challenges of a skill that the framework does not have: in no competence."""
    known = reading.bank.skills()
    return [row for row in rows_of(reading) if row.skill not in known]


class _Planning:
    def __init__(self, bank: Bank, rows: Mapping[str, Sequence[Row]]) -> None:
        self.bank, self.rows = bank, rows
        self.depth, self.levels = challenges_by_skill(bank), skills_by_level(bank)

    def competence(self, code: str, area: int) -> PlannedCompetence:
        file = self.bank.skills_files.get(code)
        topics = [self._topic(topic) for topic in file.topics] if file else []
        levels = {level: self.levels.get((code, level), 0) for level in LEVELS}
        one = self.bank.competences[code]
        return PlannedCompetence(code, one.name, one.english, area, topics, levels)

    def _topic(self, topic: TopicEntry) -> PlannedTopic:
        return PlannedTopic(topic.id, topic.title, list(self._skills(topic.id, topic.skills)))

    def _skills(self, topic: str, entries: Iterable[SkillEntry]) -> Iterable[PlannedSkill]:
        for one in sorted(entries, key=lambda entry: entry.level):
            name = f"{topic}-{one.level}"
            is_draft = one.status == "draft"
            yield PlannedSkill(
                name, one.level, one.can, is_draft, 0 if is_draft else self.depth[name], self.rows.get(name, ())
            )
