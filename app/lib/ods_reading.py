"""Reads the first sheet of an ODS workbook that anyone may have made: bounded, without entities, in memory. Pure."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from xml.parsers import expat

MOST_FILES = 200
LARGEST_CONTENT = 8_000_000
"""Bytes of `content.xml`, unpacked."""
MOST_ROWS, MOST_COLUMNS = 1_000, 40
LONGEST_CELL = 2_000
_MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_CHUNK = 65_536
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""As ODF wants it. Of the others, `zipfile` unpacks thousands of megabytes before it gives the first bytes."""


class UnreadableSheet(Exception):
    """It is no ODS workbook, or one that is not read: too large, with a DTD, protected."""


def read_sheet(content: bytes) -> list[list[str]]:
    """The rows of the first sheet, as text: dates as 02/02/2006, shares as 33. Empty rows stay, the last ones aside.

    Raises UnreadableSheet.
    """
    reader = _Reader()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive)
            with archive.open("content.xml") as xml:
                size = 0
                while (chunk := xml.read(_CHUNK)) and not reader.done:
                    size += len(chunk)
                    if size > LARGEST_CONTENT:
                        raise UnreadableSheet
                    reader.feed(chunk)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise UnreadableSheet from error
    except expat.ExpatError as error:
        raise UnreadableSheet from error
    if not reader.done:
        raise UnreadableSheet
    rows = reader.rows
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _check(archive: zipfile.ZipFile) -> None:
    """By its content, whatever its name. Raises UnreadableSheet."""
    files = archive.infolist()
    if len(files) > MOST_FILES or not files or files[0].filename != "mimetype":
        raise UnreadableSheet
    read = [archive.getinfo("mimetype"), archive.getinfo("content.xml")]
    if any(one.compress_type not in _PACKED or one.file_size > LARGEST_CONTENT for one in read):
        raise UnreadableSheet
    with archive.open("mimetype") as file:
        if file.read(len(_MIMETYPE) + 1).strip() != _MIMETYPE:
            raise UnreadableSheet


@dataclass
class _Reader:
    """Takes the XML as it comes, and keeps the cells of the first table."""

    rows: list[list[str]] = field(default_factory=list)
    done: bool = False
    _row: list[str] | None = None
    _row_repeated: int = 1
    _cell: list[str] | None = None
    _letters: int = 0
    """Of the cell."""
    _typed: str | None = None
    _cell_repeated: int = 1
    _paragraphs: int = 0
    _noted: int = 0

    def __post_init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse

    def feed(self, chunk: bytes) -> None:
        """Raises UnreadableSheet or ExpatError."""
        self._parser.Parse(chunk)

    def _refuse(self, *_: object) -> None:
        raise UnreadableSheet

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.done:
            return
        if name == f"{_OFFICE} annotation":
            self._noted += 1
        elif name == f"{_TABLE} table-row" and self._row is None:
            self._row = []
            self._row_repeated = _count(attributes.get(f"{_TABLE} number-rows-repeated"))
        elif name in (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell") and self._row is not None:
            self._cell, self._letters, self._paragraphs = [], 0, 0
            self._typed = _typed(attributes)
            self._cell_repeated = _count(attributes.get(f"{_TABLE} number-columns-repeated"))
        elif self._cell is not None and not self._noted:
            self._inside(name, attributes)

    def _inside(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_TEXT} p":
            self._paragraphs += 1
            if self._paragraphs > 1:
                self._write("\n")
        elif name == f"{_TEXT} s":
            self._write(" " * min(_count(attributes.get(f"{_TEXT} c")), LONGEST_CELL))
        elif name in (f"{_TEXT} tab", f"{_TEXT} line-break"):
            self._write(" ")

    def _write(self, words: str) -> None:
        """What is beyond the longest cell is not even held: twenty bytes of XML may ask for thousands of spaces."""
        assert self._cell is not None
        if self._letters < LONGEST_CELL:
            self._cell.append(words)
            self._letters += len(words)

    def _characters(self, data: str) -> None:
        if self._cell is not None and self._paragraphs and not self._noted and not self.done:
            self._write(data)

    def _end(self, name: str) -> None:
        if self.done:
            return
        if name == f"{_OFFICE} annotation":
            self._noted -= 1
        elif name in (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell") and self._cell is not None:
            self._keep_cell()
        elif name == f"{_TABLE} table-row" and self._row is not None:
            self._keep_row()
        elif name == f"{_TABLE} table":
            self.done = True

    def _keep_cell(self) -> None:
        assert self._cell is not None
        assert self._row is not None
        text = (self._typed if self._typed is not None else "".join(self._cell))[:LONGEST_CELL].strip()
        room = MOST_COLUMNS - len(self._row)
        self._row += [text] * min(self._cell_repeated, room)
        self._cell = None

    def _keep_row(self) -> None:
        assert self._row is not None
        room = MOST_ROWS + 1 - len(self.rows)
        if any(self._row) and room < self._row_repeated:
            raise UnreadableSheet
        self.rows += [list(self._row) for _ in range(min(self._row_repeated, room))]
        self._row = None


def _typed(attributes: dict[str, str]) -> str | None:
    """What a typed cell holds, whatever it shows; None for a text."""
    kind = attributes.get(f"{_OFFICE} value-type")
    if kind == "date":
        year, _, rest = attributes.get(f"{_OFFICE} date-value", "").partition("-")
        month, _, day = rest.partition("-")
        return f"{day[:2]}/{month}/{year}" if day else None
    if kind in ("float", "percentage", "currency"):
        return _number(attributes.get(f"{_OFFICE} value", ""), percents=kind == "percentage")
    return None


def _number(value: str, *, percents: bool) -> str | None:
    """1000 for `1000.0`; 33 for a share of `0.33`."""
    try:
        number = Decimal(value[:30]) * (100 if percents else 1)
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > 10**15:
        return None
    return f"{number.normalize():f}"


def _count(typed: str | None) -> int:
    return int(typed) if typed and typed.isascii() and typed.isdigit() and len(typed) < 10 else 1
