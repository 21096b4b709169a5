"""The lines of a list of challenges, one for each folder, and what filters them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.content.problems import Problem
from app.lib.text_matching import fold
from app.preview.playables import languages_of
from app.preview.tree import ChallengeFolder, Reading

PROBLEMS = "problems"


@dataclass(frozen=True)
class Row:
    """A folder in a list. A broken one has nothing but its name and its problems."""

    id: str
    nickname: str
    skill: str
    question: str = ""
    locale: str = "fr"
    kind: str = ""
    status: str = ""
    marks: Sequence[str] = ()
    playables: int = 0
    languages: Sequence[str] = ()
    environment: str = ""
    files: int = 0
    timer: int = 0
    problems: Sequence[Problem] = ()
    text: str = ""
    """Everything to search in, folded."""

    @property
    def is_broken(self) -> bool:
        return not self.playables


@dataclass(frozen=True)
class Filters:
    """What to keep; nothing typed keeps everything."""

    kind: str = ""
    skill: str = ""
    mark: str = ""
    status: str = ""
    state: str = ""
    """`problems`: only those with some."""
    text: str = ""

    def keeps(self, row: Row) -> bool:
        """A skill is named whole, or by its topic or competence's beginning; every word of the text must be there."""
        return (
            self.kind in ("", row.kind, row.environment)
            and row.skill.startswith(self.skill)
            and (not self.mark or self.mark in row.marks)
            and self.status in ("", row.status)
            and (self.state != PROBLEMS or bool(row.problems))
            and all(fold(word) in row.text for word in self.text.split())
        )


def rows_of(reading: Reading) -> list[Row]:
    """Every folder, in the order of the files."""
    return [row_of(reading, folder) for folder in reading.folders.values()]


def row_of(reading: Reading, folder: ChallengeFolder) -> Row:
    if not folder.playables:
        return Row(
            *(folder.id, folder.nickname, folder.skill), problems=folder.problems, text=fold(folder.path.as_posix())
        )
    first = folder.playables[0]
    body = first.body
    world = body.environment
    words = " ".join((folder.path.name, body.skill, body.instruction, body.question, body.explanation))
    return Row(
        id=folder.id,
        nickname=folder.nickname,
        skill=body.skill,
        question=body.question,
        locale=body.locale,
        kind=body.kind,
        status=body.status,
        marks=body.marks,
        playables=len(folder.playables),
        languages=languages_of(reading.bank, first.id),
        environment=world.name if world else "",
        files=len(body.attachments),
        timer=body.timer or 0,
        problems=folder.problems,
        text=fold(words),
    )
