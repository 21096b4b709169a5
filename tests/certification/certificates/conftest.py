"""The room of `taking.hall`, once the test was taken."""

import pytest

from tests.certification.closing.sat import Sat, sat
from tests.certification.taking.hall import database, hall, world

__all__ = ["database", "hall", "sat", "world"]  # fixtures


@pytest.fixture
async def obtained(sat: Sat) -> Sat:
    """Louise's certificate is published."""
    await sat.answers(32, completed=True)
    await sat.finalise()
    await sat.publish()
    return sat
