"""A form that failed looks the same whether HTMX swaps it or the browser loads it."""

from __future__ import annotations

import httpx
import pytest

from tests.accounts.conftest import LOUISE, sign_in
from tests.house.swap import assert_swap_equals

pytestmark = pytest.mark.anyio

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
CASES = [
    ("/inscription", {**LOUISE, "password": "abc", "suite": "/campagnes/DECOUV123"}, "accounts-sign-up"),
    ("/connexion", {"login": LOUISE["email"], "password": "Faux1234"}, "accounts-sign-in"),
    ("/mot-de-passe/oublie", {"email": LOUISE["email"]}, "accounts-forgotten-password"),
    ("/mot-de-passe/oublie", {"email": "louise"}, "accounts-forgotten-password"),
]
OWN = [
    ("/mon-compte/mot-de-passe", {"current_password": "Faux1234", "password": "x"}, "accounts-change-password"),
    ("/mon-compte/adresse", {"email": "x"}, "accounts-change-address"),
    ("/mon-compte/suppression", {"password": "Faux1234"}, "accounts-erase-account"),
]


async def check(client: httpx.AsyncClient, path: str, data: dict[str, str], root: str) -> None:
    old = (await client.get(path)).text
    answer = await client.post(path, data=data, headers=HTMX)
    new = await client.post(path, data=data)
    assert f'hx-target="#{root}"' in old
    assert_swap_equals(old, answer.text, new.text, target=f"#{root}", swap="outerHTML")


@pytest.mark.parametrize(("path", "data", "root"), CASES)
async def test_for_anyone(client: httpx.AsyncClient, louise: int, path: str, data: dict[str, str], root: str) -> None:
    await check(client, path, data, root)


@pytest.mark.parametrize(("path", "data", "root"), OWN)
async def test_in_the_account(
    client: httpx.AsyncClient,
    louise: int,
    path: str,
    data: dict[str, str],
    root: str,
) -> None:
    await sign_in(client)
    await check(client, path, data, root)


@pytest.mark.parametrize("path", ["/inscription", "/connexion", "/mot-de-passe/oublie"])
async def test_browsers_can_fill_the_forms_in(client: httpx.AsyncClient, path: str) -> None:
    html = (await client.get(path)).text
    for line in html.splitlines():
        if 'class="input"' in line:
            assert "autocomplete=" in line
