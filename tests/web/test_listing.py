"""Lists: the page asked for, and addresses that keep filters and order."""

from __future__ import annotations

import pytest

from app.web.forms import parse_form
from app.web.listing import Slice, address, slice_of


@pytest.mark.parametrize(
    ("query", "total", "page", "first", "last", "pages"),
    [
        ("", 0, 1, 0, 0, 1),
        ("", 25, 1, 1, 25, 1),
        ("", 26, 1, 1, 25, 2),
        ("page=2", 26, 2, 26, 26, 2),
        ("page=9", 26, 2, 26, 26, 2),
        ("page=0", 26, 1, 1, 25, 2),
        ("page=-3", 26, 1, 1, 25, 2),
        ("page=deux", 26, 1, 1, 25, 2),
        ("page=%C2%B2", 26, 1, 1, 25, 2),
        ("taille=10&page=3", 26, 3, 21, 26, 3),
        ("taille=7", 26, 1, 1, 25, 2),
        ("page=" + "9" * 400, 26, 1, 1, 25, 2),
    ],
)
def test_the_page_asked_for(query: str, total: int, page: int, first: int, last: int, pages: int) -> None:
    found = slice_of(parse_form(query.encode()), total)
    assert (found.page, found.first, found.last, found.pages) == (page, first, last, pages)


def test_an_offset_skips_the_pages_before() -> None:
    assert Slice(3, 25, 100).offset == 50


@pytest.mark.parametrize(
    ("query", "changes", "expected"),
    [
        ("", {}, "/orga/campagnes"),
        ("nom=ue&page=3", {"tri": "date"}, "/orga/campagnes?nom=ue&tri=date"),
        ("nom=ue&tri=nom", {"tri": None}, "/orga/campagnes?nom=ue"),
        ("nom=ue&page=3", {"page": ""}, "/orga/campagnes?nom=ue&page="),
        ("groupe=A&groupe=B&nom=", {}, "/orga/campagnes?groupe=A&groupe=B"),
        ("nom=%26%3C", {}, "/orga/campagnes?nom=%26%3C"),
    ],
)
def test_an_address_keeps_the_rest(query: str, changes: dict[str, str | None], expected: str) -> None:
    assert address("/orga/campagnes", parse_form(query.encode()), **changes) == expected
