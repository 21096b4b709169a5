"""Taking one's data away, and leaving for good."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest

from app.accounts import people, personal_data
from app.accounts.tables import User
from app.lib.refusals import Refusal
from app.persistence.registry import tables
from tests.accounts.conftest import LOUISE, PASSWORD, Mailbox, sign_in

pytestmark = pytest.mark.anyio

ERASE = {"password": PASSWORD, "sure": "yes"}


class StillNeeded(Refusal):
    message = "Vous êtes le dernier administrateur."


@pytest.fixture
def notes() -> Iterator[dict[int, list[str]]]:
    """Another room that keeps something about people."""
    kept: dict[int, list[str]] = {}

    async def export(user_id: int) -> list[dict[str, personal_data.Value]]:
        return [{"text": text, "useful": True, "count": 2} for text in kept.get(user_id, [])]

    async def erase(user_id: int) -> None:
        if "dernier" in kept.get(user_id, []):
            raise StillNeeded
        kept.pop(user_id, None)

    personal_data.register("notes", export, erase, title="Vos notes", labels={"text": "Note"})
    yield kept
    del personal_data._keepers["notes"]


async def everything_stored() -> str:
    """Every value of every table, as text."""
    return "\n".join([str([await table.select() for table in tables()])])


async def test_all_of_it_to_read(client: httpx.AsyncClient, louise: int, notes: dict[int, list[str]]) -> None:
    notes[louise] = ["Penser à <réviser>"]
    await sign_in(client)
    page = await client.get("/mon-compte/donnees")
    for text in ("Louise", "Carré", LOUISE["email"], "Vos notes", "Penser à &lt;réviser&gt;", "Oui"):
        assert text in page.text
    assert "argon2" not in page.text


async def test_all_of_it_as_a_file(client: httpx.AsyncClient, louise: int, notes: dict[int, list[str]]) -> None:
    notes[louise] = ["Penser à réviser"]
    await sign_in(client)
    answer = await client.get("/mon-compte/donnees.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["content-disposition"].startswith("attachment")
    data = json.loads(answer.text)
    assert data["account"][0]["email"] == LOUISE["email"]
    assert len(data["sessions"]) == 1
    assert data["notes"] == [{"text": "Penser à réviser", "useful": True, "count": 2}]
    assert "argon2" not in answer.text


async def test_no_table_still_holds_the_name_or_the_address(
    client: httpx.AsyncClient, mailbox: Mailbox, notes: dict[int, list[str]]
) -> None:
    person = {**LOUISE, "first_name": "Zulmaïde", "last_name": "Quarante-Sous"}
    await client.post("/inscription", data=person)
    found = await people.find_by_email(person["email"])
    assert found is not None
    await User.update({User.username: "zulmaide.quarantesous2306"}).where(User.id == found.id)
    notes[found.id] = ["personnel"]
    await client.post("/mot-de-passe/oublie", data={"email": person["email"]})
    await client.post("/mon-compte/adresse", data={"email": "zulmaide@ailleurs.example", "password": PASSWORD})
    before = await everything_stored()
    traces = ("Zulma", "zulma", "Quarante", "quarante", person["email"], "ailleurs.example", "argon2")
    assert all(trace in before for trace in traces)
    answer = await client.post("/mon-compte/suppression", data=ERASE)
    assert answer.headers["location"] == "/"
    after = await everything_stored()
    assert not [trace for trace in traces if trace in after]
    assert notes == {}
    assert "effacés" in await mailbox.last(person["email"])


async def test_afterwards_nobody_can_sign_in_and_the_address_is_free(
    client: httpx.AsyncClient, louise: int, mailbox: Mailbox
) -> None:
    await sign_in(client)
    await client.post("/mon-compte/suppression", data=ERASE)
    assert (await client.get("/mon-compte")).status_code == 303
    answer = await client.post("/connexion", data={"login": LOUISE["email"], "password": PASSWORD})
    assert answer.status_code == 422
    assert await people.find_by_id(louise) is None
    assert (await client.post("/inscription", data=LOUISE)).status_code == 303
    assert len(await mailbox.messages()) == 2
    (row,) = await User.select().where(User.id == louise)
    assert row["anonymised_at"] is not None
    assert (row["created_at"].day, row["created_at"].hour) == (1, 0)


@pytest.mark.parametrize("missing", ["password", "sure"])
async def test_it_needs_the_password_and_the_box(client: httpx.AsyncClient, louise: int, missing: str) -> None:
    await sign_in(client)
    assert (await client.get("/mon-compte/suppression")).status_code == 200
    data = {key: value for key, value in ERASE.items() if key != missing}
    assert (await client.post("/mon-compte/suppression", data=data)).status_code == 422
    wrong = {**ERASE, "password": "Faux1234"}
    assert (await client.post("/mon-compte/suppression", data=wrong)).status_code == 422
    assert await people.find_by_id(louise) is not None


async def test_a_room_may_refuse_and_then_nothing_is_erased(
    client: httpx.AsyncClient, louise: int, notes: dict[int, list[str]], mailbox: Mailbox
) -> None:
    notes[louise] = ["dernier"]
    await sign_in(client)
    page = await client.post("/mon-compte/suppression", data=ERASE)
    assert page.status_code == 409
    assert "Vous êtes le dernier administrateur." in page.text
    assert (await client.get("/mon-compte")).status_code == 200
    assert (await people.find_by_id(louise)).first_name == "Louise"  # type: ignore[union-attr]
    assert await mailbox.messages() == []
