"""Numbers of rows in addresses and forms."""

from __future__ import annotations

import pytest

from app.lib.row_ids import LARGEST, is_row_id, row_id


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("007", 7),
        (str(LARGEST), LARGEST),
        (str(LARGEST + 1), 0),
        ("0", 0),
        ("-1", 0),
        ("1.5", 0),
        ("²", 0),
        ("٣", 0),
        ("", 0),
        ("x", 0),
        ("9" * 5_000, 0),
    ],
)
def test_what_a_form_sends(text: str, number: int) -> None:
    assert row_id(text) == number
    assert is_row_id(row_id(text)) is (number != 0)
