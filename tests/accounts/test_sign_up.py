"""Creating one's account."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from app.accounts import mail
from app.accounts.tables import User, UserSession
from app.lib.clock import now
from tests.accounts.conftest import LOUISE, PASSWORD, Mailbox, sign_in

pytestmark = pytest.mark.anyio


async def test_the_form_creates_the_account_and_signs_in(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    page = await client.get("/inscription")
    assert page.status_code == 200
    answer = await client.post("/inscription", data=LOUISE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/accueil")
    (row,) = await User.select()
    assert (row["first_name"], row["last_name"], row["email"]) == ("Louise", "Carré", LOUISE["email"])
    assert row["search_name"] == "louise carre louise.carre@exemple.fr"
    assert row["password_hash"].startswith("$argon2id$")
    assert row["terms_accepted_at"] is not None
    assert row["email_confirmed_at"] is None
    assert row["last_signed_in_at"] is not None
    assert "Louise" in (await client.get("/mon-compte")).text
    assert [(to, subject) for to, subject, _ in await mailbox.messages()] == [
        (LOUISE["email"], "Votre compte Pix est créé")
    ]


async def test_the_confirmation_link_proves_the_address_and_leads_back(
    client: httpx.AsyncClient, mailbox: Mailbox
) -> None:
    await client.post("/inscription", data={**LOUISE, "suite": "/campagnes/DECOUV123"})
    link = await mailbox.last_link(LOUISE["email"])
    for _ in range(2):  # following it again is harmless
        page = await client.get(link)
        assert page.status_code == 200
        assert 'href="/campagnes/DECOUV123"' in page.text
    (row,) = await User.select(User.email_confirmed_at)
    assert row["email_confirmed_at"] is not None


async def test_every_mistake_is_told_at_once_and_what_was_typed_is_kept(client: httpx.AsyncClient) -> None:
    typed = {"first_name": "Louise", "last_name": " ", "email": "louise", "password": "Abcdefgh"}
    page = await client.post("/inscription", data=typed)
    assert page.status_code == 422
    assert "<title>Erreur" in page.text
    for message in (
        "Indiquez votre nom",
        "Cette adresse n’est pas complète",
        "Le mot de passe doit contenir un chiffre",
        "Il faut accepter les conditions d’utilisation",
    ):
        assert page.text.count(message) == 2, message  # in the summary and beside the field
    assert 'value="Louise"' in page.text
    assert 'value="louise"' in page.text
    assert "Abcdefgh" not in page.text
    assert await User.count() == 0


async def test_several_faults_of_a_password_are_one_sentence(client: httpx.AsyncClient) -> None:
    page = await client.post("/inscription", data={**LOUISE, "password": "abc"})
    assert "doit contenir au moins 8 caractères, une majuscule et un chiffre" in page.text.replace("\u00a0", " ")


async def test_a_known_address_in_any_case_leads_to_sign_in(client: httpx.AsyncClient, louise: int) -> None:
    await User.update({User.created_at: now() - timedelta(days=90)}).where(User.id == louise)
    other = {**LOUISE, "email": "Louise.CARRE@Exemple.fr", "suite": "/campagnes/DECOUV123"}
    page = await client.post("/inscription", data=other)
    assert page.status_code == 422
    assert "Cette adresse a déjà un compte" in page.text
    assert 'href="/connexion?suite=/campagnes/DECOUV123">Me connecter avec cette adresse' in page.text
    assert await User.count() == 1


async def test_a_known_address_is_told_together_with_the_other_mistakes(
    client: httpx.AsyncClient,
    louise: int,
) -> None:
    page = await client.post("/inscription", data={**LOUISE, "password": "x", "terms": ""})
    assert "Il reste 3 points à corriger" in page.text.replace("\u00a0", " ")
    assert "Cette adresse a déjà un compte" in page.text


async def test_the_form_sent_twice_makes_one_account_and_signs_in(
    open_client: Callable[..., httpx.AsyncClient], mailbox: Mailbox
) -> None:
    first, second = open_client(), open_client()
    answers = await asyncio.gather(first.post("/inscription", data=LOUISE), second.post("/inscription", data=LOUISE))
    assert [answer.status_code for answer in answers] == [303, 303]
    assert await User.count() == 1
    assert len(await mailbox.messages()) == 1
    for browser in (first, second):
        assert (await browser.get("/mon-compte")).status_code == 200


async def test_signing_up_again_is_no_way_around_the_blocks(
    client: httpx.AsyncClient, open_client: Callable[..., httpx.AsyncClient]
) -> None:
    await client.post("/inscription", data=LOUISE)
    stranger = open_client()
    for attempt in range(10):
        answer = await stranger.post("/inscription", data={**LOUISE, "password": f"Abcdefg1{attempt}"})
        assert answer.status_code == 422
        assert "Cette adresse a déjà un compte" in answer.text
    assert (await stranger.post("/inscription", data=LOUISE)).status_code == 422
    (row,) = await User.select(User.failed_sign_ins, User.blocked_until)
    assert row["failed_sign_ins"] == 10
    assert row["blocked_until"] is not None


@pytest.mark.parametrize(
    ("suite", "goes_to"),
    [
        ("/campagnes/DECOUV123", "/campagnes/DECOUV123"),
        ("https://ailleurs.example/", "/accueil"),
        ("//ailleurs.example", "/accueil"),
        ("/\\ailleurs.example", "/accueil"),
        ("javascript:alert(1)", "/accueil"),
        ("", "/accueil"),
    ],
)
async def test_one_goes_on_where_one_was_going_never_elsewhere(
    client: httpx.AsyncClient, suite: str, goes_to: str
) -> None:
    answer = await client.post("/inscription", data={**LOUISE, "suite": suite})
    assert answer.headers["location"] == goes_to
    await mail.all_sent()


async def test_the_page_to_return_to_survives_a_mistake(client: httpx.AsyncClient) -> None:
    page = await client.get("/inscription", params={"suite": "/campagnes/DECOUV123"})
    assert 'name="suite" value="/campagnes/DECOUV123"' in page.text
    page = await client.post("/inscription", data={"suite": "/campagnes/DECOUV123"})
    assert 'name="suite" value="/campagnes/DECOUV123"' in page.text


async def test_someone_signed_in_has_nothing_to_do_here(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    assert (await client.get("/inscription")).headers["location"] == "/accueil"
    assert await UserSession.count().where(UserSession.user == louise) == 1


async def test_htmx_gets_the_fragment_then_goes_on(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    htmx = {"HX-Request": "true", "HX-Request-Type": "partial"}
    fragment = await client.post("/inscription", data={**LOUISE, "terms": ""}, headers=htmx)
    assert fragment.status_code == 422
    assert "<html" not in fragment.text
    assert 'id="accounts-sign-up"' in fragment.text
    answer = await client.post("/inscription", data=LOUISE, headers=htmx)
    assert (answer.status_code, answer.headers["hx-redirect"]) == (200, "/accueil")
    assert await mailbox.messages()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"first_name=%FF%FE&last_name=%00&email=%ED%A0%80&password=%00&terms=%FF",
        b"&&&===",
        b"first_name=" + b"a" * 300 + b"&email=" + b"b" * 300 + b"@x.fr&password=" + b"Aa1" * 400,
        "first_name=Zoé&last_name=\u202e&email=a@b.fr\r\nBcc:x&password=x".encode(),
    ],
)
async def test_whatever_is_sent_gets_a_clear_answer(client: httpx.AsyncClient, body: bytes) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await client.post("/inscription", content=body, headers=form)
    assert answer.status_code == 422
    assert await User.count() == 0


async def test_the_password_is_kept_as_typed(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    await client.post("/inscription", data={**LOUISE, "password": f" {PASSWORD} "})
    await client.post("/deconnexion")
    await sign_in(client, password=f" {PASSWORD} ")
    assert await mailbox.messages()
