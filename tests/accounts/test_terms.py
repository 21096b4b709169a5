"""Terms of use: to read, and to accept again when they have changed."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from app.accounts import people
from app.accounts.tables import User
from app.accounts.terms import TERMS_CHANGED_AT
from tests.accounts.conftest import PASSWORD, sign_in

pytestmark = pytest.mark.anyio


async def test_anyone_may_read_them(client: httpx.AsyncClient) -> None:
    page = await client.get("/conditions-d-utilisation")
    assert page.status_code == 200
    assert "J’accepte" not in page.text


async def test_changed_terms_are_asked_before_going_on(client: httpx.AsyncClient, louise: int) -> None:
    await User.update({User.terms_accepted_at: TERMS_CHANGED_AT - timedelta(days=1)}).where(User.id == louise)
    await sign_in(client)
    answer = await client.get("/mon-compte")
    assert answer.headers["location"] == "/conditions-d-utilisation?suite=/mon-compte"
    page = await client.get(answer.headers["location"])
    assert "Ces conditions ont changé" in page.text
    assert (await client.get("/mon-compte/donnees")).status_code == 200  # leaving stays possible
    answer = await client.post("/conditions-d-utilisation", data={"suite": "/mon-compte"})
    assert answer.headers["location"] == "/mon-compte"
    assert (await client.get("/mon-compte")).status_code == 200
    (row,) = await User.select(User.terms_accepted_at)
    assert row["terms_accepted_at"] > TERMS_CHANGED_AT


async def test_a_form_being_sent_is_not_lost(client: httpx.AsyncClient, louise: int) -> None:
    await User.update({User.terms_accepted_at: TERMS_CHANGED_AT - timedelta(days=1)}).where(User.id == louise)
    await sign_in(client)
    answer = await client.post("/mon-compte/langue", data={"language": "en"})
    assert answer.headers["location"] == "/mon-compte?fait=langue"


async def test_a_school_account_is_not_asked(client: httpx.AsyncClient, database: object) -> None:
    await people.create_user(first_name="Zoé", last_name="Petit", username="zoe.petit0102", password=PASSWORD)
    await sign_in(client, "zoe.petit0102")
    assert (await client.get("/mon-compte")).status_code == 200


async def test_accepting_needs_an_account(client: httpx.AsyncClient) -> None:
    answer = await client.post("/conditions-d-utilisation")
    assert answer.headers["location"].startswith("/connexion")
