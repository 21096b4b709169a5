"""`make bench-placement`: the placement engines beside a known truth; writes README.md and its drawings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time

from app.content.index import build_index
from app.content.reading import read_tree
from app.content.release import build_release
from app.demo.placement_command import engines_of
from app.demo.placement_figures import figures_of
from app.demo.placement_report import report
from app.demo.placement_trial import Trial, trial
from app.demo.simulated_bank import Bank, generated_bank, real_bank
from tests.benchmarks.placement.drawing import Points, bars, curves
from tests.benchmarks.placement.page import Measured, page
from tests.benchmarks.placement.truths import PANEL, PROMISE, One
from tests.benchmarks.placement.verdicts import OURS, Tried, tried, verdicts

HERE = Path(__file__).parent
CONTENT = HERE.parents[2] / "content"
DATE = "21 November 2026"
ALL = ("reference", OURS, "random", "ladder", "catsim")
BOTH = ("reference", OURS)
SEED = 1
LEARNERS, OF_THE_PANEL, OF_THE_REAL_BANK = 60, 24, 24
"""Each takes 16 tests."""


def main() -> None:
    began = process_time()
    _, missing = engines_of(ALL)
    promise = run("the promise", generated_bank(0, SEED), PROMISE, ALL, LEARNERS)
    print(*report(promise, missing), sep="\n")
    tries = {"the promise": tried(promise)}
    for name, one in PANEL.items():
        tries[name] = tried(run(name, generated_bank(one.truth.misset, SEED), one, BOTH, OF_THE_PANEL))
        print(line_of(tries[name]))
    real = run("the real bank", bank_of_the_content(), PROMISE, BOTH, OF_THE_REAL_BANK)
    print(*report(real, {}), sep="\n")
    tries["the real bank"] = tried(real)
    found = verdicts(tries)
    print(*(f"{'holds' if one.holds else 'DOES NOT HOLD'}: {one.promise}: {one.figures}" for one in found), sep="\n")
    draw(promise, tries)
    measured = Measured(DATE, process_time() - began, promise, missing, tries, found, COMMANDS)
    write("README.md", "\n".join(page(measured)))
    print(f"\n{measured.seconds:.0f} s; written to {HERE.relative_to(Path.cwd())}/README.md")


def run(name: str, bank: Bank, one: One, engines: Sequence[str], learners: int) -> Trial:
    """A trial, announced by the command that gives the same."""
    print(f"\n{name}: {COMMANDS[name]}", flush=True)
    return trial(bank, one.truth, engines_of(engines)[0], learners, SEED)


def line_of(one: Tried) -> str:
    return (
        f"  reference {one.reference.questions:.1f} questions, error {one.beside.error:.2f};"
        f" ours {one.ours.questions:.1f}, {one.ours.end.error:.2f}; ratio {one.ratio:.2f};"
        f" with as many {one.beside.at_its_end:.2f}"
    )


def bank_of_the_content() -> Bank:
    """The real bank, read from its files."""
    release = build_release(read_tree(CONTENT))
    return real_bank(build_index(1, release.manifest, release.bodies), 0, SEED)


def command(engines: Sequence[str], learners: int, more: str) -> str:
    return f"pix simulate placement --learners {learners} --seed {SEED} --engine {','.join(engines)}{more}"


COMMANDS: Mapping[str, str] = {
    "the promise": command(ALL, LEARNERS, PROMISE.written),
    **{name: command(BOTH, OF_THE_PANEL, one.written) for name, one in PANEL.items()},
    "the real bank": command(BOTH, OF_THE_REAL_BANK, " --bank real"),
}


def draw(promise: Trial, tries: Mapping[str, Tried]) -> None:
    figures = figures_of(promise)
    errors: dict[str, Points] = {name: list(enumerate(one.curve)) for name, one in figures.items()}
    title = "Error after so many questions, in levels"
    write("error.svg", curves(title, "questions", "root mean square error", errors, 24, 4))
    stated = [(one.stated, one.true) for one in figures[OURS].tenths if one.skills]
    certainty: dict[str, Points] = {"stated": stated, "-as it should be": [(0, 0), (1, 1)]}
    write("certainty.svg", curves("Stated certainty against truth", "stated", "truly mastered", certainty, 1, 1))
    ratios = {name: one.ratio for name, one in tries.items()}
    title = "Questions needed to reach the reference's error, over its own"
    write("ratio.svg", bars(title, ratios, 1.2, {"half": 0.5, "as many": 1.0}))


def write(name: str, text: str) -> None:
    (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
