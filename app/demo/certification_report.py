"""What `pix simulate certification` prints: tables for people, and lines for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from app.certification.scoring.meshes import LEVEL_KEYS
from app.demo.certification_figures import CertificationFigures, Nearness, certification_figures
from app.demo.certification_trial import WAYS, CertificationTrial
from app.demo.placement_report import table

SHOWN = (8, 12, 16, 20, 24, 28, 32)
COLUMNS = ("way", "person", "true score", "score", "stated error", "competence", "true level", "level")


def certification_report(trial: CertificationTrial) -> Iterable[str]:
    """The lines of the tables."""
    figures = certification_figures(trial)
    yield from _of_scores(figures)
    yield from _of_levels(figures)
    yield from _by_band(figures)
    yield from _by_length(figures)
    yield from _of_exposure(figures, trial.questions)


def write_certification_csv(trial: CertificationTrial, path: Path) -> None:
    """One line for each way, person and competence."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for way in WAYS:
            for one in trial.taken:
                end, true = one.found[way][-1], one.true
                stated = "" if end.error is None else f"{end.error:.1f}"
                start = (way, one.person + 1, true.score, end.score, stated)
                for code, here, there in zip(trial.codes, true.levels, end.levels, strict=True):
                    writer.writerow((*start, code, here, there))


def _of_scores(figures: CertificationFigures) -> Iterable[str]:
    yield "Score in pix (error: root mean square), and global level"
    yield from table(
        ("way", "tests", "error", "bias", "exact level", "within one", "in 2 stated errors", "as near after"),
        [
            (
                name,
                str(one.tests),
                f"{one.error:.1f}",
                f"{one.bias:+.1f}",
                f"{one.exact:.1%}",
                f"{one.within_one:.1%}",
                "-" if one.covered is None else f"{one.covered:.1%}",
                str(figures.needed[name][0] or "never"),
            )
            for name, one in figures.end.items()
        ],
    )


def _of_levels(figures: CertificationFigures) -> Iterable[str]:
    yield "Level of each competence"
    yield from table(
        ("way", "error", "bias", "exact", "within one", "as near after"),
        [
            (
                name,
                f"{one.level_error:.2f}",
                f"{one.level_bias:+.2f}",
                f"{one.level_exact:.1%}",
                f"{one.level_within_one:.1%}",
                str(figures.needed[name][1] or "never"),
            )
            for name, one in figures.end.items()
        ],
    )


def _by_band(figures: CertificationFigures) -> Iterable[str]:
    yield "By true global level: error and bias of the score, exact global level, error of the levels of competences"
    yield from table(
        ("level", "tests", *WAYS),
        [
            (LEVEL_KEYS[band], str(found[WAYS[0]].tests), *(_short(found[name]) for name in WAYS))
            for band, found in figures.bands.items()
        ],
    )


def _by_length(figures: CertificationFigures) -> Iterable[str]:
    yield "After so many questions: error of the score, error of the levels of competences"
    yield from table(
        ("questions", *WAYS),
        [
            (
                str(count),
                *(f"{one.error:.1f}  {one.level_error:.2f}" for name in WAYS for one in [figures.curve[name][count]]),
            )
            for count in SHOWN
            if count < len(figures.curve[WAYS[0]])
        ],
    )


def _of_exposure(figures: CertificationFigures, size: int) -> Iterable[str]:
    yield f"Exposure (of {size} questions); the shortest test has {figures.fewest_questions} questions"
    yield from table(
        ("way", "most asked", "ever asked"),
        [(name, f"{most:.0%}", str(ever)) for name, (most, ever) in figures.exposure.items()],
    )


def _short(one: Nearness) -> str:
    return f"{one.error:.1f} {one.bias:+.1f} {one.exact:.0%} {one.level_error:.2f}"
