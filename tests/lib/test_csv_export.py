from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.csv_export import BOM, Mark, Value, line, serialised

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Carré", '"Carré"'),
        ("", '""'),
        (None, '""'),
        (True, '""'),  # yes and no are words: Oui, Non
        (0, "0"),
        (12, "12"),
        (-12, "-12"),
        (0.5, "0,5"),
        (-0.25, "-0,25"),
        (Decimal("0.35"), "0,35"),
        (Decimal("0.50"), "0,50"),
        (Decimal("1E-7"), "0,0000001"),
        (Decimal(1), "1"),
        ("20260917", "20260917"),
        ("0042", "0042"),
        ("06-12-34", "06-12-34"),
        ("12 34", '"12 34"'),
        ("1,5", '"1,5"'),
        ("²", '"²"'),
        ('L\'"Essai"', '"L\'""Essai"""'),
        ("a;b", '"a;b"'),
        ("deux\nlignes", '"deux\nlignes"'),
        ("=1+1", '"\'=1+1"'),
        ("+33 6 12", '"\'+33 6 12"'),
        ("-1+1", '"\'-1+1"'),
        ("-1-2", '"\'-1-2"'),
        ("-", '"\'-"'),
        (Mark.NO_VALUE, '"-"'),
        ("@SUM(A1)", '"\'@SUM(A1)"'),
        ("\t=1", '"\'\t=1"'),
        ("\r=1", '"\'\r=1"'),
        ("\n=1", '"\'\n=1"'),
        ("＝1+1", '"\'＝1+1"'),
        ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
        ('=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'),
        ("'déjà", '"\'déjà"'),
        (" =1+1", '" =1+1"'),  # a space first: text for every spreadsheet
    ],
)
def test_a_value_is_written(value: Value, written: str) -> None:
    assert serialised(value) == written


def test_a_line_has_semicolons_and_ends_with_a_line_feed() -> None:
    assert line(["Carré", "Louise", Decimal("0.5"), 3, "NA"]) == '"Carré";"Louise";0,5;3;"NA"\n'
    assert line([]) == "\n"


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def as_read(value: Value) -> str:
    if isinstance(value, str):
        guard = value.startswith(tuple(FORMULA_STARTS))
        return f"'{value}" if guard else value
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return "" if value is None else str(value)


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")),
    st.text(alphabet=FORMULA_STARTS + "0123456789\";\n\r',. aé", max_size=12),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.none(),
)


@given(st.lists(st.lists(VALUES, min_size=1, max_size=8), max_size=6))
def test_reading_a_file_back_gives_its_values(rows: list[list[Value]]) -> None:
    assert read("".join(map(line, rows))) == [[as_read(value) for value in row] for row in rows]


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_no_text_begins_a_cell_as_a_formula_does(text: str) -> None:
    ((cell,),) = read(line([text]))
    assert not cell.startswith(tuple(FORMULA_STARTS))


def test_the_mark_of_the_file_is_the_utf_8_one() -> None:
    assert BOM.encode() == b"\xef\xbb\xbf"
