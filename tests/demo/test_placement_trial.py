"""People of known abilities are placed near them, on the real bank and on a generated one; nobody runs out."""

from __future__ import annotations

import csv
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.cli import parser
from app.content import releases
from app.content.index import ContentIndex
from app.demo.placement_figures import accuracy, calibration_gap, compared, figures_of
from app.demo.placement_trial import trial
from app.demo.simulated_bank import generated_bank, real_bank
from app.demo.simulated_people import Truth
from app.evaluation.engines import ENGINES
from app.lib.clock import now
from app.persistence.engine import Database

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
async def index(database: Database) -> AsyncIterator[ContentIndex]:
    """The real content."""
    del database
    releases.forget()
    found, _ = await releases.load_tree(CONTENT, now())
    yield found
    releases.forget()


async def test_each_competence_of_the_real_bank_places_people_near_their_level(index: ContentIndex) -> None:
    bank = real_bank(index)
    found = trial(bank, Truth(), ENGINES, 15, seed=3)
    for engine, figures in figures_of(found).items():
        assert figures.ran_out == figures.endless == 0
        assert figures.end.tests == 15 * len(bank.tests)
        for code in bank.by_code:
            ends = [one.end for one in found.taken[engine] if one.competence == code]
            assert accuracy(ends).error < 1.3, (engine, code)
            assert abs(accuracy(ends).bias) < 0.6, (engine, code)
            assert sum(abs(one.gap) <= 1 for one in ends) / len(ends) > 0.65, (engine, code)


def test_the_bayesian_engine_is_nearer_the_truth_with_fewer_questions_and_says_how_sure_it_is() -> None:
    found = trial(generated_bank(), Truth(), ENGINES, 12, seed=2)
    figures, beside = figures_of(found), compared(found, "bayesian")
    assert figures["bayesian"].questions < figures["reference"].questions
    assert figures["bayesian"].end.error < figures["reference"].end.error
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
