"""The service's staff, each in her own browser."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import httpx
import pytest

from app.accounts import people
from app.lib.clock import now
from tests.accounts.conftest import Mailbox, mailbox
from tests.campaigns.conftest import new_campaign
from tests.cast import PASSWORD, Cast

__all__ = ["Mailbox", "mailbox", "new_campaign"]  # fixtures

SignIn = Callable[[str], Awaitable[httpx.AsyncClient]]


@pytest.fixture
async def ada(client: httpx.AsyncClient, cast: Cast) -> httpx.AsyncClient:
    """The browser of the superadmin."""
    await cast.sign_in(client, "ada")
    return client


@pytest.fixture
def of_the_staff(open_client: Callable[..., httpx.AsyncClient], cast: Cast) -> SignIn:
    """`await of_the_staff("support")`: the browser of somebody in that role."""

    async def sign_in(role: str) -> httpx.AsyncClient:
        email = f"{role}@pix.example"
        if await people.find_by_email(email) is None:
            await people.create_user(
                first_name="Noé",
                last_name=role.capitalize(),
                email=email,
                password=PASSWORD,
                staff_role=role,
                terms_accepted_at=now(),
            )
        browser = open_client()
        answer = await browser.post("/connexion", data={"login": email, "password": PASSWORD})
        assert answer.status_code == 303, answer.text
        return browser

    del cast
    return sign_in
