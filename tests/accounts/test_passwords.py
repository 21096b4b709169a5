"""Forgotten and changed passwords."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from app.accounts import people
from app.accounts.tables import EmailToken, User, UserSession
from app.lib.clock import now
from tests.accounts.conftest import LOUISE, PASSWORD, Mailbox, sign_in

pytestmark = pytest.mark.anyio

NEW = "Nouveau2026"


async def ask(client: httpx.AsyncClient, email: str = LOUISE["email"]) -> httpx.Response:
    return await client.post("/mot-de-passe/oublie", data={"email": email})


async def accepts(client: httpx.AsyncClient, password: str) -> bool:
    answer = await client.post("/connexion", data={"login": LOUISE["email"], "password": password})
    return answer.status_code == 303


async def test_the_link_of_the_message_changes_the_password(
    open_client: Callable[..., httpx.AsyncClient], louise: int, mailbox: Mailbox
) -> None:
    client, elsewhere = open_client(), open_client()
    await sign_in(elsewhere)
    await ask(client)
    link = await mailbox.last_link(LOUISE["email"])
    for _ in range(2):  # looking does not use it
        assert (await client.get(link)).status_code == 200
    answer = await client.post(link, data={"password": NEW})
    assert answer.headers["location"] == "/connexion?fait=mot-de-passe"
    assert "Votre mot de passe est changé" in (await client.get(answer.headers["location"])).text
    assert await UserSession.count() == 0
    assert (await elsewhere.get("/mon-compte")).status_code == 303
    assert not await accepts(client, PASSWORD)
    assert await accepts(client, NEW)
    assert "vient de changer" in await mailbox.last(LOUISE["email"])
    (row,) = await User.select(User.email_confirmed_at).where(User.id == louise)
    assert row["email_confirmed_at"] is not None


async def test_the_answer_is_the_same_for_an_unknown_address(
    client: httpx.AsyncClient, louise: int, mailbox: Mailbox
) -> None:
    known, unknown = await ask(client), await ask(client, "personne@exemple.fr")
    assert known.status_code == unknown.status_code == 200
    assert known.text.replace(LOUISE["email"], "?") == unknown.text.replace("personne@exemple.fr", "?")
    assert [to for to, _, _ in await mailbox.messages()] == [LOUISE["email"]]


async def test_a_link_serves_once(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await ask(client)
    link = await mailbox.last_link(LOUISE["email"])
    await client.post(link, data={"password": NEW})
    assert (await client.get(link)).status_code == 404
    assert (await client.post(link, data={"password": "Autre12345"})).status_code == 404
    assert await accepts(client, NEW)


async def test_the_form_sent_twice_is_not_a_mistake(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await ask(client)
    link = await mailbox.last_link(LOUISE["email"])
    for _ in range(2):
        assert (await client.post(link, data={"password": NEW})).status_code == 303
    subjects = [subject for _, subject, _ in await mailbox.messages()]
    assert subjects.count("Votre mot de passe a changé") == 1


async def test_two_uses_at_the_same_time_change_it_once(
    client: httpx.AsyncClient, louise: int, mailbox: Mailbox
) -> None:
    await ask(client)
    link = await mailbox.last_link(LOUISE["email"])
    answers = await asyncio.gather(
        *(client.post(link, data={"password": password}) for password in (NEW, "Autre12345"))
    )
    assert sorted(answer.status_code for answer in answers) == [303, 404]


async def test_an_older_link_dies_when_another_is_asked(
    client: httpx.AsyncClient, louise: int, mailbox: Mailbox
) -> None:
    await ask(client)
    older = await mailbox.last_link(LOUISE["email"])
    await ask(client)
    assert (await client.get(older)).status_code == 404
    assert (await client.get(await mailbox.last_link(LOUISE["email"]))).status_code == 200


async def test_a_mailbox_cannot_be_flooded(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    answers = [await ask(client) for _ in range(12)]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert len(await mailbox.messages()) == 10
    await EmailToken.update({EmailToken.created_at: now() - timedelta(hours=2)}, force=True)
    await ask(client)
    assert len(await mailbox.messages()) == 11


async def test_a_link_lives_24_hours(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await ask(client)
    link = await mailbox.last_link(LOUISE["email"])
    (row,) = await EmailToken.select()
    assert row["expires_at"] - row["created_at"] == timedelta(hours=24)
    assert link.rpartition("/")[2] not in {str(value) for value in row.values()}
    await EmailToken.update({EmailToken.expires_at: now()}, force=True)
    page = await client.get(link)
    assert page.status_code == 404
    assert "Recevoir un autre lien" in page.text
    assert (await client.post(link, data={"password": NEW})).status_code == 404
    assert await accepts(client, PASSWORD)


@pytest.mark.parametrize("token", ["x", "%00", "%FF", "a" * 3000, "..%2F..", "oublie%20"])
async def test_a_made_up_link_is_dead(client: httpx.AsyncClient, token: str) -> None:
    assert (await client.get(f"/mot-de-passe/{token}")).status_code == 404
    assert (await client.post(f"/mot-de-passe/{token}", data={"password": NEW})).status_code == 404


async def test_a_confirmation_link_changes_no_password(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    await client.post("/inscription", data=LOUISE)
    token = (await mailbox.last_link(LOUISE["email"])).rpartition("/")[2]
    assert (await client.post(f"/mot-de-passe/{token}", data={"password": NEW})).status_code == 404


async def test_the_policy_holds_everywhere(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await ask(client)
    page = await client.post(await mailbox.last_link(LOUISE["email"]), data={"password": "abcdefg1"})
    assert page.status_code == 422
    assert "doit contenir une majuscule" in page.text
    await sign_in(client)
    page = await client.post("/mon-compte/mot-de-passe", data={"current_password": PASSWORD, "password": "Abcdefgh"})
    assert page.status_code == 422
    assert "doit contenir un chiffre" in page.text


async def test_a_new_password_lifts_the_wait_but_not_the_full_block(
    client: httpx.AsyncClient, louise: int, mailbox: Mailbox
) -> None:
    await User.update({User.failed_sign_ins: 20, User.blocked_until: now() + timedelta(minutes=4)}, force=True)
    await ask(client)
    await client.post(await mailbox.last_link(LOUISE["email"]), data={"password": NEW})
    assert await accepts(client, NEW)
    await User.update({User.blocked_at: now()}).where(User.id == louise)
    await ask(client)
    await client.post(await mailbox.last_link(LOUISE["email"]), data={"password": PASSWORD})
    assert not await accepts(client, PASSWORD)


async def test_changing_it_needs_the_current_one(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    assert (await client.get("/mon-compte/mot-de-passe")).status_code == 200
    page = await client.post("/mon-compte/mot-de-passe", data={"current_password": "Faux1234", "password": NEW})
    assert page.status_code == 422
    assert "Ce n’est pas votre mot de passe actuel" in page.text
    (row,) = await User.select(User.failed_sign_ins)
    assert row["failed_sign_ins"] == 1


async def test_changing_it_signs_the_other_browsers_out(
    open_client: Callable[..., httpx.AsyncClient], louise: int, mailbox: Mailbox
) -> None:
    here, elsewhere = open_client(), open_client()
    await sign_in(here)
    await sign_in(elsewhere)
    cookie = here.cookies["__Host-pix"]
    for _ in range(2):  # the form sent twice
        answer = await here.post("/mon-compte/mot-de-passe", data={"current_password": PASSWORD, "password": NEW})
        assert answer.headers["location"] == "/mon-compte?fait=mot-de-passe"
    assert here.cookies["__Host-pix"] != cookie
    assert "Votre mot de passe est changé" in (await here.get("/mon-compte?fait=mot-de-passe")).text
    assert (await elsewhere.get("/mon-compte")).status_code == 303
    subjects = [subject for _, subject, _ in await mailbox.messages()]
    assert subjects == ["Votre mot de passe a changé"]


async def test_an_account_without_an_address_gets_no_link(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    await people.create_user(first_name="Zoé", last_name="Petit", username="zoe.petit0102", password=PASSWORD)
    assert (await ask(client, "zoe.petit0102")).status_code == 422
    assert await mailbox.messages() == []
