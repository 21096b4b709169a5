"""The room of `taking.hall`."""

from tests.certification.taking.hall import database, hall, world

__all__ = ["database", "hall", "world"]  # fixtures
