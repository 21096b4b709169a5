"""YAML without surprises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.strict_yaml import parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: on", "on"),
        ("a: no", "no"),
        ("a: 12:30", "12:30"),
        ("a: 2026-05-12", "2026-05-12"),
        ("a: 1_000", "1_000"),
        ("a: 010", "010"),
        ("a: 0x1F", "0x1F"),
        ("a: .5", ".5"),
        ("a: 1e3", "1e3"),
        ("a: True", "True"),
        ("a: '42'", "42"),
        ("a: 42", 42),
        ("a: -7", -7),
        ("a: 3.14", 3.14),
        ("a: true", True),
        ("a: null", None),
        ("a:", None),
    ],
)
def test_only_plain_words_and_numbers_are_special(text: str, value: object) -> None:
    document = parse(text)
    assert document.faults == []
    assert document.data == {"a": value}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: 2\na: 3", "Y005", 3),
        ("a: [1, 2", "Y001", 1),
        ("a: &x 1\nb: *x", "Y003", 1),
        ("a: !!python/object:os.system x", "Y006", 1),
        ("? [1, 2]\n: x", "Y004", 1),
        ("", "Y002", 1),
    ],
)
def test_what_is_refused_says_where(text: str, code: str, line: int) -> None:
    document = parse(text)
    assert [fault[1] for fault in document.faults] == [code]
    assert document.mark(document.faults[0][0])[0] >= line or code == "Y003"


def test_every_value_knows_its_line_and_column() -> None:
    document = parse("a: 1\nb:\n  - x\n  - {c: 2}\n")
    assert document.mark(("b", 1, "c")) == (4, 9)
    assert document.mark(("b", 0)) == (3, 5)
    assert document.mark(("b", 1, "missing")) == (4, 5)


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    parse(text)
