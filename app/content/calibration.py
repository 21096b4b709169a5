"""`content/calibration/<competence>.csv`: how hard and how telling each version of a challenge was measured to be."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True, order=True)
class Measured:
    """A version of a playable challenge. Difficulty in standard deviations of the people who answered (see fitting.py);
    errors are standard errors."""

    challenge: str
    version: int
    skill: str
    answers: int
    successes: int
    discrimination: float
    discrimination_error: float
    difficulty: float
    difficulty_error: float


COLUMNS = tuple(field.name for field in fields(Measured))


def write(folder: Path, competence: str, rows: Iterable[Measured]) -> Path:
    """The file of a competence, always in the same order, so that a change can be read in Git."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{competence}.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        table.writeheader()
        for row in sorted(rows):
            table.writerow({name: f"{one:.3f}" if isinstance(one, float) else one for name, one in asdict(row).items()})
    return path


def read(folder: Path) -> dict[tuple[str, int], Measured]:
    """Every version measured, by challenge and version; nothing when nothing was."""
    found: dict[tuple[str, int], Measured] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                one = Measured(
                    challenge=row["challenge"],
                    version=int(row["version"]),
                    skill=row["skill"],
                    answers=int(row["answers"]),
                    successes=int(row["successes"]),
                    discrimination=float(row["discrimination"]),
                    discrimination_error=float(row["discrimination_error"]),
                    difficulty=float(row["difficulty"]),
                    difficulty_error=float(row["difficulty_error"]),
                )
                found[one.challenge, one.version] = one
    return found
