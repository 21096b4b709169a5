"""People who work for organisations, and their mailboxes."""

from __future__ import annotations

from tests.accounts.conftest import Mailbox, mailbox

__all__ = ["Mailbox", "mailbox"]  # a fixture
