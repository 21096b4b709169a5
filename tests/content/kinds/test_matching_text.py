"""Accepted numbers, as a learner would type them."""

import pytest

from app.content.kinds.matching_text import as_texts, number_matches, text_matches


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (42.0, "42"),
        (42, "42"),
        (1234567.0, "1234567"),
        (1234567.25, "1234567.25"),
        (0.1, "0.1"),
        (0.00001, "0.00001"),
        (1e16, "10000000000000000"),
        (-3.5, "-3.5"),
        ("1,0", "1,0"),
    ],
)
def test_every_digit_is_kept(value: str | int | float, text: str) -> None:
    assert as_texts((value,)) == (text,)


def test_a_long_number_is_right_only_with_all_its_digits() -> None:
    assert number_matches("1234567,25", (1234567.25,), ())
    assert number_matches("1 234567.25", (1234567.25,), ())
    assert not number_matches("1234570", (1234567.25,), ())
    assert text_matches("1234567.25", (1234567.25,), ())
