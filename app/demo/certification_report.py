"""What `pix simulate certification` prints: tables for people, and lines for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from app.certification.scoring.meshes import LEVEL_KEYS
from app.demo.certification_figures import CertificationFigures, Nearness, certification_figures
from app.demo.certification_trial import SCORINGS, CertificationTrial
from app.demo.placement_report import table

SHOWN = (8, 12, 16, 20, 24, 28, 32)
COLUMNS = ("scoring", "person", "true score", "score", "stated error", "competence", "true level", "level")


def certification_report(trial: CertificationTrial) -> Iterable[str]:
    """The lines of the tables."""
    figures = certification_figures(trial)
    yield from _of_scores(figures)
    yield from _of_levels(figures)
    yield from _by_band(figures)
    yield from _by_length(figures)
    yield (
        f"Exposure: the most asked question is in {figures.most_asked:.0%} of the tests,"
        f" {figures.ever_asked} of {trial.questions} were asked; the shortest test has"
        f" {figures.fewest_questions} questions."
    )


def write_certification_csv(trial: CertificationTrial, path: Path) -> None:
    """One line for each scoring, person and competence."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for scoring in SCORINGS:
            for one in trial.taken:
                end, true = one.found[scoring][-1], one.true
                stated = "" if end.error is None else f"{end.error:.1f}"
                start = (scoring, one.person + 1, true.score, end.score, stated)
                for code, here, there in zip(trial.codes, true.levels, end.levels, strict=True):
                    writer.writerow((*start, code, here, there))


def _of_scores(figures: CertificationFigures) -> Iterable[str]:
    yield "Score in pix (error: root mean square), and global level"
    yield from table(
        ("scoring", "tests", "error", "bias", "exact level", "within one", "in 2 stated errors", "questions needed"),
        [
            (
                name,
                str(one.tests),
                f"{one.error:.1f}",
                f"{one.bias:+.1f}",
                f"{one.exact:.1%}",
                f"{one.within_one:.1%}",
                "-" if one.covered is None else f"{one.covered:.1%}",
                str(figures.needed[name] or "never"),
            )
            for name, one in figures.end.items()
        ],
    )


def _of_levels(figures: CertificationFigures) -> Iterable[str]:
    yield "Level of each competence"
    yield from table(
        ("scoring", "error", "bias", "exact", "within one"),
        [
            (
                name,
                f"{one.level_error:.2f}",
                f"{one.level_bias:+.2f}",
                f"{one.level_exact:.1%}",
                f"{one.level_within_one:.1%}",
            )
            for name, one in figures.end.items()
        ],
    )


def _by_band(figures: CertificationFigures) -> Iterable[str]:
    yield "By true global level: error and bias of the score, exact global level, error of the levels of competences"
    yield from table(
        ("level", "tests", *SCORINGS),
        [
            (LEVEL_KEYS[band], str(found[SCORINGS[0]].tests), *(_short(found[name]) for name in SCORINGS))
            for band, found in figures.bands.items()
        ],
    )


def _by_length(figures: CertificationFigures) -> Iterable[str]:
    yield "After so many questions: error of the score, error of the levels of competences"
    yield from table(
        ("questions", *SCORINGS),
        [
            (
                str(count),
                *(
                    f"{one.error:.1f}  {one.level_error:.2f}"
                    for name in SCORINGS
                    for one in [figures.curve[name][count]]
                ),
            )
            for count in SHOWN
            if count < len(figures.curve[SCORINGS[0]])
        ],
    )


def _short(one: Nearness) -> str:
    return f"{one.error:.1f} {one.bias:+.1f} {one.exact:.0%} {one.level_error:.2f}"
