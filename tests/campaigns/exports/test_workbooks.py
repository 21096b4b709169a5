"""« Excel (.xlsx) » and « LibreOffice (.ods) »: the lines of the CSV with typed cells, and the questions."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import Any

import httpx
import openpyxl
import pytest
from odf import opendocument
from odf.table import Table

from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation
from tests.campaigns.exports.conftest import Files
from tests.cast import Cast
from tests.lib.test_workbooks import ods_rows

FORMATS = ["xlsx", "ods"]


def sheets(kind: str, content: bytes) -> dict[str, list[list[Any]]]:
    """Rows by sheet; dates as ISO, numbers as numbers, an empty cell as None."""
    if kind == "xlsx":
        book = openpyxl.load_workbook(BytesIO(content))
        return {
            page.title: [[one.isoformat() if isinstance(one, datetime) else one for one in row] for row in page.values]
            for page in book.worksheets
        }
    document = opendocument.load(BytesIO(content))
    return {
        table.getAttribute("name"): [
            [float(one[1]) if isinstance(one, tuple) else one or None for one in row] for row in ods_rows(table)
        ]
        for table in document.spreadsheet.getElementsByType(Table)
    }


def as_csv(value: Any) -> str:
    """What the CSV writes for the same cell."""
    if isinstance(value, int | float):
        return f"{value:g}".replace(".", ",")
    if value and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?", value):
        return f"{datetime.fromisoformat(value):%d/%m/%Y %H:%M}"
    return value or ""


@pytest.mark.parametrize("kind", FORMATS)
async def test_a_workbook_says_the_same_as_the_csv(
    kind: str, client: httpx.AsyncClient, cast: Cast, a_class: int
) -> None:
    await Organisation.update({Organisation.shows_skills: True}).where(Organisation.id == await cast.blaison())
    await cast.sign_in(client, "martine")
    files = Files(client, a_class)
    found = sheets(kind, (await files.get(f"export.{kind}?questions=oui")).content)
    assert list(found) == ["Résultats", "Questions"]
    for sheet, name in (("Résultats", "export.csv"), ("Questions", "questions.csv")):
        table = await files.table(name)
        assert found[sheet][0] == list(table[0])
        assert [[as_csv(cell) for cell in row] for row in found[sheet][1:]] == [list(one.values()) for one in table]


@pytest.mark.parametrize("kind", FORMATS)
async def test_cells_have_types(kind: str, client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    await cast.sign_in(client, "martine")
    titles, sent, *_, begun = sheets(kind, (await Files(client, a_class).get(f"export.{kind}")).content)["Résultats"]
    line, unsent = dict(zip(titles, sent, strict=True)), dict(zip(titles, begun, strict=True))
    assert line["ID Campagne"] == a_class
    assert line["% de progression"] == 1
    assert line["Numéro d’étudiant"] == "0042", "an identifier is no number: its zeros stay"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+", line["Date de début"])
    assert 0 < line["% maîtrise de l’ensemble des acquis du profil"] < 1
    assert unsent["Date du partage"] == "NA"
    assert unsent["% maîtrise de l’ensemble des acquis du profil"] == "NA"


@pytest.mark.parametrize("kind", FORMATS)
async def test_the_questions_come_when_they_are_asked_for(
    kind: str, client: httpx.AsyncClient, cast: Cast, a_class: int
) -> None:
    await cast.sign_in(client, "martine")
    content = (await Files(client, a_class).get(f"export.{kind}")).content
    assert list(sheets(kind, content)) == ["Résultats"]


@pytest.mark.parametrize("kind", FORMATS)
async def test_no_cell_is_a_formula(kind: str, client: httpx.AsyncClient, cast: Cast, a_class: int) -> None:
    hostile = "=cmd|' /C calc'!A0"
    await Learner.update({Learner.last_name: hostile}).where(Learner.first_name == "Inès")
    await cast.sign_in(client, "martine")
    content = (await Files(client, a_class).get(f"export.{kind}")).content
    assert sheets(kind, content)["Résultats"][1][5] == hostile, "whole, as text"
    if kind == "xlsx":
        kinds = {cell.data_type for row in openpyxl.load_workbook(BytesIO(content)).active.iter_rows() for cell in row}
        assert "f" not in kinds


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ],
)
async def test_the_file_says_what_it_is(
    kind: str, media_type: str, client: httpx.AsyncClient, cast: Cast, a_class: int
) -> None:
    await cast.sign_in(client, "martine")
    response = await Files(client, a_class).get(f"export.{kind}")
    assert response.headers["content-type"] == media_type
    assert int(response.headers["content-length"]) == len(response.content)
    assert response.headers["cache-control"] == "private, no-store"
    assert f"-{a_class}-" in response.headers["content-disposition"]
    assert response.headers["content-disposition"].endswith(f".{kind}")


async def test_the_page_explains_the_files_and_leads_to_them(
    client: httpx.AsyncClient, cast: Cast, a_class: int
) -> None:
    await cast.sign_in(client, "martine")
    page = (await Files(client, a_class).get("export")).text
    for name in ("export.csv", "questions.csv", "export.ods", "export.xlsx"):
        assert f"/orga/campagnes/{a_class}/{name}" in page
    assert "données personnelles" in page
    assert "Numéro d’étudiant" in page
    assert "groupe" in page
    assert "Non testé" not in page
    await Organisation.update({Organisation.shows_skills: True}).where(Organisation.id == await cast.blaison())
    assert "Non testé" in (await Files(client, a_class).get("export")).text
