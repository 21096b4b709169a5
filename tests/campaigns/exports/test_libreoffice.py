"""The files opened by LibreOffice itself: what a teacher sees is what was written."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from pathlib import Path

import httpx
import openpyxl
import pytest

from app.organisations.learners.tables import Learner
from tests.campaigns.exports.conftest import Files
from tests.cast import Cast

HOSTILE = "=cmd|' /C calc'!A0"
SHOWN = "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,true,true,true,true,false,-1"
"""Cells as they are shown, in French; texts between quotes, others not; formulas as formulas; every sheet."""
OPENED = "CSV:59,34,76,1,,1036,false,true"
"""What a teacher in France chooses: semicolons, UTF-8, numbers and dates recognised."""


@pytest.fixture
def libreoffice(tmp_path: Path) -> Path:
    """A folder to convert files in."""
    if shutil.which("soffice") is None:
        missing = "No LibreOffice here: install it (on Debian, apt-get install libreoffice-calc)."
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    return tmp_path


def converted(folder: Path, options: list[str], *files: str) -> Path:
    """Where LibreOffice put what it made of the files of the folder."""
    output = folder / "converted"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore"]
    done = subprocess.run(
        [*command, *options, "--outdir", str(output), *files], cwd=folder, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return output


def lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


def read(file: Path) -> list[list[str]]:
    with file.open(newline="", encoding="utf-8-sig") as text:
        return list(csv.reader(text, delimiter=";"))


async def test_every_file_opens_right(client: httpx.AsyncClient, cast: Cast, a_class: int, libreoffice: Path) -> None:
    await Learner.update({Learner.last_name: HOSTILE, Learner.first_name: 'Inès ; "Zoé"'}).where(
        Learner.first_name == "Inès"
    )
    await cast.sign_in(client, "martine")
    files = Files(client, a_class)
    table = await files.table()
    for kind in ("ods", "xlsx"):
        content = (await files.get(f"export.{kind}?questions=oui")).content
        (libreoffice / f"{kind}.{kind}").write_bytes(content)
    (libreoffice / "plain.csv").write_bytes((await files.get("export.csv")).content)

    output = converted(libreoffice, ["--convert-to", SHOWN], "ods.ods", "xlsx.xlsx")
    for kind in ("ods", "xlsx"):
        results, questions = output / f"{kind}-Résultats.csv", output / f"{kind}-Questions.csv"
        check_results(results, table)
        assert len(read(questions)) == 2
        assert read(questions)[1][0] == HOSTILE
    converted(libreoffice, [f"--infilter={OPENED}", "--convert-to", SHOWN.removesuffix(",-1")], "plain.csv")
    check_plain(output / "plain.csv", table)
    converted(libreoffice, ["--convert-to", "xlsx:Calc MS Excel 2007 XML"], "ods.ods")
    check_layout(output / "ods.xlsx")


def check_results(file: Path, table: list[dict[str, str]]) -> None:
    """Texts are texts, numbers numbers, shares percents, dates dates."""
    rows = read(file)
    assert rows[0] == list(table[0])
    assert len(rows) == len(table) + 1
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Nom du participant"] == HOSTILE
    assert first["Prénom du participant"] == 'Inès ; "Zoé"'
    assert first["Numéro d’étudiant"] == "0042"
    assert first["Date de début"] == table[0]["Date de début"]
    whole = "% maîtrise de l’ensemble des acquis du profil"
    assert first[whole] == f"{round(100 * float(table[0][whole].replace(',', '.')))}%"
    written = lines(file)[1]
    assert f'"{HOSTILE}"' in written, "a text, not a formula that happens to show the same"
    assert '"0042"' in written
    assert f'"{first[whole]}"' not in written
    assert f'"{first["Date de début"]}"' not in written
    assert [row[-1] for row in rows[2:]] == ["NA"] * 3


def check_plain(file: Path, table: list[dict[str, str]]) -> None:
    """The same of the CSV: its names are texts, its decimals are numbers."""
    rows = read(file)
    assert rows[0] == list(table[0])
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Nom du participant"] == f"'{HOSTILE}"
    assert first["Prénom du participant"] == 'Inès ; "Zoé"'
    written = lines(file)[1]
    assert f'"\'{HOSTILE}"' in written
    whole = "% maîtrise de l’ensemble des acquis du profil"
    assert float(first[whole]) == float(table[0][whole].replace(",", "."))
    assert f'"{first[whole]}"' not in written
    assert f'"{first["Date de début"]}"' not in written


def check_layout(file: Path) -> None:
    """Columns are wide enough, titles are bold, filters are there. (The line that stays needs a window.)"""
    book = openpyxl.load_workbook(file)
    assert all(page.auto_filter.ref is not None for page in book.worksheets)
    page = book["Résultats"]
    assert page.column_dimensions["A"].width > page.column_dimensions["B"].width
    assert page["A1"].font.b
