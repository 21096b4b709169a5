"""Simulated people on the real bank: the promises that the README prints."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from app.certification.scoring.configurations import configuration_on
from app.cli import parser
from app.demo.certification_figures import certification_figures
from app.demo.certification_report import certification_report
from app.demo.certification_trial import OURS, REFERENCE, RESCORED, certification_trial
from app.demo.simulated_bank import real_bank
from app.demo.simulated_people import Truth
from tests.evaluation.certifying.banks import real_index

RULES = configuration_on(date(2026, 11, 21))


def test_ours_is_nearer_the_truth_and_arrives_sooner() -> None:
    trial = certification_trial(real_bank(real_index()), Truth(), 14, 1, RULES)
    figures = certification_figures(trial)
    assert figures.fewest_questions == 32
    assert figures.end[OURS].level_error < figures.end[REFERENCE].level_error
    assert figures.end[RESCORED].level_error < figures.end[REFERENCE].level_error
    assert figures.end[OURS].error < 60
    assert abs(figures.end[OURS].bias) < 25
    assert figures.end[OURS].within_one > 0.9
    assert figures.curve[OURS][16].error < figures.curve[REFERENCE][16].error * 0.8
    assert all(one and one < 32 for one in figures.needed[OURS])
    assert figures.exposure[OURS][0] < figures.exposure[REFERENCE][0]
    assert any("independent_2" in line for line in certification_report(trial))


async def test_the_command_prints_the_tables_and_writes_a_line_for_each_competence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "levels.csv"

    async def printed(*options: str) -> str:
        arguments = parser().parse_args(["simulate", "certification", "--bank", "generated", *options])
        assert await arguments.run(arguments) == 0
        return capsys.readouterr().out

    once = await printed("--people", "2", "--csv", str(lines))
    assert all(way in once for way in (REFERENCE, RESCORED, OURS))
    assert len(list(csv.DictReader(lines.open(encoding="utf-8")))) == 3 * 2 * 16
    assert once == await printed("--people", "2")
    assert once != await printed("--people", "2", "--seed", "2")
    assert "score_intervals" in await printed("--cut-points")
