"""What the component of a spreadsheet shows: a page of its rows, and the chosen cell. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.content.environments.sheet import Filter, Sheet
from app.content.formulas.places import Place, letter
from app.content.formulas.values import shown

CELLS_OF_A_PAGE = 60
LONGEST_CELL = 40


@dataclass(frozen=True)
class ShownCell:
    name: str
    text: str
    number: bool
    chosen: bool


@dataclass(frozen=True)
class ShownRow:
    number: int
    header: bool
    cells: list[ShownCell]


@dataclass(frozen=True)
class SpreadsheetScreen:
    """What the component shows."""

    split: bool
    columns: list[str]
    rows: list[ShownRow]
    page: int
    pages: int
    first: int
    last: int
    """Numbers of the first and of the last row of the page, headers left out."""
    kept: int
    total: int
    """Rows of data shown by the filters, and in all."""
    filters: tuple[Filter, ...]
    cell: str
    typed: str
    answer: str
    """What the chosen cell shows."""
    tool: str
    note: str


def screen_of(
    sheet: Sheet, formats: Mapping[Place, str], here: Place, looking: tuple[str, int, str]
) -> SpreadsheetScreen:
    """`looking`: the tool, the page and the note of the state."""
    tool, page, note = looking
    rows = _rows(sheet)
    size = page_size(sheet.width)
    pages = max(1, -(-len(rows) // size))
    page = min(page, pages - 1)
    on_page = rows[page * size : (page + 1) * size]
    return SpreadsheetScreen(
        split=False,
        columns=[letter(column) for column in range(sheet.width)],
        rows=[_row(sheet, formats, here, row) for row in (*range(sheet.headers), *on_page)],
        page=page,
        pages=pages,
        first=on_page[0] + 1 if on_page else 0,
        last=on_page[-1] + 1 if on_page else 0,
        kept=len(sheet.kept),
        total=len(sheet.data),
        filters=sheet.filters,
        cell=here.name,
        typed=sheet.contents.get(here, ""),
        answer=shown(sheet.value(here), formats.get(here, "general")),
        tool=tool,
        note=note,
    )


def page_of(sheet: Sheet, here: Place, page: int) -> int:
    """The page where a row is; the same one for the headers, always in sight, and for a row that a filter hides."""
    rows = _rows(sheet)
    return rows.index(here.row) // page_size(sheet.width) if here.row in rows else page


def page_size(width: int) -> int:
    return max(8, min(20, CELLS_OF_A_PAGE // width))


def _rows(sheet: Sheet) -> list[int]:
    """Rows below the headers that are shown: filters only hide rows of the table."""
    return [*sheet.kept, *range(sheet.headers + len(sheet.data), sheet.height)]


def _row(sheet: Sheet, formats: Mapping[Place, str], here: Place, row: int) -> ShownRow:
    cells = []
    for column in range(sheet.width):
        where = Place(row, column)
        value = sheet.value(where)
        text = shown(value, formats.get(where, "general"))[:LONGEST_CELL]
        cells.append(ShownCell(where.name, text, isinstance(value, float), where == here))
    return ShownRow(row + 1, row < sheet.headers, cells)
