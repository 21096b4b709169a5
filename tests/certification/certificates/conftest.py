"""The room of `taking.hall`, once the test was taken."""

from collections.abc import Iterator

import pytest

from app.certification.certificates.guesses import forget_guesses
from tests.certification.closing.sat import obtained, sat
from tests.certification.taking.hall import database, hall, world

__all__ = ["database", "hall", "obtained", "sat", "world"]  # fixtures


@pytest.fixture(autouse=True)
def nobody_tried() -> Iterator[None]:
    """No wrong code, before nor for the tests that follow."""
    forget_guesses()
    yield
    forget_guesses()
