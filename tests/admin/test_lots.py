"""Credits as the service's staff adds and cancels them (D07)."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.lib.clock import now
from app.organisations.credits.rules import day_of
from app.organisations.credits.tables import CreditLot
from tests.admin.conftest import SignIn
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

TODAY = day_of(now())


@pytest.fixture
async def address(cast: Cast) -> str:
    return f"/admin/organisations/{await cast.blaison()}/credits"


def lot(**changes: Any) -> dict[str, Any]:
    filled = {
        "size": "1 200",
        "free": "no",
        "ordered_on": TODAY.isoformat(),
        "reference": "BC 2026-12",
        "client_token": "un-jeton",
    }
    return {**filled, **changes}


async def test_added_and_shown(ada: httpx.AsyncClient, address: str, cast: Cast) -> None:
    answer = await ada.post(address, data=lot(), follow_redirects=True)
    assert "Les crédits sont ajoutés" in answer.text
    (row,) = await CreditLot.select()
    assert (row["size"], row["used"], row["free"], row["reference"]) == (1200, 0, False, "BC 2026-12")
    assert (row["ordered_on"], row["created_by"]) == (TODAY, await cast.person("ada"))
    for words in ("BC 2026-12", "Payants", "Utilisable", "<dt>Restants</dt><dd>1\u202f200</dd>"):
        assert words in answer.text
    (event,) = await AuditEvent.select().where(AuditEvent.action == "lot.added")
    assert (event["details"], event["organisation"]) == ('{"count":1200,"free":false}', await cast.blaison())


async def test_sent_twice_it_is_one_lot(ada: httpx.AsyncClient, address: str) -> None:
    await asyncio.gather(*(ada.post(address, data=lot()) for _ in range(3)))
    assert await CreditLot.count() == 1
    await ada.post(address, data=lot(client_token="autre"))
    assert await CreditLot.count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"size": ""}, "size"),
        ({"size": "0"}, "size"),
        ({"size": "-5"}, "size"),
        ({"size": "1.5"}, "size"),
        ({"size": "9" * 400}, "size"),
        ({"size": "²"}, "size"),
        ({"free": ""}, "free"),
        ({"ordered_on": ""}, "ordered_on"),
        ({"ordered_on": "31/02/2026"}, "ordered_on"),
        ({"ordered_on": "2015-01-01"}, "ordered_on"),
        ({"ordered_on": (TODAY + timedelta(days=400)).isoformat()}, "ordered_on"),
        ({"reference": "r" * 256}, "reference"),
    ],
)
async def test_bad_input_is_said_and_kept(
    ada: httpx.AsyncClient, address: str, changes: dict[str, str], field: str
) -> None:
    before = (await ada.get(address)).text
    answer = await ada.post(address, data=lot(**changes))
    assert answer.status_code == 422
    assert f'id="{field}-err"' in answer.text
    assert 'value="BC 2026-12"' in answer.text or field == "reference"
    swapped = await ada.post(address, data=lot(**changes), headers=HTMX)
    assert_swap_equals(before, swapped.text, answer.text, target="#admin-organisation-credits", swap="outerHTML")
    assert await CreditLot.count() == 0


async def test_a_date_as_people_type_it(ada: httpx.AsyncClient, address: str) -> None:
    await ada.post(address, data=lot(ordered_on=f"{TODAY:%d/%m/%Y}"))
    (row,) = await CreditLot.select()
    assert row["ordered_on"] == TODAY


async def test_what_is_left_is_cancelled_once(ada: httpx.AsyncClient, address: str) -> None:
    await ada.post(address, data=lot())
    (row,) = await CreditLot.select()
    assert "Annuler ce qui reste" in (await ada.get(address)).text
    for _ in range(2):
        answer = await ada.post(f"{address}/{row['id']}/annulation", follow_redirects=True)
        assert "est annulé" in answer.text
    assert "<dt>Restants</dt><dd>0</dd>" in answer.text
    assert "Annuler ce qui reste" not in answer.text
    assert await AuditEvent.count().where(AuditEvent.action == "lot.cancelled") == 1


async def test_a_lot_all_used_is_not_cancelled(ada: httpx.AsyncClient, address: str) -> None:
    await ada.post(address, data=lot(size="3"))
    (row,) = await CreditLot.select()
    await CreditLot.update({CreditLot.used: 3}, force=True)
    assert (await ada.post(f"{address}/{row['id']}/annulation")).status_code == 409


async def test_another_organisations_lot_is_not_found(ada: httpx.AsyncClient, address: str, cast: Cast) -> None:
    await ada.post(address, data=lot())
    (row,) = await CreditLot.select()
    elsewhere = f"/admin/organisations/{await cast.elsewhere()}/credits"
    assert (await ada.post(f"{elsewhere}/{row['id']}/annulation")).status_code == 404
    for number in ("999", "0", str(9**40)):
        assert (await ada.post(f"{address}/{number}/annulation")).status_code == 404
    (row,) = await CreditLot.select()
    assert row["cancelled_at"] is None


async def test_support_reads_and_adds_nothing(of_the_staff: SignIn, address: str) -> None:
    support = await of_the_staff("support")
    page = await support.get(address)
    assert page.status_code == 200
    assert "Ajouter un lot" not in page.text
    assert (await support.post(address, data=lot())).status_code == 403
    assert await CreditLot.count() == 0
