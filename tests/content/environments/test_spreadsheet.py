"""A sheet: typing, copying, sorting, filtering, formats, and what a trial proves."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.spreadsheet import Spreadsheet
from app.content.environments.world import LONGEST_STATE

WORLD = {
    "is": "spreadsheet",
    "title": "Sortie",
    "rows": [
        ["Nom", "Classe", "Prix", "Nombre", "Total"],
        ["Tom", "6B", 4.5, 2, "=C2*D2"],
        ["Ana", "6A", "1,20", 10],
        ["Éva", "6B", 3, 1],
        ["bob", "6A", "", 5],
        [],
        ["Total"],
    ],
    "formats": {"C2:C5": "euro"},
    "trials": [
        {"id": "t1", "set": {"C2": 10, "D2:D5": 3}, "expect": {"E2": 30, "E2:E5": "=C2*D2"}},
        {"id": "t2", "expect": {"C7": "=SOMME(C2:C5)"}},
    ],
}
SHEET = msgspec.convert(WORLD, Spreadsheet)

Actions = list[dict[str, str]]


def after(*actions: Mapping[str, str], sheet: Spreadsheet = SHEET) -> Mapping[str, object]:
    state = sheet.opened()
    for action in actions:
        state = sheet.acted(state, action)
    return sheet.facts(sheet.read(state))


def at(cell: str, *actions: dict[str, str]) -> Actions:
    return [{"cell": cell}, *actions]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"A2": "Tom", "C2": "4,5", "D2": 2, "E2": 9, "E2.formula": "=C2*D2", "A6": "", "changed": ()}),
        (at("E3", {"do": "enter", "text": "= c3*D3"}), {"E3": 12, "E3.formula": "=C3*D3", "changed": ("E3",)}),
        (at("E3", {"do": "enter", "text": "12"}, {"do": "enter", "text": "3"}), {"E3": 12, "E4": 3}),
        (at("A2", {"do": "erase"}), {"A2": "", "changed": ("A2",)}),
        (at("A2", {"do": "enter", "text": "Tom"}), {"changed": ()}),
        (at("E2", {"do": "copy", "to": "E5"}), {"E5": 0, "E5.formula": "=C5*D5", "changed": ("E3", "E4", "E5")}),
        (at("E2", {"do": "copy", "to": "Z99"}), {"changed": ()}),
        ([{"do": "go", "at": "e3"}, {"do": "enter", "text": "1"}], {"E3": 1}),
        ([{"cell": "Z9"}, {"do": "enter", "text": "1"}], {"A1": 1}),
        (at("D2", {"do": "enter", "text": "50 %"}), {"D2": "0,5", "D2.format": "percent"}),
        (at("E2", {"do": "format", "format": "euro", "to": "E5"}), {"E2.format": "euro", "E2": 9, "changed": ()}),
        (at("E2", {"do": "format", "format": "rouge"}), {"reformatted": ()}),
    ],
)
def test_typing_copying_and_formats(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ({"by": "A"}, {"order.A": "Ana ; bob ; Éva ; Tom", "whole": True, "sorted.A": "up", "A7": "Total"}),
        ({"by": "A", "order": "down"}, {"order.A": "Tom ; Éva ; bob ; Ana", "sorted.A": "down"}),
        ({"by": "C"}, {"order.C": "1,2 ; 3 ; 4,5 ; ", "order.A": "Ana ; Éva ; Tom ; bob"}),
        ({"by": "C", "order": "down"}, {"order.A": "Tom ; Éva ; Ana ; bob"}),
        ({"by": "B", "then": "A"}, {"order.A": "Ana ; bob ; Éva ; Tom", "sorted.B": "up"}),
        ({"by": "A", "scope": "column"}, {"order.A": "Ana ; bob ; Éva ; Tom", "whole": False, "B2": "6B"}),
        ({"by": "Z"}, {"changed": (), "whole": True}),
    ],
)
def test_sorting(action: dict[str, str], expected: dict[str, object]) -> None:
    facts = after({"do": "sort", **action})
    assert {name: facts[name] for name in expected} == expected


def test_a_formula_follows_its_row() -> None:
    facts = after({"do": "sort", "by": "A"})
    assert (facts["E5.formula"], facts["E5"], facts["E2"]) == ("=C5*D5", 9, "")


def test_sorting_back_changes_nothing_in_the_end() -> None:
    back = after({"do": "sort", "by": "D"}, {"do": "sort", "by": "A", "order": "down"})
    assert back["order.A"] == "Tom ; Éva ; bob ; Ana"
    assert back["whole"]


@pytest.mark.parametrize(
    ("filters", "visible"),
    [
        ([("B", "is", "6a")], ("Ana", "bob")),
        ([("B", "not", "6A")], ("Tom", "Éva")),
        ([("A", "contains", "o")], ("Tom", "bob")),
        ([("A", "is", "Tom;eva")], ("Tom", "Éva")),
        ([("D", "at_least", "2"), ("D", "at_most", "5")], ("Tom", "bob")),
        ([("C", "at_least", "x")], ()),
        ([("C", "is", "")], ("bob",)),
        ([("B", "is", "6B"), ("B", "is", "6A")], ("Ana", "bob")),
    ],
)
def test_filters_hide_without_erasing(filters: list[tuple[str, str, str]], visible: tuple[str, ...]) -> None:
    actions = [{"do": "filter", "column": column, "test": test, "value": value} for column, test, value in filters]
    facts = after(*actions)
    assert (facts["visible"], facts["shown"], facts["changed"]) == (visible, len(visible), ())
    assert after(*actions, {"do": "unfilter"})["shown"] == 4


def test_a_formula_passes_the_trial_and_a_number_does_not() -> None:
    copied = at("E2", {"do": "copy", "to": "E5"})
    typed = [{"cell": "E2"}, *({"do": "enter", "text": text} for text in ("9", "12", "3", "0"))]
    assert after(*copied)["t1"] is True
    assert after(*typed)["t1"] is False
    assert after(*at("C7", {"do": "enter", "text": "=C2+C3+C4"}))["t2"] is True
    assert after(*at("C7", {"do": "enter", "text": "=SOMME(C2:C4)/2"}))["t2"] is False


def test_a_large_sheet_is_shown_page_by_page_with_its_headers() -> None:
    rows = [["Semaine", "Menu"], *([number, f"plat {number}"] for number in range(1, 101))]
    sheet = msgspec.convert({"is": "spreadsheet", "title": "Menus", "rows": rows}, Spreadsheet)
    screen = sheet.screen(sheet.read(sheet.acted(sheet.opened(), {"do": "go", "at": "B50"})))
    assert screen.rows[0].header
    assert screen.first <= 50 <= screen.last
    assert [cell.name for row in screen.rows for cell in row.cells if cell.chosen] == ["B50"]


@pytest.mark.parametrize(
    ("world", "codes"),
    [
        ({"formats": {"C": "euro"}}, ["K061"]),
        ({"trials": [{"id": "t1", "expect": {"2B": 1}}]}, ["K061"]),
        ({"rows": [["a"]] * 200, "width": 20}, ["K061"]),
        ({}, []),
    ],
)
def test_mistakes_of_authoring_are_told(world: dict[str, object], codes: list[str]) -> None:
    assert [one.code for one in msgspec.convert(WORLD | world, Spreadsheet).faults()] == codes


NAMES = st.sampled_from(
    ["do", "cell", "text", "to", "by", "then", "order", "scope", "column", "test", "value", "format", "page"]
)
VALUES = st.one_of(
    st.sampled_from(
        ["enter", "copy", "sort", "filter", "format", "A", "B", "E2", "C9", "=E2", "is", "down", "column", "euro"]
    ),
    st.text(max_size=40),
)


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=12))
def test_whatever_is_sent_the_sheet_stays_whole(actions: Actions) -> None:
    state = SHEET.opened()
    for action in actions:
        state = SHEET.acted(state, action)
        assert len(state) <= LONGEST_STATE
        facts = SHEET.facts(SHEET.read(state))
        assert facts.keys() == SHEET.facts(SHEET.start()).keys()
        assert SHEET.screen(SHEET.read(state)).rows


def test_a_state_of_another_sheet_is_read_without_harm() -> None:
    state = SHEET.read('{"cell": "Z99", "page": 80, "changed": {"Z99": "1", "x": "=A1"}, "formats": {"A1": "rouge"}}')
    assert SHEET.screen(state).cell == "A1"
    assert SHEET.facts(state)["A1"] == "Nom"
