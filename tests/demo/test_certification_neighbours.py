"""What two tests have in common, at ranks near each other."""

from __future__ import annotations

import pytest

from app.demo.certification_neighbours import meetings


@pytest.mark.parametrize(("within", "found"), [(0, 1), (1, 2), (2, 2), (3, 3)])
def test_questions_met_near_each_other(within: int, found: int) -> None:
    assert meetings("abcdef", "dbzcyx", within) == found
