"""People of known abilities are placed near them, on the real bank and on a generated one; nobody runs out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.cli import parser
from app.content.index import build_index
from app.content.reading import read_tree
from app.content.release import build_release
from app.demo.placement_command import engines_of
from app.demo.placement_figures import accuracy, calibration_gap, compared, figures_of
from app.demo.placement_report import report
from app.demo.placement_trial import trial
from app.demo.simulated_bank import Bank, generated_bank, real_bank
from app.demo.simulated_peer import NOT_INSTALLED
from app.demo.simulated_people import Truth
from app.evaluation.engines import ENGINES

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def real() -> Bank:
    """The real content, read from its files."""
    release = build_release(read_tree(CONTENT))
    return real_bank(build_index(1, release.manifest, release.bodies))


def test_each_competence_of_the_real_bank_places_people_near_their_level(real: Bank) -> None:
    found = trial(real, Truth(), ENGINES, 8, seed=3)
    for engine, figures in figures_of(found).items():
        assert figures.ran_out == figures.endless == 0
        assert figures.end.tests == 8 * len(real.tests)
        assert figures.end.error < 0.8
        assert abs(figures.end.bias) < 0.3
        for code in real.by_code:
            ends = [one.end for one in found.taken[engine] if one.competence == code]
            assert accuracy(ends).error < 1.3, (engine, code)
            assert sum(abs(one.gap) <= 1.5 for one in ends) >= 6, (engine, code)


def test_the_bayesian_engine_is_as_near_the_truth_with_half_the_questions_and_says_how_sure_it_is() -> None:
    found = trial(generated_bank(), Truth(), ENGINES, 10, seed=2)
    figures, beside = figures_of(found), compared(found, "bayesian")
    assert figures["bayesian"].questions < figures["reference"].questions * 0.6
    assert figures["bayesian"].end.error < figures["reference"].end.error + 0.1
    assert figures["bayesian"].end.right > figures["reference"].end.right
    assert beside.ratio
    assert beside.ratio < 0.6
    assert beside.at_its_end < beside.error
    assert calibration_gap(figures["bayesian"].tenths) < 0.05


def test_the_same_seed_gives_the_same_people() -> None:
    bank = generated_bank()

    def gaps(seed: int) -> list[float]:
        return [one.end.gap for one in trial(bank, Truth(), ENGINES[:1], 2, seed).taken[ENGINES[0].name]]

    assert gaps(7) == gaps(7)
    assert gaps(7) != gaps(8)


async def test_the_command_prints_the_tables_and_writes_a_line_for_each_test(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "tests.csv"
    names = "reference,bayesian,random,ladder"
    arguments = parser().parse_args(
        ["simulate", "placement", "--learners", "2", "--engine", names, "--csv", str(lines)]
    )
    assert await arguments.run(arguments) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in names.split(","))
    rows = list(csv.DictReader(lines.open(encoding="utf-8")))
    assert len(rows) == 4 * 2 * 16
    assert {row["learner"] for row in rows} == {"1", "2"}


async def test_it_says_why_each_question_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = parser().parse_args(["simulate", "placement", "--explain", "1.1", "--bank", "generated"])
    assert await arguments.run(arguments) == 0
    printed = capsys.readouterr().out
    for words in ("believed before", "chance of success", "expected gain", "runner-up", "rules: start", "Stops: "):
        assert words in printed
    missing = parser().parse_args(["simulate", "placement", "--explain", "9.9", "--bank", "generated"])
    assert await missing.run(missing) == 1
    assert "9.9" in capsys.readouterr().err


def test_the_library_of_the_peer_plays_when_it_is_installed_and_is_told_missing_otherwise() -> None:
    engines, missing = engines_of(["reference", "catsim"])
    found = trial(generated_bank(), Truth(), engines, 1, 1)
    assert [*found.taken, *missing] == ["reference", "catsim"]
    assert any("not installed" in line for line in report(found, {"catsim": NOT_INSTALLED}))
