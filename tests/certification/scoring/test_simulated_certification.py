"""Simulated people on the real bank: the promises that the README prints."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

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
    assert "kept apart" in await printed("--people", "2", "--room", "2")
    assert "score_intervals" in await printed("--cut-points")


async def test_single_tests_are_printed_question_by_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def printed(*options: str, status: int = 0) -> list[list[dict[str, Any]]]:
        arguments = parser().parse_args(["simulate", "certification", "--bank", "generated", *options])
        assert await arguments.run(arguments) == status
        return [json.loads(line)["questions"] for line in capsys.readouterr().out.splitlines()]

    rows = tmp_path / "rows.csv"
    rows.write_text("ok,ok,aband\nko\n", encoding="utf-8")
    first, second = await printed("--scenarios", str(rows), "--set", "choice=information")
    assert [one["answer"] for one in first] == ["ok", "ok", "aband"]
    assert -3 < first[0]["capacity"] < first[1]["capacity"]
    assert len(second) == 1
    asked = first[0]["minimum_capability"] - first[0]["difficulty"]
    assert asked * first[0]["discriminant"] == pytest.approx(2.944, abs=0.001)
    drawn = await printed("--random", "ok=1,ko=1", "--runs", "2", "--stop-at", "6")
    assert [len(one) for one in drawn] == [6, 6]
    assert drawn == await printed("--random", "ok=1,ko=1", "--runs", "2", "--stop-at", "6")
    [able] = await printed("--capacity", "3", "--stop-at", "4", "--set", "first_capacity=2")
    assert able[0]["capacity"] > 0.9
    assert await printed("--capacity", "3", "--set", "colour=red", status=1) == []
    rows.write_text("right\n", encoding="utf-8")
    assert await printed("--scenarios", str(rows), status=1) == []
