"""People, their mailboxes and their browsers."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from app.accounts import mail, people
from app.lib.clock import now

PASSWORD = "Abcdefg1"
LOUISE = {
    "first_name": "Louise",
    "last_name": "Carré",
    "email": "louise.carre@exemple.fr",
    "password": PASSWORD,
    "terms": "yes",
}


@dataclass
class Mailbox:
    """What was sent: the console way writes each message in the log."""

    log: pytest.LogCaptureFixture

    async def messages(self) -> list[tuple[str, str, str]]:
        """(to, subject, text), oldest first."""
        await mail.all_sent()
        return [record.args for record in self.log.records if record.name == "app.lib.mail"]  # type: ignore[misc]

    async def last(self, to: str) -> str:
        """The text of the last message to someone."""
        return [text for address, _, text in await self.messages() if address == to][-1]

    async def last_link(self, to: str) -> str:
        """The path of the link in the last message to someone."""
        found = re.search(r"https://pix\.test(/\S+)", await self.last(to))
        assert found
        return found[1]


@pytest.fixture
async def mailbox(caplog: pytest.LogCaptureFixture) -> AsyncIterator[Mailbox]:
    caplog.set_level(logging.WARNING, "app.lib.mail")
    yield Mailbox(caplog)
    await mail.all_sent()


@pytest.fixture
async def louise(database: Any) -> int:
    """Someone with an e-mail address, who accepted the terms."""
    return await people.create_user(
        first_name="Louise",
        last_name="Carré",
        email=LOUISE["email"],
        password=PASSWORD,
        terms_accepted_at=now(),
    )


async def sign_in(client: httpx.AsyncClient, login: str = LOUISE["email"], password: str = PASSWORD) -> None:
    """Sign in as anyone would; the address one is sent to is not opened."""
    answer = await client.post("/connexion", data={"login": login, "password": password})
    assert answer.status_code == 303, answer.text
