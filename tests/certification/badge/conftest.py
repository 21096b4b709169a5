"""The room of `taking.hall`, once Louise has her certificate."""

from tests.certification.closing.sat import obtained, sat
from tests.certification.taking.hall import database, hall, world

__all__ = ["database", "hall", "obtained", "sat", "world"]  # fixtures
