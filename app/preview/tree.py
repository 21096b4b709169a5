"""The content tree as its files are now, broken or not: read again when one changed, never loaded anywhere."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.content.bank import Bank, StoredChallenge
from app.content.challenge import ID_ALPHABET
from app.content.checks import check, notes
from app.content.problems import Problem
from app.content.reading import read_tree

ID = re.compile(rf"ch-[{ID_ALPHABET}]{{8}}")


@dataclass(frozen=True)
class ChallengeFolder:
    """What one author's folder holds: nothing playable when the file is broken, several rows when it has variants."""

    id: str
    path: Path
    """Relative to the root of the tree."""
    playables: tuple[StoredChallenge, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    @property
    def nickname(self) -> str:
        return self.path.name.removeprefix(self.id).strip("-")

    @property
    def skill(self) -> str:
        """The skill it says, or the folder it is in while it says nothing."""
        return self.playables[0].body.skill if self.playables else self.path.parent.name


@dataclass(frozen=True)
class Reading:
    """The tree at one moment."""

    root: Path
    stamp: str
    bank: Bank
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    folders: Mapping[str, ChallengeFolder]
    """By id, in the order of the files."""
    places: Mapping[str, ChallengeFolder]
    """By playable id, and by id."""

    def of_folders(self, paths: Iterable[Path]) -> list[ChallengeFolder]:
        wanted = set(paths)
        return [one for one in self.folders.values() if one.path in wanted]


class Tree:
    """Where the files are, and what was last read of them."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._last: Reading | None = None
        self._turn = asyncio.Lock()

    async def reading(self) -> Reading:
        """Of the files as they are; the same object while nothing changes."""
        async with self._turn:
            stamp = await asyncio.to_thread(stamp_of, self.root)
            if self._last is None or self._last.stamp != stamp:
                self._last = await asyncio.to_thread(read, self.root, stamp)
            return self._last


def stamp_of(folder: Path) -> str:
    """Changes when a file of the folder, or of a folder below, is written, added, renamed or removed."""
    seen = hashlib.sha256()
    for path, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name != "__pycache__")
        for name in sorted(files):
            try:
                found = os.stat(os.path.join(path, name))
            except FileNotFoundError:  # removed meanwhile
                continue
            seen.update(f"{path}/{name} {found.st_mtime_ns} {found.st_size}\n".encode())
    return seen.hexdigest()[:20]


def read(root: Path, stamp: str) -> Reading:
    """The tree with every problem, sorted by folder."""
    bank = read_tree(root)
    problems, advice = tuple(check(bank)), tuple(notes(bank))
    folders = _folders(bank, problems, advice)
    places = {**{one.id: folder for folder in folders.values() for one in folder.playables}, **folders}
    return Reading(root, stamp, bank, problems, advice, folders, places)


def _folders(bank: Bank, problems: Iterable[Problem], advice: Iterable[Problem]) -> dict[str, ChallengeFolder]:
    playables: dict[Path, list[StoredChallenge]] = {}
    for name, stored in bank.challenges.items():
        playables.setdefault(bank.sources["challenge", name].path.parent, []).append(stored)
    wrong, better = _by_folder(problems), _by_folder(advice)
    found: dict[str, ChallengeFolder] = {}
    for folder in sorted((bank.root / "challenges").glob("*/*/*/")):
        path = folder.relative_to(bank.root)
        begins = ID.match(path.name)
        key = path.name if begins is None or begins[0] in found else begins[0]
        mine = tuple(playables.get(path, ()))
        found[key] = ChallengeFolder(key, path, mine, wrong.get(path, ()), better.get(path, ()))
    return found


def _by_folder(problems: Iterable[Problem]) -> dict[Path, tuple[Problem, ...]]:
    found: dict[Path, tuple[Problem, ...]] = {}
    for one in problems:
        folder = Path(one.path).parent
        found[folder] = (*found.get(folder, ()), one)
    return found
