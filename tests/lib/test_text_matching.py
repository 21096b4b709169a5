"""A typed answer meets the accepted texts: capitals, accents, spaces, punctuation, slips, numbers."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.text_matching import (
    Treatment,
    fold,
    is_number,
    matches,
    prepare,
    same_number,
    treat,
    within,
)

VECTORS = Path(__file__).parents[1] / "content" / "kinds" / "answer_vectors.jsonl"
NAMES: dict[str, Treatment] = {"t1": "case", "t2": "punctuation", "t3": "distance"}
EVERY: tuple[Treatment, ...] = ("case", "punctuation", "distance")

ONE_FIELD = [row for row in map(json.loads, VECTORS.read_text().splitlines()) if row["type"] == "QROC"]
words = st.text(alphabet="abcdeé -.", max_size=12)


def graded(row: dict[str, Any]) -> bool:
    """One open field: a number when everything is one, exact in a drop-down, text otherwise."""
    variants = [line for line in row["solution"].split("\n") if line]
    answer = row["answer"]
    if not variants:
        return False
    if "select" in row.get("blocks", {}).values():
        return matches(answer, variants, ())
    if row.get("format") == "nombre" and is_number(answer) and all(map(is_number, variants)):
        return any(same_number(answer, variant) for variant in variants)
    return matches(answer, variants, [NAMES[name] for name in row["treatments"]])


@pytest.mark.parametrize("row", ONE_FIELD, ids=lambda row: row["why"])
def test_known_answers_to_one_open_field(row: dict[str, Any]) -> None:
    assert graded(row) is (row["expected"] == "ok")


def test_the_known_answers_are_all_there() -> None:
    assert len(ONE_FIELD) == 139


@pytest.mark.parametrize(
    ("text", "treatments", "treated"),
    [
        ("  Mot de Passe ", ["case"], "motdepasse"),
        ("Élève n°1", ["case"], "eleven°1"),
        ("cœur Ægir", ["case"], "cœurægir"),
        ("porte-clés", ["case"], "porte-cles"),
        ("a\u00a0b\u202fc\td\ufeffe", ["case"], "abcde"),
        ("café", ["punctuation"], "caf"),
        ("cafe\u0301", ["punctuation"], "caf"),
        ("mot  -  de passe", ["punctuation"], "mot de passe"),
        ("a\u00a0b", [], "a b"),
        ("e\u0301", [], "é"),
        ("Wi-Fi !", ["punctuation", "case"], "wifi"),
        ("Wi-Fi !", ["case", "punctuation", "distance"], "wifi"),
    ],
)
def test_what_each_treatment_removes(text: str, treatments: list[Treatment], treated: str) -> None:
    assert treat(text, treatments) == treated


@pytest.mark.parametrize(
    ("answer", "accepted", "expected"),
    [
        ("chat", "cha", True),
        ("cha", "chat", False),
        ("ordinatr", "ordinateur", True),
        ("ordinat", "ordinateur", False),
        ("pnigouin", "pingouin", True),
        ("ok", "oki", False),
        ("abcdabcd", "abcdabef", True),
        ("abcdabc", "abcdaef", False),
    ],
)
def test_slips_are_measured_against_the_length_of_the_answer(answer: str, accepted: str, expected: bool) -> None:
    assert matches(answer, [accepted], ["distance"]) is expected


def test_lengths_are_in_utf16_units_so_that_an_emoji_counts_two() -> None:
    assert matches("ab😀x", ["ab😀"], ["distance"])  # 1 edit in 5 units: accepted; it would be 1/4 in characters too
    assert not matches("ab😀", ["abc"], ["distance"])  # two edits in four units
    assert matches("😀😀x", ["😀😀"], ["distance"])  # 1/5 in units, but 1/3 in characters


def test_an_answer_emptied_by_the_treatments_matches_nothing_but_an_empty_variant() -> None:
    assert not matches("!!!", ["oui"], EVERY)
    assert not matches("", ["a", "b"], EVERY)
    assert matches("!!!", ["???"], EVERY)


@pytest.mark.parametrize(
    ("answer", "accepted", "expected"),
    [
        ("0042", "42", True),
        ("42,000", "42", True),
        ("12 500", "12500", True),
        ("12\u202f500", "12500", True),
        ("12\u00a0500,50", "12500.5", True),
        ("1 000 000", "1000000", True),
        (" +5 ", "5", True),
        ("-3,5", "-3.5", True),
        (".5", "0.5", True),
        ("5.", "5", True),
        ("1e3", "1000", True),
        ("0.30000000000000001", "0.3", False),
        ("420", "42", False),
        ("1 000 001", "1000000", False),
        ("douze", "12", False),
        ("12", "douze", False),
    ],
)
def test_numbers_are_equal_or_not(answer: str, accepted: str, expected: bool) -> None:
    assert same_number(answer, accepted) is expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        ",",
        "-",
        "1,2,3",
        "42,.0",
        "1.000,5",
        "0x10",
        "1e",
        "e3",
        "1e9999",
        "nan",
        "inf",
        "١٢",
        "1_000",
        "12%",
    ],
)
def test_what_is_not_a_number(text: str) -> None:
    assert not is_number(text)


@given(words, st.lists(words, min_size=1, max_size=3), st.sets(st.sampled_from(EVERY)))
def test_an_accepted_text_is_always_accepted(answer: str, others: list[str], treatments: set[Treatment]) -> None:
    assert prepare([*others, answer], treatments).matches(answer)


@given(words, words, st.sets(st.sampled_from(EVERY)))
def test_distance_only_ever_accepts_more(answer: str, accepted: str, treatments: set[Treatment]) -> None:
    if matches(answer, [accepted], treatments - {"distance"}):
        assert matches(answer, [accepted], treatments | {"distance"})


@given(st.text(max_size=20), st.sets(st.sampled_from(EVERY[:2])))
def test_treating_any_text_at_all_ends_and_is_stable(text: str, treatments: set[Treatment]) -> None:
    treated = treat(text, treatments)
    assert prepare([text], treatments).matches(text)
    if treated.isascii():
        assert treat(treated, treatments) == treated


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(words, words, st.integers(0, 12))
def test_the_cut_off_never_changes_the_verdict(first: str, second: str, allowed: int) -> None:
    assert within(first, second, allowed) is (edits(first, second) <= allowed)


@given(words, words, st.integers(0, 12))
def test_edits_are_symmetrical(first: str, second: str, allowed: int) -> None:
    assert within(first, second, allowed) is within(second, first, allowed)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_a_number_equals_itself_however_it_is_written(value: Any) -> None:
    plain = f"{value:f}"
    assert same_number(plain, plain.replace(".", ","))
    assert same_number(f"{value:,f}".replace(",", " "), plain)
    assert not same_number(plain, f"{value + 1:f}")


def edits(first: str, second: str) -> int:
    """Levenshtein's definition, without any shortcut."""
    if not first or not second:
        return len(first) + len(second)
    table = [[i + j if not i or not j else 0 for j in range(len(second) + 1)] for i in range(len(first) + 1)]
    for i, left in enumerate(first, 1):
        for j, right in enumerate(second, 1):
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (left != right))
    return table[-1][-1]
