"""Numbers of rows, as they come in addresses and forms: anything may."""

from __future__ import annotations

LARGEST = 2**31 - 1
"""What a `Serial` column holds; PostgreSQL refuses to compare it with more."""


def is_row_id(number: int) -> bool:
    """Whether a row could have this number."""
    return 0 < number <= LARGEST


def row_id(text: str) -> int:
    """The number that a form sent; 0, which no row has, for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST))):
        return 0
    return int(text) if is_row_id(int(text)) else 0
