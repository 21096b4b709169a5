"""Addresses: all in the ledger, all guarded or declared public, all in kebab case."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.evaluation.learner import HTMX
from tests.house.routes import LEDGER, Address, addresses, ledger

ADDRESSES = addresses()
WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?|\.well-known|sw\.js|\{[a-z_]+\}")
GUARDED = [one for one in ADDRESSES if not one.is_public and not one.is_for_programs]
FOR_PROGRAMS = [one for one in ADDRESSES if one.is_for_programs]
READ = [one for one in ADDRESSES if one.is_public and one.method == "GET"]


def test_every_address_is_in_the_ledger() -> None:
    assert LEDGER.read_text("utf-8") == ledger(ADDRESSES), "run python -m tests.house.routes and look at the change"


def test_every_address_is_guarded_or_declared_public() -> None:
    assert [str(one) for one in ADDRESSES if one.guard == "unguarded"] == []


def test_addresses_are_words_in_kebab_case() -> None:
    words = {word for one in ADDRESSES for word in one.path.strip("/").split("/") if word}
    assert {word for word in words if not WORD.fullmatch(word)} == set()


async def test_the_shortcuts_of_the_application_installed_lead_somewhere(client: httpx.AsyncClient) -> None:
    manifest = (await client.get("/manifest.webmanifest")).json()
    wanted = {one["url"] for one in manifest["shortcuts"]} | {manifest["start_url"]}
    assert wanted <= {one.path for one in ADDRESSES if one.method == "GET"}


async def test_without_an_account_a_guarded_address_leads_to_sign_in(client: httpx.AsyncClient) -> None:
    wrong = []
    for one in GUARDED:
        plain = await ask(client, one)
        htmx = await ask(client, one, HTMX)
        if plain.status_code != 303 or not plain.headers["location"].startswith("/connexion"):
            wrong.append(f"{one}: {plain.status_code}")
        if not htmx.headers.get("hx-redirect", "").startswith("/connexion"):
            wrong.append(f"{one}, HTMX: {htmx.status_code}")
    assert wrong == []


async def test_without_a_token_a_program_is_told_what_it_needs(client: httpx.AsyncClient) -> None:
    assert len(FOR_PROGRAMS) > 1
    for one in FOR_PROGRAMS:
        answer = await ask(client, one)
        assert answer.status_code == 401, str(one)
        assert answer.headers["www-authenticate"].startswith("Bearer"), str(one)


async def test_a_public_address_answers_anyone(client: httpx.AsyncClient) -> None:
    statuses = {str(one): (await ask(client, one)).status_code for one in READ}
    assert {name: status for name, status in statuses.items() if status not in (200, 303, 404, 410)} == {}


@pytest.mark.parametrize("path", ["/", "/connexion", "/sante", "/pret", "/manifest.webmanifest", "/aide"])
async def test_well_known_addresses_are_there(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 200


async def ask(client: httpx.AsyncClient, one: Address, headers: dict[str, str] | None = None) -> httpx.Response:
    return await client.request(one.method, one.with_values(), headers=headers)
