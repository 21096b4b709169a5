"""A workbook for Excel, row after row at constant memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from app.lib.sheets import Cell, Sheet, readable


class XlsxWorkbook:
    """See `sheets.Workbook`. Rows wait in files of `folder` until `close` gathers them in `output`."""

    def __init__(self, output: IO[bytes], folder: Path) -> None:
        self._book = xlsxwriter.Workbook(
            output,
            {
                "constant_memory": True,
                "tmpdir": str(folder),
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "remove_timezone": True,
            },
        )
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCEEF0"})
        self._share = self._book.add_format({"num_format": "0%"})
        self._day = self._book.add_format({"num_format": "dd/mm/yyyy"})
        self._moment = self._book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        self._sheet: Worksheet | None = None
        self._columns = self._next = 0

    def begin(self, sheet: Sheet) -> None:
        self._filter()
        self._sheet = page = self._book.add_worksheet(sheet.name)
        self._columns, self._next = len(sheet.headings), 1
        page.freeze_panes(1, 0)
        page.set_row(0, 75)
        for place, heading in enumerate(sheet.headings):
            page.set_column(place, place, heading.width)
            page.write_string(0, place, readable(heading.words), self._head)

    def rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        assert self._sheet is not None
        for row in rows:
            for place, cell in enumerate(row):
                self._write(self._sheet, place, cell)
            self._next += 1

    def close(self) -> None:
        self._filter()
        self._book.close()

    def _write(self, page: Worksheet, place: int, cell: Cell) -> None:
        if isinstance(cell, str):
            page.write_string(self._next, place, readable(cell))
        elif isinstance(cell, int):
            page.write_number(self._next, place, cell)
        elif isinstance(cell, Decimal):
            page.write_number(self._next, place, float(cell), self._share)
        elif isinstance(cell, datetime):
            page.write_datetime(self._next, place, cell, self._moment)
        elif isinstance(cell, date):
            page.write_datetime(self._next, place, cell, self._day)

    def _filter(self) -> None:
        """Buttons that sort and filter, over the rows written."""
        if self._sheet is not None and self._columns and self._next > 1:
            self._sheet.autofilter(0, 0, self._next - 1, self._columns - 1)
