"""What `pix simulate placement` prints: tables for people, and lines for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from app.demo.placement_figures import Figures, calibration_gap, compared, figures_of
from app.demo.placement_trial import REFERENCE, Trial

COLUMNS = (
    "engine", "learner", "competence", "rank", "questions", "end", "true level", "level found", "classified right"
)  # fmt: skip


def report(trial: Trial, missing: Mapping[str, str]) -> Iterable[str]:
    """The lines of the tables. `missing`: engines that could not be tried, and why."""
    figures = figures_of(trial)
    yield from _of_questions(figures.values(), missing)
    if REFERENCE in trial.taken and len(trial.taken) > 1:
        yield from _beside_the_reference(trial)
    yield from _by_level(figures.values())
    yield from _of_certainty(figures.values())
    yield from _of_curves(figures.values())
    yield from _of_the_bank(figures.values(), trial.bank.size)


def write_csv(trial: Trial, path: Path) -> None:
    """One line for each person and competence, engine after engine."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for engine, taken in trial.taken.items():
            for one in taken:
                level, found = one.end.level, one.end.level + one.end.gap
                start = (engine, one.person + 1, one.competence, one.rank + 1, one.questions, one.reason)
                writer.writerow((*start, f"{level:.3f}", f"{found:.3f}", f"{one.end.right:.3f}"))


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    """Columns as wide as they must be: the first to the left, numbers to the right."""
    lines = [list(heading), *map(list, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heading))]
    for line in lines:
        cells = [
            text.ljust(wide) if not column else text.rjust(wide)
            for column, (text, wide) in enumerate(zip(line, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
    yield ""


def _of_questions(figures: Iterable[Figures], missing: Mapping[str, str]) -> Iterable[str]:
    heading = ("engine", "tests", "questions", "5 %", "95 %", "error", "bias", "skills right", "ran out", "endless")
    rows = [
        (
            one.engine,
            str(one.end.tests),
            f"{one.questions:.1f}",
            f"{one.fewest:.0f}",
            f"{one.most:.0f}",
            f"{one.end.error:.2f}",
            f"{one.end.bias:+.2f}",
            f"{one.end.right:.1%}",
            str(one.ran_out),
            str(one.endless),
        )
        for one in figures
    ]
    absent = [(engine, why, *("",) * (len(heading) - 2)) for engine, why in missing.items()]
    yield "Questions asked, and levels found minus true ones (error: root mean square)"
    yield from table(heading, [*rows, *absent])
    if missing:
        yield "What is not installed is, with: pip install -e '.[bench]'\n"


def _beside_the_reference(trial: Trial) -> Iterable[str]:
    rows = []
    for engine in trial.taken:
        if engine == REFERENCE:
            continue
        one = compared(trial, engine)
        needed = "never" if one.needed is None else f"{one.needed:.1f}"
        ratio = "-" if one.ratio is None else f"{one.ratio:.2f}"
        rows.append((engine, needed, ratio, f"{one.at_its_end:.2f}"))
    yield "Questions needed to reach the reference's error, over its own; error after as many questions as it asks"
    yield from table(("engine", "needed", "ratio", "error then"), rows)


def _by_level(figures: Iterable[Figures]) -> Iterable[str]:
    figures = list(figures)
    levels = sorted({level for one in figures for level in one.by_level})
    yield "Error and bias by true level"
    yield from table(
        ("engine", *map(str, levels)),
        [
            (
                one.engine,
                *(
                    f"{found.error:.2f} {found.bias:+.2f}" if (found := one.by_level.get(level)) else "-"
                    for level in levels
                ),
            )
            for one in figures
        ],
    )


def _of_certainty(figures: Iterable[Figures]) -> Iterable[str]:
    for one in figures:
        if not one.tenths:
            continue
        yield f"Certainty of {one.engine}: skills by stated probability of being mastered, and how many are"
        yield from table(
            ("stated", "skills", "mean stated", "true"),
            [
                (f"{rank * 10}-{rank * 10 + 10} %", str(tenth.skills), f"{tenth.stated:.1%}", f"{tenth.true:.1%}")
                for rank, tenth in enumerate(one.tenths)
            ],
        )
        yield f"Mean distance between stated and true: {calibration_gap(one.tenths) * 100:.1f} points\n"


def _of_curves(figures: Iterable[Figures]) -> Iterable[str]:
    figures = list(figures)
    longest = max((len(one.curve) for one in figures), default=0)
    yield "Error after so many questions, if the test were ended there"
    yield from table(
        ("questions", *(one.engine for one in figures)),
        [
            (str(asked), *(f"{one.curve[asked]:.2f}" if asked < len(one.curve) else "" for one in figures))
            for asked in range(longest)
        ],
    )


def _of_the_bank(figures: Iterable[Figures], size: int) -> Iterable[str]:
    yield f"Exposure (of {size} challenges), and processor time of a choice in milliseconds"
    yield from table(
        ("engine", "most asked", "ever asked", "median", "95 %"),
        [
            (
                one.engine,
                f"{one.most_asked:.0%}",
                str(one.ever_asked),
                f"{one.median_choice * 1000:.2f}",
                f"{one.slow_choice * 1000:.2f}",
            )
            for one in figures
        ],
    )
