"""`/admin/clients`: the programs of partners."""

from __future__ import annotations

import re

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.certification.interfaces import clients
from app.certification.tables import MachineClient
from app.lib.clock import now

LIST = "/admin/clients"
FORM = {
    "client_token": "abcdefghjkmnpqrstvwxyz23456789ab",
    "name": "  Ministère, LSU ",
    "scopes": ["livret-scolaire"],
}


def secret_of(page: httpx.Response) -> tuple[str, str]:
    client_id, secret = re.findall(r'<span class="code" translate="no">([^<]+)</span>', page.text)
    return client_id, secret


async def test_the_secret_is_shown_once_and_opens(ada: httpx.AsyncClient) -> None:
    made = await ada.post(f"{LIST}/creation", data=FORM)
    assert made.status_code == 200
    assert made.headers["cache-control"] == "no-store"
    client_id, secret = secret_of(made)
    assert len(secret) == 43
    (row,) = await MachineClient.select()
    assert (row["name"], row["scopes"]) == ("Ministère, LSU", "livret-scolaire")
    assert row["secret_hash"].startswith("$argon2id$")
    page = (await ada.get(LIST)).text
    assert client_id in page
    assert secret not in page
    known = await clients.recognise(client_id, secret, now())
    assert known is not None
    assert known.scopes == {"livret-scolaire"}


async def test_the_form_sent_twice_makes_one_and_loses_no_secret(ada: httpx.AsyncClient) -> None:
    first, second = [secret_of(await ada.post(f"{LIST}/creation", data=FORM)) for _ in range(2)]
    assert first == second
    other = secret_of(await ada.post(f"{LIST}/creation", data={**FORM, "name": "Un autre"}))
    assert other[1] != first[1]
    assert await MachineClient.count() == 2
    assert await AuditEvent.count().where(AuditEvent.action == "client.created") == 2


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Indiquez le nom du programme"),
        ("name", "x" * 256, "255 caractères au plus"),
        ("scopes", [], "Cochez au moins un droit"),
        ("scopes", ["admin"], "Cochez au moins un droit"),
    ],
)
async def test_what_is_wrong_is_said_beside_the_field(
    ada: httpx.AsyncClient, field: str, value: str | list[str], words: str
) -> None:
    page = await ada.post(f"{LIST}/creation", data={**FORM, field: value})
    assert page.status_code == 422
    assert f'id="{field}-err"' in page.text
    assert words in page.text
    assert FORM["client_token"] in page.text
    assert await MachineClient.count() == 0


async def test_disabled_it_is_for_good(ada: httpx.AsyncClient) -> None:
    client_id, secret = secret_of(await ada.post(f"{LIST}/creation", data=FORM))
    (row,) = await MachineClient.select(MachineClient.id)
    for _ in range(2):
        answer = await ada.post(f"{LIST}/{row['id']}/desactivation")
        assert answer.headers["location"] == f"{LIST}?fait=client-desactive"
    assert await clients.recognise(client_id, secret, now()) is None
    page = (await ada.get(f"{LIST}?fait=client-desactive")).text
    assert "Désactivé" in page
    assert f"{LIST}/{row['id']}/desactivation" not in page
    assert await AuditEvent.count().where(AuditEvent.action == "client.disabled") == 1
    assert (await ada.post(f"{LIST}/999/desactivation")).status_code == 404
