"""`/certif/demande`: anyone may ask for a certification centre."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from app.certification.certif import CERTIF
from app.certification.tables import CentreRequest
from app.lib.clock import now
from app.organisations.requests import requests
from app.organisations.requests.requests import Asked
from tests.certification.conftest import Mailbox, token_of
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

PAGE = "/certif/demande"
ROSA = "r.marchal@cfa.example"
FORM = {
    "client_token": "jeton-de-la-page",
    "centre_name": "CFA  des Métiers",
    "kind": "PRO",
    "external_id": "123 456 789 01234",
    "first_name": "Rosa",
    "last_name": "Marchal",
    "email": "R.Marchal@cfa.example",
    "job": "Formatrice",
    "message": "Deux salles.",
}


async def test_a_request_is_recorded_and_acknowledged(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    answer = await client.post(PAGE, data={**FORM, "client_token": await token_of(client, PAGE)})
    assert "Demande envoyée" in (await client.get(answer.headers["location"])).text
    (row,) = await CentreRequest.select()
    assert (row["centre_name"], row["external_id"], row["email"]) == ("CFA des Métiers", "12345678901234", ROSA)
    ((to, _, text),) = await mailbox.messages()
    assert to.lower() == ROSA
    assert "Deux salles" not in text, "anyone may type anyone's address"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("centre_name", "", "Indiquez le nom de votre établissement"),
        ("centre_name", "x" * 256, "255 caractères au plus"),
        ("kind", "", "Choisissez ce qui ressemble le plus à votre établissement"),
        ("external_id", "12", "Un UAI a 7 chiffres et une lettre"),
        ("first_name", "", "Indiquez votre prénom"),
        ("last_name", "…", "Indiquez votre nom"),
        ("email", "", "Indiquez votre adresse e-mail professionnelle"),
        ("email", "rosa@cfa", "Cette adresse n’est pas complète"),
        ("job", "", "Indiquez votre fonction"),
        ("message", "x" * 2001, "2000 caractères au plus"),
    ],
)
async def test_what_is_wrong_is_said_beside_the_field(
    client: httpx.AsyncClient, field: str, value: str, words: str
) -> None:
    page = await client.post(PAGE, data={**FORM, field: value})
    assert page.status_code == 422
    assert f'id="{field}-err"' in page.text
    assert words in page.text
    assert await CentreRequest.count() == 0


async def test_sent_twice_it_is_one_request(client: httpx.AsyncClient, mailbox: Mailbox) -> None:
    for _ in range(2):
        assert (await client.post(PAGE, data=FORM)).status_code == 303
    assert await CentreRequest.count() == 1
    await client.post(PAGE, data={**FORM, "centre_name": "Lycée Ampère"})
    assert await CentreRequest.count() == 2, "Back, and the form filled in for another one"
    assert len(await mailbox.messages()) == 1


@pytest.mark.usefixtures("database")
async def test_at_the_same_moment_it_is_one_request() -> None:
    wish = Asked("CFA", "PRO", "Rosa", "Marchal", ROSA, "Formatrice")
    await asyncio.gather(*(requests.ask(CERTIF, wish, "un-jeton", "fr", now()) for _ in range(5)))
    assert await CentreRequest.count() == 1


async def test_swapped_the_page_is_the_same(client: httpx.AsyncClient) -> None:
    old = (await client.get(PAGE)).text
    data = {"client_token": "un-jeton-de-page"}
    answer = await client.post(PAGE, data=data, headers=HTMX)
    new = await client.post(PAGE, data=data)
    assert_swap_equals(old, answer.text, new.text, target="#certification-request", swap="outerHTML")
