"""`/admin/demandes-de-centre`: the staff opens certification centres."""

from __future__ import annotations

import httpx
import pytest

from app.certification.certif import CERTIF
from app.certification.requests import openings
from app.certification.tables import CentreInvitation, CentreMembership, CentreRequest, CertificationCentre
from app.lib.clock import now
from app.organisations.requests import requests
from app.organisations.requests.refusals import RequestDecided
from app.organisations.requests.requests import Asked
from tests.admin.conftest import Mailbox
from tests.cast import Cast

LIST = "/admin/demandes-de-centre"
ROSA = "r.marchal@cfa.example"
FORM = {"name": "CFA des Métiers", "kind": "PRO", "external_id": "", "organisation": ""}


@pytest.fixture
async def asked(cast: Cast) -> int:
    """A request that waits."""
    wish = Asked("CFA des Métiers", "PRO", "Rosa", "Marchal", ROSA, "Formatrice", message="Deux salles.")
    await requests.ask(CERTIF, wish, "jeton-de-rosa", "fr", now())
    row = await CentreRequest.select(CentreRequest.id).first()
    assert row is not None
    return int(row["id"])


async def test_a_request_is_read_and_accepted(ada: httpx.AsyncClient, cast: Cast, asked: int, mailbox: Mailbox) -> None:
    assert "CFA des Métiers" in (await ada.get(LIST)).text
    page = (await ada.get(f"{LIST}/{asked}")).text
    assert "Deux salles." in page
    blaison = await cast.blaison()
    answer = await ada.post(f"{LIST}/{asked}/acceptation", data={**FORM, "organisation": str(blaison)})
    assert "Acceptée" in (await ada.get(answer.headers["location"])).text
    (centre,) = await CertificationCentre.select()
    assert (centre["name"], centre["kind"], centre["organisation"]) == ("CFA des Métiers", "PRO", blaison)
    (invitation,) = await CentreInvitation.select()
    assert (invitation["email"], invitation["role"]) == (ROSA, "administrator")
    assert f"/certif/rejoindre?invitation={invitation['id']}" in await mailbox.last(ROSA)
    assert await CentreMembership.count() == 0, "she joins by herself"


async def test_accepted_twice_it_is_one_centre(ada: httpx.AsyncClient, asked: int, mailbox: Mailbox) -> None:
    for _ in range(2):
        assert (await ada.post(f"{LIST}/{asked}/acceptation", data=FORM)).status_code == 303
    assert await CertificationCentre.count() == 1
    assert [subject for _, subject, _ in await mailbox.messages()].count(
        "Votre centre de certification est ouvert"
    ) == 1
    assert (await ada.post(f"{LIST}/{asked}/refus", data={"reason": "Non"})).status_code == 409


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Indiquez le nom du centre"),
        ("name", "x" * 256, "255 caractères au plus"),
        ("kind", "AUTRE", "Choisissez un type"),
        ("external_id", "x" * 256, "255 caractères au plus"),
        ("organisation", "abc", "Indiquez le numéro de l’organisation"),
        ("organisation", "999999", "Aucune organisation ouverte n’a ce numéro."),
    ],
)
async def test_what_is_wrong_is_said(ada: httpx.AsyncClient, asked: int, field: str, value: str, words: str) -> None:
    page = await ada.post(f"{LIST}/{asked}/acceptation", data={**FORM, field: value})
    assert page.status_code == 422
    assert words in page.text
    assert await CertificationCentre.count() == 0
    (row,) = await CentreRequest.select()
    assert row["decided_at"] is None


async def test_declined_the_reason_is_told(ada: httpx.AsyncClient, cast: Cast, asked: int, mailbox: Mailbox) -> None:
    assert (await ada.post(f"{LIST}/{asked}/refus", data={"reason": ""})).status_code == 422
    for reason in ("Votre rectorat a déjà un centre.", "Encore"):
        assert (await ada.post(f"{LIST}/{asked}/refus", data={"reason": reason})).status_code == 303
    assert "Votre rectorat a déjà un centre." in await mailbox.last(ROSA)
    assert "Refusée" in (await ada.get(f"{LIST}?etat=traitees")).text
    with pytest.raises(RequestDecided):
        await openings.accept(asked, await cast.person("ada"), now(), name="CFA", kind="PRO")


async def test_it_does_not_exist_for_others(client: httpx.AsyncClient, cast: Cast, asked: int) -> None:
    assert (await client.get(f"{LIST}/{asked}")).status_code == 303
    await cast.sign_in(client, "louise")
    for path in (LIST, f"{LIST}/{asked}"):
        assert (await client.get(path)).status_code == 404
    assert (await client.post(f"{LIST}/{asked}/acceptation", data=FORM)).status_code == 404


async def test_a_request_that_does_not_exist(ada: httpx.AsyncClient) -> None:
    for number in (0, 7, 2**31):
        assert (await ada.get(f"{LIST}/{number}")).status_code == 404
