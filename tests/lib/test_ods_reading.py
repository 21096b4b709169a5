"""Workbooks that anyone may have made, read for what they hold; what is dangerous is refused."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest

from app.lib.ods import MIMETYPE
from app.lib.ods_reading import MOST_ROWS, UnreadableSheet, read_sheet

MARKUP = (
    '<?xml version="1.0"?>{before}<office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet></office:body>"
    "</office:document-content>"
)


def workbook(
    content: str, mimetype: str = MIMETYPE, *, first: int = zipfile.ZIP_STORED, then: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A zip with that `content.xml`; `first`, `then`: how its two files are packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", mimetype, first)
        archive.writestr("content.xml", content, then)
    return file.getvalue()


def cell(attributes: str = "", text: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def test_typed_cells_are_read_for_what_they_hold() -> None:
    cells = (
        cell('office:value-type="date" office:date-value="2006-02-03"', "3 févr."),
        cell('office:value-type="date" office:date-value="2006-02-03T00:00:00"', "3 févr."),
        cell('office:value-type="percentage" office:value="0.33"', "33,00 %"),
        cell('office:value-type="float" office:value="1000"', "1 000,00"),
        cell('office:value-type="string"', "<text:span>Le</text:span>fèvre<text:s text:c='2'/>B"),
        cell('table:number-columns-repeated="2"', "x"),
        "<table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>y</text:p></table:table-cell>",
    )
    read = read_sheet(workbook(MARKUP.format(before="", rows=row(*cells))))
    assert read == [["03/02/2006", "03/02/2006", "33", "1000", "Lefèvre  B", "x", "x", "y"]]


def test_empty_rows_and_columns_without_end_cost_nothing() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = row(cell(text="a"), empty) + row(empty, attributes='table:number-rows-repeated="1048576"')
    (only,) = read_sheet(workbook(MARKUP.format(before="", rows=rows)))
    assert only[0] == "a"
    assert len(only) == 40


def test_spaces_without_end_are_not_held_in_memory() -> None:
    spaces = "a" + '<text:s text:c="2000"/>' * 50_000
    content = workbook(MARKUP.format(before="", rows=row(cell(text=spaces))))
    tracemalloc.start()
    try:
        assert read_sheet(content) == [["a"]]
        assert tracemalloc.get_traced_memory()[1] < 5_000_000, "a hundred megabytes were asked for"
    finally:
        tracemalloc.stop()


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 and nothing",
        workbook("<no xml"),
        workbook("<a/>", "application/vnd.oasis.opendocument.text"),
        workbook(MARKUP.format(before=BOMB, rows=row(cell(text="&b;")))),
        workbook(MARKUP.format(before=OUTSIDE, rows=row(cell(text="&a;")))),
        workbook(MARKUP.format(before="", rows=row(cell(text="a"), attributes='table:number-rows-repeated="99999"'))),
        workbook(MARKUP.format(before="", rows=row(cell(text="a")) * (MOST_ROWS + 2))),
        workbook(MARKUP.format(before="", rows=row(cell(text="a" * 9_000_000)))),
        workbook(MARKUP.format(before="", rows=row(cell(text="a"))), first=zipfile.ZIP_BZIP2),
        workbook(MARKUP.format(before="", rows=row(cell(text="a"))), then=zipfile.ZIP_BZIP2),
        workbook(MARKUP.format(before="", rows=row(cell(text="a"))), then=zipfile.ZIP_LZMA),
    ],
    ids=[
        "nothing",
        "no zip",
        "no XML",
        "a text",
        "bomb",
        "outside",
        "repeated",
        "long",
        "large",
        "packed first",
        "packed",
        "LZMA",
    ],
)
def test_what_is_dangerous_or_no_sheet_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableSheet):
        read_sheet(content)
