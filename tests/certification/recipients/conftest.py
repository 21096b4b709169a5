"""The room of `taking.hall`, once the test was taken, and the mailbox of who receives the results."""

from tests.accounts.conftest import mailbox
from tests.certification.closing.sat import sat
from tests.certification.taking.hall import database, hall, world

__all__ = ["database", "hall", "mailbox", "sat", "world"]  # fixtures
