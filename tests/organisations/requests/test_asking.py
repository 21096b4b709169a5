"""`/orga/demande`: anyone may ask for a space."""

from __future__ import annotations

import asyncio
import re

import httpx
import pytest

from app.lib.clock import now
from app.organisations.orga import ORGA
from app.organisations.requests import requests
from app.organisations.requests.establishments import establishment_number, province_code
from app.organisations.requests.requests import Asked
from app.organisations.requests.tables import SpaceRequest
from tests.accounts.conftest import Mailbox
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

PAGE = "/orga/demande"
ROSA = "r.marchal@cfa.example"
FORM = {
    "client_token": "jeton-de-la-page",
    "organisation_name": "CFA  des Métiers",
    "kind": "PRO",
    "external_id": "123 456 789 01234",
    "province": "2a",
    "first_name": "Rosa",
    "last_name": "Marchal",
    "email": "R.Marchal@cfa.example",
    "job": "Formatrice",
    "learners": "1 200",
    "message": "Bonjour,\r\nnous commençons en janvier.",
}


async def test_a_request_is_recorded_and_acknowledged(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    page = await client.get(PAGE)
    assert page.status_code == 200
    token = re.search(r'name="client_token" value="(\w+)"', page.text)
    assert token
    answer = await client.post(PAGE, data={**FORM, "client_token": token[1]})
    assert answer.headers["location"] == f"{PAGE}/envoyee"
    assert "Demande envoyée" in (await client.get(answer.headers["location"])).text
    (row,) = await SpaceRequest.select()
    kept = {name: row[name] for name in FORM if name != "client_token"}
    assert kept == {
        "organisation_name": "CFA des Métiers",
        "kind": "PRO",
        "external_id": "12345678901234",
        "province": "02A",
        "first_name": "Rosa",
        "last_name": "Marchal",
        "email": ROSA,
        "job": "Formatrice",
        "learners": 1200,
        "message": "Bonjour,\nnous commençons en janvier.",
    }
    assert row["decided_at"] is None
    ((to, _, text),) = await mailbox.messages()
    assert to.lower() == ROSA
    assert "Nous avons bien reçu votre demande" in text
    assert "CFA" not in text, "anyone could make us send anything"


async def test_what_is_optional_may_be_empty(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    optional = dict.fromkeys(("external_id", "province", "learners", "message"), "")
    assert (await client.post(PAGE, data={**FORM, **optional})).status_code == 303
    (row,) = await SpaceRequest.select()
    assert (row["external_id"], row["province"], row["learners"], row["message"]) == ("", "", None, "")


async def test_sent_twice_it_is_one_request_and_one_message(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    for _ in range(2):
        assert (await client.post(PAGE, data=FORM)).status_code == 303
    assert await SpaceRequest.count() == 1
    assert len(await mailbox.messages()) == 1


async def test_at_the_same_moment_it_is_one_request(database: object, mailbox: Mailbox) -> None:
    asked = Asked("CFA", "PRO", "Rosa", "Marchal", ROSA, "Formatrice")
    await asyncio.gather(*(requests.ask(ORGA, asked, "le-meme-jeton", "fr", now()) for _ in range(5)))
    assert await SpaceRequest.count() == 1


async def test_the_page_of_before_serves_for_another_organisation(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    await client.post(PAGE, data=FORM)
    await client.post(PAGE, data={**FORM, "organisation_name": "CFA du Bâtiment"})
    rows = await SpaceRequest.select(SpaceRequest.organisation_name).order_by(SpaceRequest.id)
    assert [row["organisation_name"] for row in rows] == ["CFA des Métiers", "CFA du Bâtiment"]
    assert len(await mailbox.messages()) == 1, "an address is not flooded"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("organisation_name", "", "Indiquez le nom de votre organisation"),
        ("organisation_name", "é" * 256, "255 caractères au plus"),
        ("organisation_name", "123", "Indiquez le nom de votre organisation"),
        ("kind", "", "Choisissez ce qui ressemble le plus à votre organisation"),
        ("kind", "LYC", "Choisissez ce qui ressemble le plus à votre organisation"),
        ("external_id", "051", "Un UAI a 7 chiffres et une lettre"),
        ("province", "Marne", "Indiquez le numéro du département"),
        ("first_name", " ", "Indiquez votre prénom"),
        ("last_name", "", "Indiquez votre nom"),
        ("email", "", "Indiquez votre adresse e-mail professionnelle"),
        ("email", "rosa@cfa", "Cette adresse n’est pas complète"),
        ("job", "", "Indiquez votre fonction"),
        ("learners", "beaucoup", "Indiquez un nombre, en chiffres"),
        ("learners", "0", "Indiquez un nombre, en chiffres"),
        ("learners", "-3", "Indiquez un nombre, en chiffres"),
        ("learners", "9" * 400, "Indiquez un nombre, en chiffres"),
        ("learners", "²", "Indiquez un nombre, en chiffres"),
        ("message", "x" * 2001, "2000 caractères au plus"),
    ],
)
async def test_a_mistake_is_told_and_what_was_typed_is_kept(
    client: httpx.AsyncClient, mailbox: Mailbox, field: str, value: str, words: str
) -> None:
    page = await client.post(PAGE, data={**FORM, field: value})
    assert page.status_code == 422
    assert words in page.text
    kept = "R.Marchal@cfa.example" if field != "email" else "Formatrice"
    assert f'value="{kept}"' in page.text
    assert 'value="jeton-de-la-page"' in page.text, "the same form, corrected, is the same request"
    assert await SpaceRequest.count() == 0
    assert await mailbox.messages() == []


async def test_all_the_mistakes_at_once(client: httpx.AsyncClient) -> None:
    page = await client.post(PAGE, data={"province": "Marne"})
    assert "Il reste 7 points à corriger" in page.text


async def test_a_program_without_a_token_is_served(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    for token in ("", "x", "é" * 20, "x" * 400):
        assert (await client.post(PAGE, data={**FORM, "client_token": token})).status_code == 303
    assert await SpaceRequest.count() == 4


async def test_swapped_the_page_is_the_same(client: httpx.AsyncClient) -> None:
    old, data = (await client.get(PAGE)).text, {**FORM, "email": "rosa"}
    assert 'hx-target="#requests-ask"' in old
    answer = await client.post(PAGE, data=data, headers=HTMX)
    new = await client.post(PAGE, data=data)
    assert_swap_equals(old, answer.text, new.text, target="#requests-ask", swap="outerHTML")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0511234A", "0511234A"),
        ("0511234 a", "0511234A"),
        ("123 456 789 01234", "12345678901234"),
        ("123.456.789-01234", "12345678901234"),
        ("0511234", None),
        ("A0511234", None),
        ("1234567890123", None),
        ("²123456A", None),
        ("", None),
    ],
)
def test_numbers_of_establishments(typed: str, number: str | None) -> None:
    assert establishment_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("51", "051"),
        ("1", "001"),
        ("2a", "02A"),
        ("2B ", "02B"),
        ("974", "974"),
        ("051", "051"),
        ("0", None),
        ("000", None),
        ("9999", None),
        ("2C", None),
        ("", None),
        ("²", None),
    ],
)
def test_departments(typed: str, code: str | None) -> None:
    assert province_code(typed) == code
