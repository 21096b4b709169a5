"""The page that says what was measured: README.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.demo.placement_figures import Figures, calibration_gap, figures_of
from app.demo.placement_trial import Trial
from tests.benchmarks.placement.truths import PANEL
from tests.benchmarks.placement.verdicts import OURS, Tried, Verdict

HEAD = """# Half the questions

Written by `make bench-placement` on {date}, in {seconds:.0f} s of one processor. Simulated people, whose abilities are
known, take the tests of 16 competences, some days apart, through the real interface of each placement engine
(`app/demo/placement_trial.py`). Levels are pix / 8; the error is the root mean square of the level found minus the
true one, « right » the part of the skills classified right.
"""
PROMISED = """## On the truth of the promise

16 competences, 5 topics, 8 levels; slope 1.7, guess 0.15, slip 0.1; people of mean ability 3.5 and spreads 1.2
(general), 0.8 (competence), 0.8 (topic). The engines are told nothing of it, not even guess and slip.

    {command}

`random`: any unknown skill, with the reference's inferences. `ladder`: from level 3, up or down until it turns round,
topic by topic. `catsim`: maximum information on one ability for each competence, by the public library of that name.
"""
OTHERS = """## On other truths

« Needed »: questions after which ours is as near the truth as the reference at its end; « ratio »: those over the mean
number of questions of the reference (never reached: all those that were tried). « As many »: error of ours when each
test is played on until it has as many questions as the reference's. « Points »: mean distance between what is stated
and what is true.
"""
HOW = """## The commands

Each prints all its figures:
"""
END = """
`pix simulate placement --explain 1.1` says of each question of one test why it was asked.
The library of the peer comes with `pip install -e '.[bench]'`; without it, its row says « not installed ».
"""


@dataclass(frozen=True)
class Measured:
    """Everything a run of the benchmark found."""

    date: str
    seconds: float
    promise: Trial
    missing: Mapping[str, str]
    tries: Mapping[str, Tried]
    """The promise, the panel, the real bank."""
    verdicts: Sequence[Verdict]
    commands: Mapping[str, str]
    """By the same names."""


def page(found: Measured) -> Iterable[str]:
    figures = figures_of(found.promise)
    yield HEAD.format(date=found.date, seconds=found.seconds)
    yield from _table(
        ("Promised of the Bayesian engine", "Holds", "Measured"),
        [(one.promise, "yes" if one.holds else "**no**", one.figures) for one in found.verdicts],
    )
    yield PROMISED.format(command=found.commands["the promise"])
    yield from _engines(figures.values(), found.missing)
    yield "![Error after so many questions](error.svg)\n"
    yield from _levels(figures.values())
    yield "Skills by the probability, stated at the end by the Bayesian engine, that they are mastered:\n"
    yield from _certainty(figures[OURS])
    yield "![Stated certainty against truth](certainty.svg)\n"
    yield OTHERS
    yield from _panel(found.tries)
    yield "![Questions needed over those of the reference](ratio.svg)\n"
    yield HOW
    for name, command in found.commands.items():
        says = PANEL[name].says if name in PANEL else ""
        yield f"    {command}  # {name}{': ' if says else ''}{says}"
    yield END


def _engines(figures: Iterable[Figures], missing: Mapping[str, str]) -> Iterable[str]:
    rows = [
        (
            one.engine,
            f"{one.questions:.1f} ({one.fewest:.0f}, {one.most:.0f})",
            f"{one.end.error:.2f}",
            f"{one.end.bias:+.2f}",
            f"{one.end.right:.1%}",
            f"{one.most_asked:.0%}",
            str(one.ever_asked),
            f"{one.median_choice * 1000:.2f}, {one.slow_choice * 1000:.2f} ms",
        )
        for one in figures
    ]
    heading = ("Engine", "Questions (5 %, 95 %)", "Error", "Bias", "Right", "Most asked", "Ever asked", "Choice (95 %)")
    absent = [(name, why, *("",) * (len(heading) - 2)) for name, why in missing.items()]
    yield from _table(heading, [*rows, *absent])


def _levels(figures: Iterable[Figures]) -> Iterable[str]:
    figures = list(figures)
    levels = sorted({level for one in figures for level in one.by_level})
    yield "Error, then bias, by true level:\n"
    rows = []
    for one in figures:
        cells = [one.by_level.get(level) for level in levels]
        rows.append((one.engine, *(f"{cell.error:.2f} {cell.bias:+.2f}" if cell else "" for cell in cells)))
    yield from _table(("Engine", *map(str, levels)), rows)


def _certainty(ours: Figures) -> Iterable[str]:
    yield from _table(
        ("Tenth", "Skills", "Stated", "True"),
        [
            (f"{rank * 10}-{rank * 10 + 10} %", str(one.skills), f"{one.stated:.1%}", f"{one.true:.1%}")
            for rank, one in enumerate(ours.tenths)
        ],
    )


def _panel(tries: Mapping[str, Tried]) -> Iterable[str]:
    rows = [
        (
            name,
            f"{one.reference.questions:.1f}, {one.beside.error:.2f}",
            f"{one.ours.questions:.1f}, {one.ours.end.error:.2f}",
            "never" if one.beside.needed is None else f"{one.beside.needed:.1f}",
            f"{one.ratio:.2f}",
            f"{one.beside.at_its_end:.2f}",
            f"{calibration_gap(one.ours.tenths) * 100:.1f}",
        )
        for name, one in tries.items()
    ]
    questions = ("Reference: questions, error", "Ours: questions, error")
    yield from _table(("Truth", *questions, "Needed", "Ratio", "As many", "Points"), rows)


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    for line in (heading, ["---"] * len(heading), *rows):
        yield f"| {' | '.join(line)} |"
    yield ""
