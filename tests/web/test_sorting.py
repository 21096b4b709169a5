"""The order of a list is in its address."""

from __future__ import annotations

import pytest

from app.web.forms import parse_form
from app.web.sorting import Sorting, headings, sorting_of

KEYS = ("nom", "resultat")
BY_NAME = Sorting("nom", False)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (b"", BY_NAME),
        (b"tri=resultat", Sorting("resultat", False)),
        (b"tri=-resultat", Sorting("resultat", True)),
        (b"tri=--resultat", BY_NAME),
        (b"tri=id; DROP TABLE participation", BY_NAME),
    ],
)
def test_the_order_asked_for_or_the_default_one(query: bytes, found: Sorting) -> None:
    assert sorting_of(parse_form(query), KEYS, BY_NAME) == found


def test_headings_keep_the_filters_and_leave_the_page() -> None:
    query = parse_form(b"q=lou&page=3&tri=nom")
    found = headings("/liste", query, KEYS, sorting_of(query, KEYS, BY_NAME), down=("resultat",))
    assert (found["nom"].href, found["nom"].order) == ("/liste?q=lou&tri=-nom", "ascending")
    assert (found["resultat"].href, found["resultat"].order) == ("/liste?q=lou&tri=-resultat", "")


def test_the_heading_in_use_turns_the_order_round() -> None:
    query = parse_form(b"tri=-nom")
    found = headings("/liste", query, KEYS, sorting_of(query, KEYS, BY_NAME))
    assert (found["nom"].href, found["nom"].order) == ("/liste?tri=nom", "descending")
