"""The cookie and the session behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from app.accounts import jobs, people, sessions
from app.accounts.addresses import ask_confirmation
from app.accounts.middleware import cookie_value
from app.accounts.tables import EmailToken, User, UserSession
from app.accounts.tokens import fingerprint
from app.lib.clock import now
from tests.accounts.conftest import LOUISE, PASSWORD, sign_in

pytestmark = pytest.mark.anyio

COOKIE = "__Host-pix"


async def is_signed_in(client: httpx.AsyncClient) -> bool:
    return (await client.get("/mon-compte")).status_code == 200


async def test_the_cookie_is_for_this_host_alone_and_hidden_from_scripts(
    client: httpx.AsyncClient,
    louise: int,
) -> None:
    answer = await client.post("/connexion", data={"login": LOUISE["email"], "password": PASSWORD})
    name, _, rest = answer.headers["set-cookie"].partition("=")
    attributes = {part.strip().lower() for part in rest.split(";")[1:]}
    assert name == COOKIE
    assert {"httponly", "secure", "samesite=lax", "path=/", "max-age=604800"} <= attributes
    assert not any(attribute.startswith("domain") for attribute in attributes)


async def test_the_table_holds_no_token(client: httpx.AsyncClient, louise: int) -> None:
    opened = await sessions.open_session(louise)
    (row,) = await UserSession.select()
    assert opened.token not in {str(value) for value in row.values()}
    assert row["token_hash"] == fingerprint(opened.token)
    client.cookies.set(COOKIE, cookie_value(opened.token))
    assert await is_signed_in(client)


@pytest.mark.parametrize(
    "cookie",
    ["", "x", "a.b.c", "é" * 10, '"', "IlwiIg.aa.bb", "x" * 5000, "eyJ1IjoxfQ.aSBuZXZlciBzaWduZWQ.AAAA", ";;;=;="],
)
async def test_a_made_up_cookie_is_nobody_and_is_removed(client: httpx.AsyncClient, cookie: str) -> None:
    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())]
    answer = await client.get("/connexion", headers=httpx.Headers(headers))
    assert answer.status_code == 200
    if cookie.strip('";= '):
        assert f"{COOKIE}=" in answer.headers["set-cookie"]
        assert "max-age=0" in answer.headers["set-cookie"].lower()


async def test_an_altered_cookie_is_nobody(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    value = client.cookies[COOKIE]
    token, date, signature = value.split(".")
    other = "A" if signature[5] != "A" else "B"
    for altered in (
        f"{token}.{date}.{signature[:5]}{other}{signature[6:]}",
        f"X{token[1:]}.{date}.{signature}",
        f"{token}.{date[:-1]}.{signature}",
        f"{token}.{signature}",
        value + "A",
        value[:-5],
    ):
        client.cookies.clear()
        client.cookies.set(COOKIE, altered, domain="pix.test", path="/")
        assert not await is_signed_in(client), altered


async def test_a_cookie_signed_for_something_else_is_nobody(client: httpx.AsyncClient, louise: int) -> None:
    from app.web.cookies import sign

    opened = await sessions.open_session(louise)
    client.cookies.set(COOKIE, sign(opened.token, "something else"))
    assert not await is_signed_in(client)


@pytest.mark.parametrize("column", [UserSession.ends_at, UserSession.idle_ends_at], ids=["end", "idle"])
async def test_a_session_ends_by_itself(client: httpx.AsyncClient, louise: int, column: object) -> None:
    await sign_in(client)
    assert await is_signed_in(client)
    await UserSession.update({column: now() - timedelta(seconds=1)}, force=True)  # type: ignore[dict-item]
    answer = await client.get("/mon-compte")
    assert answer.status_code == 303
    assert COOKIE not in client.cookies


async def test_reading_pages_keeps_it_alive_writing_once_a_minute(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    (before,) = await UserSession.select()
    await client.get("/mon-compte")
    (after,) = await UserSession.select()
    assert after == before
    long_ago = now() - timedelta(minutes=5)
    await UserSession.update({UserSession.seen_at: long_ago}, force=True)
    await client.get("/mon-compte")
    (touched,) = await UserSession.select()
    assert touched["seen_at"] > before["seen_at"]
    assert touched["idle_ends_at"] > before["idle_ends_at"]
    assert touched["ends_at"] == before["ends_at"]


async def test_a_pupil_stays_thirty_minutes_without_a_sign_of_life(database: object) -> None:
    pupil = await people.create_user(first_name="Zoé", last_name="Petit", username="zoe.petit0102", password=PASSWORD)
    opened = await sessions.open_session(pupil)
    assert opened.max_age is None
    (row,) = await UserSession.select()
    assert row["idle_ends_at"] - row["created_at"] == timedelta(minutes=30)
    assert row["ends_at"] - row["created_at"] == timedelta(hours=8)
    assert await sessions.recognise(opened.token, now() + timedelta(minutes=29)) is not None
    assert await sessions.recognise(opened.token, now() + timedelta(minutes=31)) is None


async def test_signing_in_gives_a_new_session_and_ends_the_former(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    former = client.cookies[COOKIE]
    await sign_in(client)
    assert client.cookies[COOKIE] != former
    assert await UserSession.count() == 1
    client.cookies.clear()
    client.cookies.set(COOKIE, former, domain="pix.test", path="/")
    assert not await is_signed_in(client)


async def test_signing_out_kills_it_at_once(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    cookie = client.cookies[COOKIE]
    page = await client.get("/deconnexion")
    assert page.status_code == 200
    assert await is_signed_in(client)  # opening a page signs nobody out
    answer = await client.post("/deconnexion")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.headers["clear-site-data"] == '"cache"'
    assert COOKIE not in client.cookies
    client.cookies.set(COOKIE, cookie, domain="pix.test", path="/")
    assert not await is_signed_in(client)
    assert (await client.post("/deconnexion")).status_code == 303  # twice is harmless


async def test_signing_out_everywhere(open_client: Callable[..., httpx.AsyncClient], louise: int) -> None:
    school, home = open_client(), open_client()
    await sign_in(school)
    await sign_in(home)
    assert "2" in (await home.get("/mon-compte")).text
    assert (await home.post("/deconnexion/partout")).status_code == 303
    assert not await is_signed_in(school)
    assert not await is_signed_in(home)
    assert await UserSession.count().where(UserSession.user == louise) == 0


async def test_a_change_of_role_ends_every_session(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    await people.promote(louise, "support")
    assert not await is_signed_in(client)
    await sign_in(client)
    assert 'href="/admin"' in (await client.get("/mon-compte")).text


async def test_what_is_over_is_forgotten(louise: int) -> None:
    await ask_confirmation(louise, LOUISE["email"])
    await jobs.tidy()
    assert await EmailToken.count() == 1
    await EmailToken.update({EmailToken.expires_at: now() - timedelta(days=31)}, force=True)
    for _ in range(3):
        await sessions.open_session(louise)
    (first, *_) = await UserSession.select(UserSession.id).order_by(UserSession.id)
    await UserSession.update({UserSession.ends_at: now()}).where(UserSession.id == first["id"])
    await jobs.tidy()
    assert await UserSession.count() == 2
    assert await EmailToken.count() == 0


async def test_one_query_recognises_someone(client: httpx.AsyncClient, louise: int) -> None:
    opened = await sessions.open_session(louise)
    person = await sessions.recognise(opened.token, now())
    assert person is not None
    assert (person.id, person.first_name, person.last_name, person.language) == (louise, "Louise", "Carré", "fr")
    assert person.staff_role is None
    assert not person.terms_changed
    assert await User.count() == 1
    assert (await client.get("/connexion")).status_code == 200
