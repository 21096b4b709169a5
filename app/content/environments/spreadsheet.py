"""A sheet: choose a cell, type a value or a formula, copy it down, sort, filter, change how numbers are shown.

Facts: `B2` (its value, as a general cell shows it; a whole number is a number), `B2.formula` (without spaces, in
capitals; empty when the cell holds none), `B2.format`; `order.A` (values of a column below the headers, in order, set
apart by « ; »), `sorted.A` (`up`, `down` or `no`), `whole` (each row kept its cells together), `shown` (rows that no
filter hides), `visible` (first column of these), `filters` (how many), `changed` and `reformatted` (names of the cells
that differ from the start), and each trial by its id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec.structs import replace

from app.content.environments.sheet import Filter, Sheet, Typed, direction, written
from app.content.environments.sheet_screen import SpreadsheetScreen, page_of, screen_of
from app.content.environments.sheet_trials import Trial
from app.content.environments.world import Action, Fact, State, World
from app.content.formulas.places import Place, area, between, letter, place
from app.content.formulas.tokens import LONGEST_FORMULA, canonical, is_formula, moved
from app.content.formulas.values import FORMATS, Value, shown, typed_format
from app.content.parts import Fault, Line

Format = Literal["general", "integer", "number", "euro", "percent", "percent1", "text"]

TOOLS = ("type", "go", "copy", "sort", "filter", "format")
MOST_CELLS = 1_600
MOST_FILTERS = 6


class SpreadsheetState(State, frozen=True, kw_only=True, omit_defaults=True):
    cell: str = "A1"
    tool: str = "type"
    page: int = 0
    changed: dict[str, str] = {}  # noqa: RUF012
    """What is typed in the cells that differ from the start."""
    formats: dict[str, str] = {}  # noqa: RUF012
    filters: tuple[Filter, ...] = ()
    note: str = ""
    """What was just done or refused."""


class Spreadsheet(World, kw_only=True, frozen=True, tag="spreadsheet"):
    """A sheet of at most 26 columns."""

    rows: Annotated[tuple[tuple[Typed, ...], ...], msgspec.Meta(min_length=1, max_length=300)]
    headers: Annotated[int, msgspec.Meta(ge=0, le=3)] = 1
    """First rows that stay in sight and are neither sorted nor filtered."""
    width: Annotated[int, msgspec.Meta(ge=1, le=26)] | None = None
    height: Annotated[int, msgspec.Meta(ge=1, le=320)] | None = None
    """Columns and rows of the sheet: by default, one column and two rows more than what is written."""
    formats: dict[Line, Format] = {}  # noqa: RUF012
    """By range: `C2:C13: euro`."""
    filters: tuple[Filter, ...] = ()
    """Set by whom used the sheet before."""
    trials: tuple[Trial, ...] = ()

    STATE: ClassVar[type[State]] = SpreadsheetState

    def start(self) -> SpreadsheetState:
        return SpreadsheetState(filters=self.filters)

    def act(self, state: SpreadsheetState, action: Action) -> SpreadsheetState:
        if (tool := action.get("tool", "")) in TOOLS:
            return replace(state, tool=tool, note="")
        if where := self._inside(action.get("cell", "")):
            return self._at(replace(state, note=""), where)
        if (page := action.get("page", "")).isdecimal() and len(page) < 4:
            return replace(state, page=int(page), note="")
        match action.get("do"):
            case "go":
                where = self._inside(action.get("at", ""))
                return self._at(replace(state, note=""), where) if where else replace(state, note="nowhere")
            case "enter" if "text" in action:
                return self._enter(state, action["text"])
            case "erase":
                return self._put(state, {self._cell(state): ""}, "erased")
            case "copy":
                return self._copy(state, action.get("to", ""))
            case "format" if action.get("format") in FORMATS:
                return self._format(state, action["format"], action.get("to", ""))
            case "sort":
                return self._sort(state, action)
            case "filter":
                return self._filter(state, action)
            case "unfilter" if state.filters:
                return replace(state, filters=(), note="unfiltered", page=0)
        return state

    def facts(self, state: SpreadsheetState) -> Mapping[str, Fact]:
        sheet, before = self._sheet(state), self._sheet(self.start())
        formats, formats_before = self._formats(state), self._formats(self.start())
        facts: dict[str, Fact] = {}
        for where in sheet.places():
            typed = sheet.contents.get(where, "")
            facts[where.name] = _fact(sheet.value(where))
            facts[f"{where.name}.formula"] = canonical(typed) if is_formula(typed) else ""
            facts[f"{where.name}.format"] = formats.get(where, "general")
        for column in range(self._width):
            values = sheet.column(column, sheet.data)
            facts[f"order.{letter(column)}"] = " ; ".join(shown(one) for one in values)
            facts[f"sorted.{letter(column)}"] = direction(values)
        facts["whole"] = sheet.lines() == before.lines()
        facts["shown"], facts["filters"] = len(sheet.kept), len(state.filters)
        facts["visible"] = tuple(shown(one) for one in sheet.column(0, sheet.kept))
        facts["changed"] = tuple(state.changed)
        facts["reformatted"] = tuple(
            one.name for one in sheet.places() if formats.get(one, "general") != formats_before.get(one, "general")
        )
        return facts | {one.id: one.holds(sheet) for one in self.trials}

    def screen(self, state: SpreadsheetState) -> SpreadsheetScreen:
        looking = (state.tool, state.page, state.note)
        return screen_of(self._sheet(state), self._formats(state), self._cell(state), looking)

    def faults(self) -> Iterator[Fault]:
        if self._height * self._width > MOST_CELLS:
            yield Fault(("rows",), "K061", f"plus de {MOST_CELLS} cellules", "raccourcissez le tableau")
        named = [("formats", one) for one in self.formats]
        for position, trial in enumerate(self.trials):
            named += [(f"trials.{position}", one) for one in (*trial.set, *trial.expect)]
        for at, name in named:
            if area(name) is None:
                yield Fault((at, name), "K061", f"« {name} » n’est ni une cellule ni une plage", "écrivez B2 ou B2:B9")

    @property
    def _width(self) -> int:
        return self.width or min(26, max(len(row) for row in self.rows) + 1)

    @property
    def _height(self) -> int:
        return self.height or len(self.rows) + 2

    def _inside(self, name: str) -> Place | None:
        found = place(name)
        return found if found and found.row < self._height and found.column < self._width else None

    def _cell(self, state: SpreadsheetState) -> Place:
        return self._inside(state.cell) or Place(0, 0)

    def _start_contents(self) -> dict[Place, str]:
        return {
            Place(row, column): text
            for row, line in enumerate(self.rows)
            for column, typed in enumerate(line)
            if (text := written(typed))
        }

    def _contents(self, state: SpreadsheetState) -> dict[Place, str]:
        contents = self._start_contents()
        for name, typed in state.changed.items():
            if where := self._inside(name):
                contents[where] = typed
        return {where: typed for where, typed in contents.items() if typed}

    def _sheet(self, state: SpreadsheetState) -> Sheet:
        return Sheet(self._contents(state), self._height, self._width, self.headers, state.filters)

    def _formats(self, state: SpreadsheetState) -> dict[Place, str]:
        typed = {one: typed_format(text) for one, text in self._start_contents().items()}
        given = {one: form for name, form in self.formats.items() if (inside := area(name)) for one in inside.places()}
        chosen = {where: form for name, form in state.formats.items() if (where := self._inside(name))}
        return {where: form for where, form in (typed | given | chosen).items() if form in FORMATS}

    def _at(self, state: SpreadsheetState, where: Place) -> SpreadsheetState:
        """Chooses a cell and turns to the page where it is."""
        return replace(state, cell=where.name, page=page_of(self._sheet(state), where, state.page))

    def _put(self, state: SpreadsheetState, typed: Mapping[Place, str], note: str) -> SpreadsheetState:
        before, after = self._start_contents(), self._contents(state) | dict(typed)
        every = sorted(before.keys() | after.keys())
        changed = {one.name: after.get(one, "") for one in every if after.get(one, "") != before.get(one, "")}
        return replace(state, changed=changed, note=note)

    def _enter(self, state: SpreadsheetState, text: str) -> SpreadsheetState:
        here = self._cell(state)
        typed = " ".join(text.split())[:LONGEST_FORMULA]
        after = self._put(state, {here: typed}, "entered")
        if (form := typed_format(typed)) != "general":
            after = replace(after, formats={**after.formats, here.name: form})
        below = self._inside(Place(here.row + 1, here.column).name)
        return self._at(after, below or here)

    def _copy(self, state: SpreadsheetState, to: str) -> SpreadsheetState:
        here, end = self._cell(state), self._inside(to)
        if end is None or end == here:
            return replace(state, note="nowhere")
        typed = self._contents(state).get(here, "")
        form = self._formats(state).get(here)
        places = list(between(here, end).places())
        copies = {one: moved(typed, one.row - here.row, one.column - here.column) for one in places}
        formats = {**state.formats, **{one.name: form for one in places}} if form else state.formats
        return self._put(replace(state, formats=formats), copies, "copied")

    def _format(self, state: SpreadsheetState, form: str, to: str) -> SpreadsheetState:
        here = self._cell(state)
        end = self._inside(to) if to.strip() else here
        if end is None:
            return replace(state, note="nowhere")
        chosen = {one.name: form for one in between(here, end).places()}
        return replace(state, formats={**state.formats, **chosen}, note="formatted")

    def _sort(self, state: SpreadsheetState, action: Action) -> SpreadsheetState:
        by = [where.column for name in ("by", "then") if (where := self._inside(f"{action.get(name, '')}1"))]
        if not by:
            return state
        columns = [by[0]] if action.get("scope") == "column" else range(self._width)
        moves = self._sheet(state).sorted_by(by, columns, down=action.get("order") == "down")
        return self._put(replace(state, page=0), moves, "sorted")

    def _filter(self, state: SpreadsheetState, action: Action) -> SpreadsheetState:
        column, test = action.get("column", ""), action.get("test", "is")
        if self._inside(f"{column}1") is None or len(column) != 1:
            return state
        try:
            added = msgspec.convert({"column": column, "test": test, "value": action.get("value", "")[:80]}, Filter)
        except msgspec.ValidationError:
            return state
        others = tuple(one for one in state.filters if (one.column, one.test) != (column, test))
        return replace(state, filters=(*others, added)[-MOST_FILTERS:], note="filtered", page=0)


def _fact(value: Value) -> Fact:
    """A whole number as one; what has decimals as it is written in French."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, bool) else shown(value)
