"""One's own account: the page, the language, the address."""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest

from app.accounts import people
from app.accounts.tables import EmailToken, User
from app.lib.clock import now
from tests.accounts.conftest import LOUISE, PASSWORD, Mailbox, sign_in

pytestmark = pytest.mark.anyio

NEW = "louise@nouvelle.example"


async def ask_code(client: httpx.AsyncClient, mailbox: Mailbox, email: str = NEW) -> str:
    answer = await client.post("/mon-compte/adresse", data={"email": email, "password": PASSWORD})
    assert answer.headers.get("location") == "/mon-compte/adresse/code", answer.text
    found = re.search(r"\b\d{6}\b", await mailbox.last(email))
    assert found
    return found[0]


async def give(client: httpx.AsyncClient, code: str) -> httpx.Response:
    return await client.post("/mon-compte/adresse/code", data={"code": code})


def another(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


async def test_the_page_shows_the_account(client: httpx.AsyncClient, louise: int) -> None:
    await User.update({User.username: "louise.carre2306"}).where(User.id == louise)
    await sign_in(client)
    page = await client.get("/mon-compte")
    for text in ("Louise", "Carré", LOUISE["email"], "louise.carre2306", "Adresse à confirmer"):
        assert text in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/mon-compte",
        "/mon-compte/mot-de-passe",
        "/mon-compte/adresse",
        "/mon-compte/besoins",
        "/mon-compte/adresse/code",
        "/mon-compte/donnees",
        "/mon-compte/donnees.json",
        "/mon-compte/suppression",
    ],
)
async def test_it_is_for_people_with_an_account(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/connexion?suite={path}")
    if path.endswith(("donnees", ".json")):
        return
    assert (await client.post(path)).status_code in (303, 405)


async def test_the_language_is_remembered(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    await client.post("/mon-compte/langue", data={"language": "en"})
    assert '<html lang="en"' in (await client.get("/mon-compte")).text
    await client.post("/deconnexion")
    assert '<html lang="en"' in (await client.get("/connexion")).text  # this browser remembers
    assert (await people.find_by_id(louise)).language == "en"  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["", "xx", "fr\0", "a" * 500])
async def test_an_unknown_language_changes_nothing(client: httpx.AsyncClient, louise: int, language: str) -> None:
    await sign_in(client)
    assert (await client.post("/mon-compte/langue", data={"language": language})).status_code == 303
    assert '<html lang="fr"' in (await client.get("/mon-compte")).text


async def test_another_confirmation_link(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await sign_in(client)
    await client.post("/mon-compte/confirmation")
    assert (await client.get(await mailbox.last_link(LOUISE["email"]))).status_code == 200
    await client.post("/mon-compte/confirmation")  # confirmed now: nothing more is sent
    assert len(await mailbox.messages()) == 1
    assert "Adresse à confirmer" not in (await client.get("/mon-compte")).text


async def test_a_confirmation_link_lives_three_days(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await sign_in(client)
    await client.post("/mon-compte/confirmation")
    (row,) = await EmailToken.select()
    assert row["expires_at"] - row["created_at"] == timedelta(days=3)
    await EmailToken.update({EmailToken.expires_at: now()}, force=True)
    assert (await client.get(await mailbox.last_link(LOUISE["email"]))).status_code == 404
    assert (await client.get("/confirmation/nimporte")).status_code == 404


async def test_the_address_changes_with_the_code(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await sign_in(client)
    code = await ask_code(client, mailbox, "Louise@Nouvelle.example")
    page = await client.get("/mon-compte/adresse/code")
    assert "Louise@Nouvelle.example" in page.text
    for _ in range(2):  # the form sent twice
        assert (await give(client, f" {code[:3]} {code[3:]} ")).headers["location"] == "/mon-compte?fait=adresse"
    (row,) = await User.select().where(User.id == louise)
    assert (row["email"], row["email_normalised"]) == ("Louise@Nouvelle.example", NEW)
    assert row["email_confirmed_at"] is not None
    assert NEW in row["search_name"]
    assert LOUISE["email"] not in row["search_name"]
    assert "une autre adresse" in await mailbox.last(LOUISE["email"])
    await client.post("/deconnexion")
    await sign_in(client, NEW)


async def test_it_needs_the_password(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await sign_in(client)
    page = await client.post("/mon-compte/adresse", data={"email": NEW, "password": "Faux1234"})
    assert page.status_code == 422
    assert f'value="{NEW}"' in page.text
    assert await mailbox.messages() == []


async def test_a_wrong_code_changes_nothing_and_five_kill_it(
    client: httpx.AsyncClient, louise: int, mailbox: Mailbox
) -> None:
    await sign_in(client)
    code = await ask_code(client, mailbox)
    for _ in range(5):
        page = await give(client, another(code))
        assert page.status_code == 422
        assert "Ce n’est pas le code envoyé" in page.text
    page = await give(client, code)
    assert page.status_code == 422
    assert "demandez-en un autre" in page.text
    assert (await people.find_by_id(louise)).email == LOUISE["email"]  # type: ignore[union-attr]


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12 34 5"])
async def test_a_code_has_six_digits(client: httpx.AsyncClient, louise: int, mailbox: Mailbox, code: str) -> None:
    await sign_in(client)
    await ask_code(client, mailbox)
    page = await give(client, code)
    assert page.status_code == 422
    assert "Le code a six chiffres" in page.text
    (row,) = await EmailToken.select(EmailToken.attempts)
    assert row["attempts"] == 0


async def test_a_code_lives_ten_minutes(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await sign_in(client)
    code = await ask_code(client, mailbox)
    (row,) = await EmailToken.select()
    assert row["expires_at"] - row["created_at"] == timedelta(minutes=10)
    await EmailToken.update({EmailToken.expires_at: now()}, force=True)
    assert (await give(client, code)).status_code == 422
    assert (await client.get("/mon-compte/adresse/code")).headers["location"] == "/mon-compte/adresse"


async def test_asking_many_codes_is_refused(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await sign_in(client)
    for _ in range(10):
        await ask_code(client, mailbox)
    page = await client.post("/mon-compte/adresse", data={"email": NEW, "password": PASSWORD})
    assert page.status_code == 429


async def test_an_address_in_use_is_refused(client: httpx.AsyncClient, louise: int, mailbox: Mailbox) -> None:
    await sign_in(client)
    code = await ask_code(client, mailbox)
    await people.create_user(first_name="Autre", last_name="Personne", email=NEW.upper(), password=PASSWORD)
    page = await give(client, code)  # taken between the code and its return
    assert page.status_code == 422
    assert "Cette adresse a déjà un compte" in page.text
    page = await client.post("/mon-compte/adresse", data={"email": NEW, "password": PASSWORD})
    assert page.status_code == 422
    assert (await people.find_by_id(louise)).email == LOUISE["email"]  # type: ignore[union-attr]


async def test_a_former_confirmation_link_proves_nothing_for_a_new_address(
    client: httpx.AsyncClient, mailbox: Mailbox
) -> None:
    await client.post("/inscription", data=LOUISE)
    link = await mailbox.last_link(LOUISE["email"])
    await give(client, await ask_code(client, mailbox))
    assert (await client.get(link)).status_code == 404


async def test_a_school_account_can_add_an_address(
    client: httpx.AsyncClient, database: object, mailbox: Mailbox
) -> None:
    await people.create_user(first_name="Zoé", last_name="Petit", username="zoe.petit0102", password=PASSWORD)
    await sign_in(client, "zoe.petit0102")
    await give(client, await ask_code(client, mailbox))
    await client.post("/deconnexion")
    await sign_in(client, NEW)
    assert len(await mailbox.messages()) == 1  # there was no former address to tell
