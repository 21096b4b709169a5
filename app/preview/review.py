"""Everything that the page of one challenge shows beside its screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from app.content.authoring.revisions import RevisionUnreadable
from app.lib.markdown import render_markdown
from app.preview import history
from app.preview.history import Commit, Sort
from app.preview.tree import ChallengeFolder, Reading

LARGEST_SHOWN = 200_000
WRITTEN = ("challenge.yaml", "en.yaml", "make.py")


@dataclass(frozen=True)
class WrittenFile:
    """A text of the folder; `marks` are the lines with a problem."""

    name: str
    lines: Sequence[str]
    marks: frozenset[int]


@dataclass(frozen=True)
class Beside:
    """What its author left in the folder, and what Git knows of it."""

    notes: Markup
    sources: Sequence[WrittenFile]
    commits: Sequence[Commit]


@dataclass(frozen=True)
class Review:
    """Its place among those that this branch changes."""

    rank: int
    total: int
    before: str
    after: str
    lines: Sequence[tuple[Sort, str]]
    """What changed in its folder."""


def beside(reading: Reading, folder: ChallengeFolder) -> Beside:
    place = reading.root / folder.path
    notes = _text(place / "notes.md")
    sources = [_written(folder, name, text) for name in WRITTEN if (text := _text(place / name))]
    return Beside(render_markdown(notes), sources, history.commits_of(reading.root, folder.path))


def review_of(reading: Reading, folder: ChallengeFolder, revision: str) -> Review | None:
    """None when Git does not know the revision, or this branch does not change the challenge."""
    try:
        branch = history.branch_since(reading.root, revision)
        changed = [one.id for one in reading.of_folders(branch.folders())]
        if folder.id not in changed:
            return None
        lines = history.difference(reading.root, branch.base, folder.path)
    except RevisionUnreadable:
        return None
    rank = changed.index(folder.id)
    before, after = (["", *changed][rank], [*changed, ""][rank + 1])
    return Review(rank + 1, len(changed), before, after, lines)


def _written(folder: ChallengeFolder, name: str, text: str) -> WrittenFile:
    path = (folder.path / name).as_posix()
    marks = frozenset(one.line for one in folder.problems if one.path == path)
    return WrittenFile(name, text.splitlines(), marks)


def _text(path: Path) -> str:
    """The file; nothing when it is missing, too large, or not UTF-8 enough to be read."""
    if not path.is_file() or path.stat().st_size > LARGEST_SHOWN:
        return ""
    return path.read_text("utf-8", errors="replace")
