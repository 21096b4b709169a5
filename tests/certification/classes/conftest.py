"""The room of `taking.hall`, once the test was taken."""

from tests.certification.closing.sat import sat
from tests.certification.taking.hall import database, hall, world

__all__ = ["database", "hall", "sat", "world"]  # fixtures
