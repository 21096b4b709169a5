"""What Git says of the tree: the history of a folder, what this branch changes. Nothing without a repository."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from app.content.authoring.revisions import RevisionUnreadable, git, where_it_left

LATEST = 20
"""Commits shown."""
LONGEST_DIFFERENCE = 400
"""Lines shown."""
FIELD = "\x1f"

Change = Literal["added", "changed", "deleted"]
Sort = Literal["", "added", "removed", "place"]


@dataclass(frozen=True)
class Commit:
    name: str
    at: datetime
    author: str
    subject: str


@dataclass(frozen=True)
class Branch:
    """What changed since `base`, the commit where this branch left `revision`; files as they are now."""

    revision: str
    base: str
    files: tuple[tuple[Path, Change], ...]
    """Relative to the root of the tree, sorted."""

    def folders(self) -> dict[Path, Change]:
        """The folders of challenges that changed; added or deleted when their challenge was."""
        found: dict[Path, Change] = {}
        for path, change in self.files:
            if path.parts[0] == "challenges" and len(path.parts) > 4:
                folder = Path(*path.parts[:4])
                found.setdefault(folder, "changed")
                if path == folder / "challenge.yaml":
                    found[folder] = change
        return found

    def others(self) -> list[tuple[Path, Change]]:
        """Every other file: framework, tutorials, target profiles…"""
        folders = self.folders()
        return [(path, change) for path, change in self.files if Path(*path.parts[:4]) not in folders]


def commits_of(root: Path, folder: Path) -> list[Commit]:
    """The latest commits that touched a folder, the newest first; nothing when there is no repository."""
    form = FIELD.join(("%h", "%aI", "%an", "%s"))
    try:
        said = git(root, "log", f"-{LATEST}", f"--format={form}", "--", str(folder)).decode(errors="replace")
    except RevisionUnreadable:
        return []
    lines = (line.split(FIELD) for line in said.splitlines())
    return [Commit(name, datetime.fromisoformat(at), author, subject) for name, at, author, subject in lines]


def branch_since(root: Path, revision: str) -> Branch:
    """Committed or not. Raises RevisionUnreadable."""
    base = where_it_left(root, revision)
    words = git(root, "diff", "--relative", "--no-renames", "--name-status", "-z", base, "--", ".")
    parts = words.decode(errors="replace").split("\0")
    letters: dict[str, Change] = {"A": "added", "D": "deleted"}
    files = {Path(path): letters.get(letter, "changed") for letter, path in zip(parts[::2], parts[1::2], strict=False)}
    unknown = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".").decode(errors="replace")
    files |= {Path(path): "added" for path in unknown.split("\0") if path}
    return Branch(revision, base, tuple(sorted(files.items())))


def difference(root: Path, base: str, folder: Path) -> list[tuple[Sort, str]]:
    """The lines of a folder that changed since a commit, with those around."""
    said = git(root, "diff", "--relative", "--no-color", "--no-ext-diff", base, "--", str(folder))
    return list(_lines(said.decode(errors="replace")))[:LONGEST_DIFFERENCE]


def _lines(said: str) -> Iterator[tuple[Sort, str]]:
    inside = False
    for line in said.splitlines():
        if line.startswith("diff --git "):
            inside = False
        elif line.startswith("@@"):
            inside = True
            yield "place", line
        elif not inside and line.startswith("+++ b/"):
            yield "place", line.removeprefix("+++ b/")
        elif inside:
            sorts: dict[str, Sort] = {"+": "added", "-": "removed"}
            yield sorts.get(line[:1], ""), line[1:]
