"""The two formats of a workbook, read back with the libraries that others read them with."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf import opendocument
from odf.namespaces import OFFICENS, TABLENS
from odf.table import DatabaseRange, Table, TableCell, TableColumn, TableHeaderRows, TableRow
from odf.text import P

from app.lib.ods import MIMETYPE, OdsWorkbook
from app.lib.sheets import Cell, Heading, Sheet, Workbook
from app.lib.xlsx import XlsxWorkbook

RESULTS = Sheet(
    "Résultats",
    (Heading("Nom", 24), Heading("Acquis", 10), Heading("Part"), Heading("Le"), Heading("Née le"), Heading("Mot")),
)
QUESTIONS = Sheet("Questions d'élèves", (Heading("Nom"),))
MOMENT = datetime(2026, 11, 9, 10, 42)
BORN = date(2005, 6, 23)
ROW: Sequence[Cell] = ("Carré", 12, Decimal("0.35"), MOMENT, BORN, None)
HOSTILE = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+33 6",
    "-1-2",
    "@SUM(A1)",
    "http://ailleurs.example/",
    "<b>&amp;</b>",
    'des "guillemets"',
    "0042",
    "1,5",
    "12/11/2026",
    "日本語 عربي 🙂",
    "x" * 255,
]


def written(kind: str, folder: Path, *sheets: tuple[Sheet, Sequence[Sequence[Cell]]]) -> BytesIO:
    output = BytesIO()
    book: Workbook = OdsWorkbook(output) if kind == "ods" else XlsxWorkbook(output, folder)
    for sheet, rows in sheets:
        book.begin(sheet)
        for row in rows:
            book.rows([row])
    book.close()
    output.seek(0)
    return output


def ods_rows(table: Table) -> list[list[Any]]:
    return [[ods_value(cell) for cell in row.getElementsByType(TableCell)] for row in table.getElementsByType(TableRow)]


def ods_value(cell: TableCell) -> Any:
    kind = cell.getAttrNS(OFFICENS, "value-type")
    assert cell.getAttrNS(TABLENS, "formula") is None
    if kind in ("float", "percentage"):
        return kind, cell.getAttrNS(OFFICENS, "value")
    if kind == "date":
        return cell.getAttrNS(OFFICENS, "date-value")
    return "\n".join(text_of(one) for one in cell.getElementsByType(P)) if kind else None


def text_of(node: Any) -> str:
    if node.nodeType == node.TEXT_NODE:
        return str(node.data)
    if node.qname[1] == "s":
        return " " * int(node.getAttrNS(node.qname[0], "c") or 1)
    return "\t" if node.qname[1] == "tab" else "".join(map(text_of, node.childNodes))


def test_ods_cells_have_their_types(tmp_path: Path) -> None:
    document = opendocument.load(written("ods", tmp_path, (RESULTS, [ROW, ROW]), (QUESTIONS, [["Zoé"]])))
    first, second = document.spreadsheet.getElementsByType(Table)
    assert (first.getAttribute("name"), second.getAttribute("name")) == ("Résultats", "Questions d'élèves")
    row = ["Carré", ("float", "12"), ("percentage", "0.35"), "2026-11-09T10:42:00", "2005-06-23", None]
    assert ods_rows(first) == [["Nom", "Acquis", "Part", "Le", "Née le", "Mot"], row, row]
    assert ods_rows(second) == [["Nom"], ["Zoé"]]


def test_ods_has_widths_a_header_that_stays_and_filters(tmp_path: Path) -> None:
    file = written("ods", tmp_path, (RESULTS, [ROW, ROW]), (QUESTIONS, []))
    document = opendocument.load(file)
    table = document.spreadsheet.getElementsByType(Table)[0]
    assert [one.getAttribute("stylename") for one in table.getElementsByType(TableColumn)][:2] == ["w24", "w10"]
    assert len(table.getElementsByType(TableHeaderRows)) == 1
    ranges = document.spreadsheet.getElementsByType(DatabaseRange)
    assert [one.getAttribute("targetrangeaddress") for one in ranges] == ["'Résultats'.A1:'Résultats'.F3"]
    settings_xml = zipfile.ZipFile(file).read("settings.xml").decode()
    assert 'xmlns:ooo="http://openoffice.org/2004/office"' in settings_xml, "without it, LibreOffice reads none of it"
    assert settings_xml.count('"VerticalSplitPosition" config:type="int">1<') == 2


def test_ods_begins_with_what_it_is(tmp_path: Path) -> None:
    file = written("ods", tmp_path, (RESULTS, [ROW]))
    assert file.getvalue()[30:].startswith(b"mimetype" + MIMETYPE.encode())
    names = zipfile.ZipFile(file).namelist()
    assert names[0] == "mimetype"
    assert set(names[1:]) == {"META-INF/manifest.xml", "styles.xml", "content.xml", "settings.xml"}


def test_xlsx_cells_have_their_types(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written("xlsx", tmp_path, (RESULTS, [ROW, ROW]), (QUESTIONS, [["Zoé"]])))
    assert book.sheetnames == ["Résultats", "Questions d'élèves"]
    page = book["Résultats"]
    assert [cell.value for cell in page[1]] == ["Nom", "Acquis", "Part", "Le", "Née le", "Mot"]
    assert [cell.value for cell in page[3]] == ["Carré", 12, 0.35, MOMENT, datetime(2005, 6, 23), None]
    assert [cell.number_format for cell in page[3]][2:5] == ["0%", "dd/mm/yyyy hh:mm", "dd/mm/yyyy"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:F3"
    assert page.column_dimensions["A"].width == pytest.approx(24, abs=1)
    assert list(tmp_path.iterdir()) == [], "the rows that waited are gone"


@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_nothing_is_a_formula_nor_a_link(kind: str, tmp_path: Path) -> None:
    file = written(kind, tmp_path, (QUESTIONS, [[one] for one in HOSTILE]))
    if kind == "ods":
        table = opendocument.load(file).spreadsheet.getElementsByType(Table)[0]
        assert [row[0] for row in ods_rows(table)[1:]] == HOSTILE
        assert b"xlink" not in zipfile.ZipFile(file).read("content.xml")
    else:
        page = openpyxl.load_workbook(file).worksheets[0]
        assert [row[0].value for row in page.iter_rows(min_row=2)] == HOSTILE
        assert {row[0].data_type for row in page.iter_rows(min_row=2)} == {"s"}
        assert not any(row[0].hyperlink for row in page.iter_rows(min_row=2))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.text(st.characters(exclude_categories=("C",)), max_size=30), st.integers()), max_size=8))
def test_ods_gives_back_any_value(tmp_path: Path, values: list[str | int]) -> None:
    table = opendocument.load(written("ods", tmp_path, (QUESTIONS, [[one] for one in values])))
    rows = ods_rows(table.spreadsheet.getElementsByType(Table)[0])[1:]
    assert [row[0] for row in rows] == [("float", str(one)) if isinstance(one, int) else one or None for one in values]


@pytest.mark.parametrize("text", ["a\nb", "a\tb", "  a   b ", "a\r\nb", "\n", "fin ", " "])
def test_ods_keeps_lines_and_spaces(text: str, tmp_path: Path) -> None:
    table = opendocument.load(written("ods", tmp_path, (QUESTIONS, [[text]]))).spreadsheet.getElementsByType(Table)[0]
    assert ods_rows(table)[1:] == [[text.replace("\r\n", "\n")]]


@pytest.mark.parametrize("kind", ["ods", "xlsx"])
@pytest.mark.parametrize("text", ["a\0b", "a\x0bb", "a\ud800b", "a\uffffb", "x" * 40_000])
def test_what_no_file_can_hold_is_left_out(kind: str, text: str, tmp_path: Path) -> None:
    file = written(kind, tmp_path, (QUESTIONS, [[text]]))
    if kind == "ods":
        value = ods_rows(opendocument.load(file).spreadsheet.getElementsByType(Table)[0])[1][0]
    else:
        value = openpyxl.load_workbook(file).worksheets[0]["A2"].value
    assert value == ("ab" if len(text) == 3 else "x" * 32_767)


def test_a_workbook_may_have_no_row(tmp_path: Path) -> None:
    for kind in ("ods", "xlsx"):
        file = written(kind, tmp_path, (RESULTS, []))
        if kind == "ods":
            assert len(ods_rows(opendocument.load(file).spreadsheet.getElementsByType(Table)[0])) == 1
        else:
            assert openpyxl.load_workbook(file).worksheets[0].max_row == 1
