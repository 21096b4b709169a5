"""`content/calibration/`: what `pix content calibrate` measured, on which the choice of the next question stands.

`<competence>.csv`: how hard and how telling each version of a challenge is. `spreads.yaml`: how abilities differ. Both
are read with the content, hence reviewed in Git, and frozen in the release that `pix content load` makes of it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, asdict, dataclass, fields
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import msgspec

ENOUGH_ANSWERS = 30
"""Under so many, the level that the author gave is a better guess of the difficulty."""
TELLING = 0.3
"""Under this discrimination, an answer hardly depends on ability: nothing is to be chosen by it before a review."""
ENOUGH_PEOPLE = 200
"""People who met two competences or more, under whom the usual spreads are kept."""


@dataclass(frozen=True)
class Measured:
    """A version of a playable challenge. Difficulty in standard deviations of the people who answered (see fitting.py);
    errors are standard errors. `level_…`: the same on the scale of the skills' levels, as placement reads them, held
    near those of its level as long as answers are few (see on_levels.py)."""

    challenge: str
    version: int
    skill: str
    answers: int
    successes: int
    discrimination: float
    discrimination_error: float
    difficulty: float
    difficulty_error: float
    level_difficulty: float | None = None
    level_slope: float | None = None

    @property
    def curve(self) -> tuple[float, float] | None:
        """Difficulty (a level) and slope (by level) that placement may use, none when they stand on too little.

        To a tenth: beyond, it is noise, and challenges alike are drawn by chance.
        """
        if self.level_difficulty is None or self.level_slope is None:
            return None
        if self.answers < ENOUGH_ANSWERS or self.discrimination < TELLING:
            return None
        return round(self.level_difficulty, 1), round(self.level_slope, 1)


Spread = Annotated[float, msgspec.Meta(ge=0.3, le=4)]


class Spreads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How abilities differ, in levels: the mean, and standard deviations between people, between the competences of
    somebody, between the topics of a competence. `people`: how many of those measured met two competences or more."""

    people: Annotated[int, msgspec.Meta(ge=0)]
    mean: Annotated[float, msgspec.Meta(ge=0, le=8)]
    general: Spread
    competence: Spread
    topic: Spread


class Fault(NamedTuple):
    """What is wrong at a line of a file; the codes are those of rules.py."""

    line: int
    code: str
    message: str


COLUMNS = tuple(field.name for field in fields(Measured))
REQUIRED = tuple(field.name for field in fields(Measured) if field.default is MISSING)
TEXTS = ("challenge", "skill")
LEAST: dict[str, float] = {
    "version": 1,
    "answers": 0,
    "successes": 0,
    "discrimination": -10,
    "discrimination_error": 0,
    "difficulty": -10,
    "difficulty_error": 0,
    "level_difficulty": -3,
    "level_slope": 0.1,
}
"""By column of numbers, the least that means something."""
MOST: dict[str, float] = {"discrimination": 10, "difficulty": 10, "level_difficulty": 10, "level_slope": 10}


def write(folder: Path, competence: str, rows: Iterable[Measured]) -> Path:
    """The file of a competence, always in the same order, so that a change can be read in Git."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{competence}.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        table.writeheader()
        for row in sorted(rows, key=lambda one: (one.challenge, one.version)):
            table.writerow({name: f"{one:.3f}" if isinstance(one, float) else one for name, one in asdict(row).items()})
    return path


def write_spreads(folder: Path, spreads: Spreads) -> Path:
    """The file of the spreads."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "spreads.yaml"
    lines = [f"# How abilities differ, in levels. Used from {ENOUGH_PEOPLE} people who met two competences or more.\n"]
    lines += [
        f"{name}: {one:.3f}\n" if isinstance(one, float) else f"{name}: {one}\n"
        for name, one in msgspec.structs.asdict(spreads).items()
    ]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def read(folder: Path) -> dict[tuple[str, int], Measured]:
    """Every version measured, by challenge and version; nothing when nothing was. What is wrong is passed over."""
    found: dict[tuple[str, int], Measured] = {}
    for path in sorted(folder.glob("*.csv")):
        found |= {(one.challenge, one.version): one for _, one in read_file(path)[0]}
    return found


def read_file(path: Path) -> tuple[list[tuple[int, Measured]], list[Fault]]:
    """The rows of a file with their lines, and what is wrong with the others."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        return [], [Fault(1, "Y000", f"le fichier n’est pas en UTF-8 (octet {error.start})")]
    table = csv.DictReader(lines)
    header = tuple(table.fieldnames or ())
    if header not in (COLUMNS, REQUIRED):
        return [], [Fault(1, "N001", f"les colonnes attendues sont {', '.join(COLUMNS)}")]
    rows: list[tuple[int, Measured]] = []
    faults: list[Fault] = []
    for row in table:
        wrong = list(_faults(row, header, table.line_num))
        faults += wrong
        if not wrong:
            rows.append((table.line_num, Measured(**{name: _value(name, row[name]) for name in header})))
    return rows, faults


def _faults(row: dict[Any, Any], header: tuple[str, ...], line: int) -> Iterator[Fault]:
    if None in row or None in row.values():
        yield Fault(line, "N001", f"on attend {len(header)} valeurs")
        return
    sound = True
    for name in header:
        try:
            value = _value(name, row[name])
        except ValueError:
            sound = False
            yield Fault(line, "N002", f"« {name} » : un nombre est attendu, on lit « {row[name]} »")
            continue
        if value == "":
            yield Fault(line, "N002", f"« {name} » est vide")
        if isinstance(value, int | float) and not LEAST[name] <= value <= MOST.get(name, float("inf")):
            sound = False
            yield Fault(line, "N002", f"« {name} » : {row[name]} n’est pas possible")
    if sound and int(row["successes"]) > int(row["answers"]):
        yield Fault(line, "N002", "il y a plus de réussites que de réponses")


def _value(name: str, text: str) -> Any:
    """The value of a column. Raises ValueError."""
    if name in TEXTS:
        return text
    if name in ("version", "answers", "successes"):
        return int(text)
    return None if not text and name not in REQUIRED else float(text)
