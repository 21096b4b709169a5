"""The files themselves, made as they are read: never a whole campaign in memory.

Lines are put in words in a thread, a hundred at a time: meanwhile this process answers learners.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import IO, Any, Literal

from app.campaigns.exports.columns import Column, csv_line, headings, sheet_row
from app.campaigns.exports.listings import Listing
from app.lib import csv_export
from app.lib.ods import OdsWorkbook
from app.lib.sheets import Sheet, Workbook
from app.lib.xlsx import XlsxWorkbook

SENT_AT_ONCE = 65_536
"""Bytes of a workbook."""

Format = Literal["ods", "xlsx"]


async def csv_file(listing: Listing) -> AsyncIterator[bytes]:
    """The file, piece by piece."""
    titles = csv_export.line(column.heading for column in listing.columns)
    yield (csv_export.BOM + titles).encode()
    async for lines in listing.chunks():
        yield await asyncio.to_thread(_csv, listing.columns, lines)


async def workbook(kind: Format, listings: Sequence[Listing]) -> IO[bytes]:
    """A file without a name, open at its beginning: it is gone as soon as it is closed."""
    output: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (who sends it closes it)
    try:
        with tempfile.TemporaryDirectory(prefix="pix-export-") as folder:
            book: Workbook = OdsWorkbook(output) if kind == "ods" else XlsxWorkbook(output, Path(folder))
            for listing in listings:
                book.begin(Sheet(listing.name, headings(listing.columns)))
                async for lines in listing.chunks():
                    await asyncio.to_thread(_rows, book, listing.columns, lines)
            await asyncio.to_thread(book.close)
        output.seek(0)
    except BaseException:
        output.close()
        raise
    return output


async def pieces(file: IO[bytes]) -> AsyncIterator[bytes]:
    """What remains of a file, piece by piece; it is closed at the end, or when nobody wants it any more."""
    with file:
        while piece := await asyncio.to_thread(file.read, SENT_AT_ONCE):
            yield piece


def _csv(columns: Sequence[Column[Any]], lines: Sequence[Any]) -> bytes:
    return "".join(csv_line(columns, line) for line in lines).encode()


def _rows(book: Workbook, columns: Sequence[Column[Any]], lines: Sequence[Any]) -> None:
    book.rows([sheet_row(columns, line) for line in lines])
