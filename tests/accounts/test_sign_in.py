"""Signing in, and what repeated mistakes lead to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote

import httpx
import pytest

from app.accounts import people
from app.accounts.tables import User, UserSession
from app.lib.clock import now
from tests.accounts.conftest import LOUISE, PASSWORD, sign_in

pytestmark = pytest.mark.anyio

WRONG = "ne correspondent à aucun compte"


async def attempt(client: httpx.AsyncClient, login: str, password: str) -> httpx.Response:
    return await client.post("/connexion", data={"login": login, "password": password})


@pytest.mark.parametrize("login", [LOUISE["email"], " LOUISE.Carre@exemple.FR "])
async def test_by_address_in_any_case(client: httpx.AsyncClient, louise: int, login: str) -> None:
    answer = await attempt(client, login, PASSWORD)
    assert (answer.status_code, answer.headers["location"]) == (303, "/accueil")
    assert await UserSession.count().where(UserSession.user == louise) == 1


@pytest.mark.parametrize("login", ["louise.carre2306", "Louise.Carré2306"])
async def test_by_identifiant(client: httpx.AsyncClient, database: object, login: str) -> None:
    await people.create_user(first_name="Louise", last_name="Carré", username="louise.carre2306", password=PASSWORD)
    answer = await attempt(client, login, PASSWORD)
    assert answer.status_code == 303
    assert "max-age" not in answer.headers["set-cookie"].lower()  # gone when the browser is closed


async def test_someone_unknown_and_a_wrong_password_look_the_same(client: httpx.AsyncClient, louise: int) -> None:
    wrong = await attempt(client, LOUISE["email"], "Abcdefg2")
    unknown = await attempt(client, "personne@exemple.fr", "Abcdefg2")
    assert wrong.status_code == unknown.status_code == 422
    assert WRONG in wrong.text
    assert wrong.text.replace(LOUISE["email"], "?") == unknown.text.replace("personne@exemple.fr", "?")
    assert "Abcdefg2" not in wrong.text


async def test_an_empty_form_says_what_is_missing(client: httpx.AsyncClient) -> None:
    page = await attempt(client, "", "")
    assert page.status_code == 422
    assert "Indiquez votre adresse e-mail ou votre identifiant" in page.text
    assert "Indiquez votre mot de passe" in page.text


async def test_the_tenth_mistake_blocks_for_two_minutes(client: httpx.AsyncClient, louise: int) -> None:
    for _ in range(9):
        assert WRONG in (await attempt(client, LOUISE["email"], "Faux1234")).text
    page = await attempt(client, LOUISE["email"], "Faux1234")
    assert "réessayez dans 2\u00a0minutes" in page.text or "réessayez dans 2 minutes" in page.text
    assert 'href="/mot-de-passe/oublie"' in page.text
    assert (await attempt(client, LOUISE["email"], PASSWORD)).status_code == 422
    await User.update({User.blocked_until: now() - timedelta(seconds=1)}).where(User.id == louise)
    assert (await attempt(client, LOUISE["email"], PASSWORD)).status_code == 303
    (row,) = await User.select(User.failed_sign_ins, User.blocked_until)
    assert (row["failed_sign_ins"], row["blocked_until"]) == (0, None)


@pytest.mark.parametrize(("failures", "minutes"), [(19, 4), (29, 8), (39, 16)])
async def test_each_block_is_twice_as_long(client: httpx.AsyncClient, louise: int, failures: int, minutes: int) -> None:
    await User.update({User.failed_sign_ins: failures}).where(User.id == louise)
    await attempt(client, LOUISE["email"], "Faux1234")
    (row,) = await User.select(User.blocked_until)
    wait = row["blocked_until"] - now()
    assert timedelta(minutes=minutes) - timedelta(seconds=30) < wait <= timedelta(minutes=minutes)


async def test_the_fiftieth_mistake_blocks_until_support_helps(client: httpx.AsyncClient, louise: int) -> None:
    await User.update({User.failed_sign_ins: 49}).where(User.id == louise)
    page = await attempt(client, LOUISE["email"], "Faux1234")
    assert "Votre compte est bloqué" in page.text
    assert 'href="/aide"' in page.text
    assert (await attempt(client, LOUISE["email"], PASSWORD)).status_code == 422
    await people.unblock(louise)
    assert (await attempt(client, LOUISE["email"], PASSWORD)).status_code == 303


async def test_guesses_sent_all_at_once_are_all_counted(
    open_client: Callable[..., httpx.AsyncClient],
    louise: int,
) -> None:
    browser = open_client()
    answers = await asyncio.gather(
        *(attempt(browser, LOUISE["email"], f"Faux123{n}") for n in range(12)),
    )
    assert all(answer.status_code == 422 for answer in answers)
    (row,) = await User.select(User.failed_sign_ins, User.blocked_until)
    assert row["failed_sign_ins"] >= 10
    assert row["blocked_until"] is not None
    assert (await attempt(browser, LOUISE["email"], PASSWORD)).status_code == 422


async def test_a_password_hashed_with_weaker_settings_is_hashed_again(client: httpx.AsyncClient, louise: int) -> None:
    weak = "$argon2id$v=19$m=16,t=1,p=1$"
    from argon2 import PasswordHasher

    old = PasswordHasher(time_cost=1, memory_cost=16, parallelism=1).hash(PASSWORD)
    assert old.startswith(weak)
    await User.update({User.password_hash: old}).where(User.id == louise)
    await sign_in(client)
    (row,) = await User.select(User.password_hash)
    assert not row["password_hash"].startswith(weak)
    await sign_in(client)


async def test_an_expired_session_during_an_answer_says_the_answer_is_kept(
    client: httpx.AsyncClient,
    louise: int,
) -> None:
    suite = "/evaluations/42?challenge=ch-7k2m9qx4&answer=b&answer=d"
    page = await client.get(f"/connexion?suite={quote(suite)}")
    assert "Votre session a expiré" in page.text
    assert "Votre réponse est gardée" in page.text
    data = {"login": LOUISE["email"], "password": "Faux1234", "suite": suite}
    page = await client.post("/connexion", data=data)
    assert "Votre réponse est gardée" in page.text
    answer = await client.post("/connexion", data={**data, "password": PASSWORD})
    assert answer.headers["location"] == suite


async def test_without_an_answer_nothing_is_said(client: httpx.AsyncClient) -> None:
    assert "expiré" not in (await client.get("/connexion?suite=/evaluations/42")).text


async def test_a_guarded_page_leads_here_and_back(client: httpx.AsyncClient, louise: int) -> None:
    answer = await client.get("/mon-compte?fait=langue")
    assert answer.headers["location"] == "/connexion?suite=/mon-compte%3Ffait%3Dlangue"
    page = await client.get(answer.headers["location"])
    assert 'value="/mon-compte?fait=langue"' in page.text
    htmx = await client.get("/mon-compte", headers={"HX-Request": "true"})
    assert (htmx.status_code, htmx.headers["hx-redirect"][:10]) == (200, "/connexion")


async def test_a_temporary_password_opens_nothing_but_the_choice_of_another(
    client: httpx.AsyncClient, database: object
) -> None:
    await people.create_user(
        first_name="Zoé",
        last_name="Petit",
        username="zoe.petit0102",
        password="Bcdfgh23",
        password_is_temporary=True,
    )
    answer = await attempt(client, "zoe.petit0102", "Bcdfgh23")
    link = answer.headers["location"]
    assert link.startswith("/mot-de-passe/")
    assert "set-cookie" not in answer.headers
    assert (await client.post(link, data={"password": PASSWORD})).status_code == 303
    assert (await attempt(client, "zoe.petit0102", "Bcdfgh23")).status_code == 422
    assert (await attempt(client, "zoe.petit0102", PASSWORD)).headers["location"] == "/accueil"


async def test_another_site_cannot_sign_someone_in(client: httpx.AsyncClient, louise: int) -> None:
    data = {"login": LOUISE["email"], "password": PASSWORD}
    answer = await client.post("/connexion", data=data, headers={"Origin": "https://ailleurs.example"})
    assert answer.status_code == 403
    assert await UserSession.count() == 0
