"""A workbook for LibreOffice (OpenDocument 1.3), row after row at constant memory.

A zip whose `mimetype` comes first and is not compressed; rows are compressed into `content.xml` as they come.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from app.lib.sheets import LONGEST_TEXT, Cell, Sheet, readable

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
WIDTHS = (6, 10, 12, 16, 20, 24, 32, 48)
"""Characters: a column gets the first that is wide enough, or the last."""
CENTIMETRES = 0.22
"""Of a character."""

_PLAIN = re.compile(r"[^&<>\t\r\n ]+(?: [^&<>\t\r\n ]+)*")
"""Needs no mark-up: no space but between two words."""
_SPACES = re.compile(" {2,}|^ | $")


class OdsWorkbook:
    """See `sheets.Workbook`. `output` must be a file one can seek in."""

    def __init__(self, output: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._zip.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        for name, text in (("META-INF/manifest.xml", _MANIFEST), ("styles.xml", _STYLES)):
            self._zip.writestr(name, text)
        self._content = self._zip.open("content.xml", "w", force_zip64=True)
        self._content.write(_START.encode())
        self._sheets: list[str] = []
        self._filters: list[str] = []
        self._columns = self._rows = 0

    def begin(self, sheet: Sheet) -> None:
        self._end_sheet()
        self._sheets.append(sheet.name)
        self._columns, self._rows = len(sheet.headings), 1
        columns = "".join(f'<table:table-column table:style-name="w{_width(one.width)}"/>' for one in sheet.headings)
        cells = "".join(
            f'<table:table-cell table:style-name="head" office:value-type="string">{_paragraphs(one.words)}'
            "</table:table-cell>"
            for one in sheet.headings
        )
        self._content.write(
            f"<table:table table:name={quoteattr(sheet.name)}>{columns}<table:table-header-rows>"
            f'<table:table-row table:style-name="tall">{cells}</table:table-row></table:table-header-rows>\n'.encode()
        )

    def rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        self._rows += len(rows)
        lines = (f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>\n" for row in rows)
        self._content.write("".join(lines).encode())

    def close(self) -> None:
        self._end_sheet()
        ranges = "".join(
            f'<table:database-range table:name="__Anonymous_Sheet_DB__{number}"'
            f" table:target-range-address={quoteattr(address)}"
            ' table:display-filter-buttons="true"/>'
            for number, address in enumerate(self._filters)
        )
        found = f"<table:database-ranges>{ranges}</table:database-ranges>" if ranges else ""
        self._content.write(
            f"{found}</office:spreadsheet></office:body></office:document-content>".encode(),
        )
        self._content.close()
        self._zip.writestr("settings.xml", _settings(self._sheets))
        self._zip.close()

    def _end_sheet(self) -> None:
        if not self._sheets:
            return
        self._content.write(b"</table:table>\n")
        if self._columns and self._rows > 1:
            name = self._sheets[-1].replace("'", "''")
            self._filters.append(f"'{name}'.A1:'{name}'.{_letters(self._columns)}{self._rows}")


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return f'<table:table-cell office:value-type="string">{_paragraphs(cell)}</table:table-cell>' if cell else _NONE
    if isinstance(cell, int):
        return (
            f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p>'
            "</table:table-cell>"
        )
    if isinstance(cell, Decimal):
        return (
            f'<table:table-cell table:style-name="share" office:value-type="percentage" office:value="{cell:f}">'
            f"<text:p>{100 * cell:.0f}%</text:p></table:table-cell>"
        )
    if isinstance(cell, datetime):
        return (
            f'<table:table-cell table:style-name="moment" office:value-type="date"'
            f' office:date-value="{cell:%Y-%m-%dT%H:%M:%S}"><text:p>{cell:%d/%m/%Y %H:%M}</text:p></table:table-cell>'
        )
    if isinstance(cell, date):
        return (
            f'<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{cell:%Y-%m-%d}">'
            f"<text:p>{cell:%d/%m/%Y}</text:p></table:table-cell>"
        )
    return _NONE


_NONE = "<table:table-cell/>"


def _paragraphs(text: str) -> str:
    """A text in mark-up: XML would lose its lines, its tabulations and its doubled spaces."""
    if len(text) <= LONGEST_TEXT and text.isprintable() and _PLAIN.fullmatch(text):
        return f"<text:p>{text}</text:p>"
    lines = readable(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "".join(f"<text:p>{_line(one)}</text:p>" for one in lines)


def _line(text: str) -> str:
    spaced = _SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', escape(text))
    return spaced.replace("\t", "<text:tab/>")


def _width(characters: int) -> int:
    return next((one for one in WIDTHS if one >= characters), WIDTHS[-1])


def _letters(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _item(name: str, kind: str, value: str | int) -> str:
    return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'


def _settings(sheets: Iterable[str]) -> str:
    """The first line of every sheet stays in sight."""
    frozen = (
        _item("VerticalSplitMode", "short", 2)
        + _item("VerticalSplitPosition", "int", 1)
        + _item("ActiveSplitRange", "short", 2)
        + _item("PositionTop", "int", 0)
        + _item("PositionBottom", "int", 1)
    )
    tables = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(name)}>{frozen}</config:config-item-map-entry>"
        for name in sheets
    )
    return (
        f'{_XML}<office:document-settings {_NAMESPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        f"<config:config-item-map-entry>{_item('ViewId', 'string', 'view1')}"
        f'<config:config-item-map-named config:name="Tables">{tables}</config:config-item-map-named>'
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    )


_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    [f'xmlns:{name}="{_URN}:{name}:1.0"' for name in ("office", "style", "text", "table", "config")]
    + [
        f'xmlns:fo="{_URN}:xsl-fo-compatible:1.0"',
        f'xmlns:number="{_URN}:datastyle:1.0"',
        'xmlns:ooo="http://openoffice.org/2004/office"',
    ]
)
_MANIFEST = (
    f'{_XML}<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>'
        for name in ("content", "styles", "settings")
    )
    + "</manifest:manifest>"
)
_STYLES = (
    f'{_XML}<office:document-styles {_NAMESPACES} office:version="1.3"><office:styles>'
    '<style:default-style style:family="table-cell"><style:text-properties fo:language="fr" fo:country="FR"'
    ' fo:font-size="10pt"/></style:default-style></office:styles></office:document-styles>'
)
_DAY = (
    '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>'
    '<number:text>/</number:text><number:year number:style="long"/>'
)
_FORMATS = (
    '<number:percentage-style style:name="share-format"><number:number number:decimal-places="0"'
    ' number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>'
    f'<number:date-style style:name="day-format">{_DAY}</number:date-style>'
    f'<number:date-style style:name="moment-format">{_DAY}<number:text> </number:text>'
    '<number:hours number:style="long"/><number:text>:</number:text>'
    '<number:minutes number:style="long"/></number:date-style>'
    '<style:style style:name="share" style:family="table-cell" style:data-style-name="share-format"/>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="day-format"/>'
    '<style:style style:name="moment" style:family="table-cell" style:data-style-name="moment-format"/>'
    '<style:style style:name="head" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#dceef0" fo:wrap-option="wrap" style:vertical-align="top"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="tall" style:family="table-row">'
    '<style:table-row-properties style:row-height="2.65cm" style:use-optimal-row-height="false"/></style:style>'
)
_START = (
    f'{_XML}<office:document-content {_NAMESPACES} office:version="1.3"><office:automatic-styles>{_FORMATS}'
    + "".join(
        f'<style:style style:name="w{width}" style:family="table-column"><style:table-column-properties'
        f' style:column-width="{width * CENTIMETRES:.2f}cm"/></style:style>'
        for width in WIDTHS
    )
    + "</office:automatic-styles><office:body><office:spreadsheet>\n"
)
