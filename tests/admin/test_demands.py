"""Requests for a space, decided by the staff."""

from __future__ import annotations

import httpx
import pytest

from app.lib.clock import now
from app.organisations.orga import ORGA
from app.organisations.organisations import Kind
from app.organisations.requests import queries, requests
from app.organisations.requests.requests import Asked
from app.organisations.requests.tables import SpaceRequest
from app.organisations.tables import Organisation
from app.organisations.team.tables import Invitation
from tests.admin.conftest import Mailbox

LIST = "/admin/demandes"
ROSA = "r.marchal@cfa.example"


async def asked(name: str = "CFA des Métiers", kind: Kind = "PRO") -> int:
    """Rosa asks; the number of her request."""
    wish = Asked(name, kind, "Rosa", "Marchal", ROSA, "Formatrice", "12345678901234", "051", 120, "Bonjour : merci !")
    await requests.ask(ORGA, wish, f"jeton {name}", "fr", now())
    row = await SpaceRequest.select(SpaceRequest.id).where(SpaceRequest.organisation_name == name).first()
    assert row is not None
    return int(row["id"])


def accepting(**changes: str) -> dict[str, str]:
    filled = {"name": "CFA des Métiers de Reims", "kind": "PRO", "external_id": "123 456 789 01234", "province": "51"}
    return {**filled, **changes}


async def test_the_list_and_what_was_asked(ada: httpx.AsyncClient) -> None:
    number = await asked()
    page = (await ada.get(LIST)).text
    assert "En attente (1)" in page
    assert f'href="{LIST}/{number}"' in page
    detail = (await ada.get(f"{LIST}/{number}")).text
    for words in ("Rosa Marchal", ROSA, "Formatrice", "12345678901234", "merci"):
        assert words in detail
    assert 'value="CFA des Métiers"' in detail, "the form is filled in"


async def test_accepted_with_corrections(ada: httpx.AsyncClient, mailbox: Mailbox) -> None:
    number = await asked()
    answer = await ada.post(f"{LIST}/{number}/acceptation", data=accepting(uses_credits="yes"), follow_redirects=True)
    (organisation,) = await Organisation.select()
    assert answer.url.path == f"/admin/organisations/{organisation['id']}"
    assert "L’espace est ouvert" in answer.text
    assert organisation["name"] == "CFA des Métiers de Reims"
    assert (organisation["external_id"], organisation["province"]) == ("12345678901234", "051")
    assert (organisation["uses_credits"], organisation["manages_learners"]) == (True, False)
    (invitation,) = await Invitation.select()
    assert (invitation["email"], invitation["role"]) == (ROSA, "administrator")
    assert "est ouvert" in await mailbox.last(ROSA)


async def test_accepted_twice_it_is_one_organisation(ada: httpx.AsyncClient) -> None:
    number = await asked()
    first = await ada.post(f"{LIST}/{number}/acceptation", data=accepting())
    again = await ada.post(f"{LIST}/{number}/acceptation", data=accepting())
    assert first.headers["location"] == again.headers["location"]
    assert await Organisation.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " "}, "Indiquez le nom"),
        ({"name": "n" * 256}, "255 caractères au plus"),
        ({"kind": "XXX"}, "Choisissez un type"),
        ({"kind": "SCO", "external_id": "051"}, "Un UAI a 7 chiffres et une lettre"),
        ({"province": "Marne"}, "numéro du département"),
    ],
)
async def test_a_form_to_correct(ada: httpx.AsyncClient, changes: dict[str, str], said: str) -> None:
    number = await asked()
    answer = await ada.post(f"{LIST}/{number}/acceptation", data=accepting(**changes))
    assert answer.status_code == 422
    assert said in answer.text
    assert await Organisation.count() == 0
    assert (await queries.request(ORGA, number)).state == "pending"


async def test_declined_with_a_reason(ada: httpx.AsyncClient, mailbox: Mailbox) -> None:
    number = await asked()
    reason = "Votre rectorat a déjà un espace."
    answer = await ada.post(f"{LIST}/{number}/refus", data={"reason": reason}, follow_redirects=True)
    assert answer.url.path == LIST
    assert reason in await mailbox.last(ROSA)
    assert (await queries.request(ORGA, number)).state == "declined"
    assert "Refusée" in (await ada.get(f"{LIST}?etat=traitees")).text
    assert "/refus" not in (await ada.get(f"{LIST}/{number}")).text, "nothing is left to decide"


@pytest.mark.parametrize(("reason", "said"), [("", "Écrivez la raison"), ("x" * 2001, "2000 caractères au plus")])
async def test_a_reason_to_correct(ada: httpx.AsyncClient, reason: str, said: str) -> None:
    number = await asked()
    answer = await ada.post(f"{LIST}/{number}/refus", data={"reason": reason})
    assert answer.status_code == 422
    assert said in answer.text
    assert (await queries.request(ORGA, number)).state == "pending"


async def test_what_one_decided_the_other_does_not_undo(ada: httpx.AsyncClient) -> None:
    number = await asked()
    await ada.post(f"{LIST}/{number}/acceptation", data=accepting())
    assert (await ada.post(f"{LIST}/{number}/refus", data={"reason": "Non."})).status_code == 409
    late = await ada.post(f"{LIST}/{number}/refus", data={"reason": ""})
    assert "Demande acceptée" in late.text, "there is no field to correct any more"
    other = await asked("Lycée Ampère", "SCO")
    await ada.post(f"{LIST}/{other}/refus", data={"reason": "Non."})
    assert (await ada.post(f"{LIST}/{other}/acceptation", data=accepting())).status_code == 409
    assert await Organisation.count() == 1


@pytest.mark.parametrize("number", ["7", "0", str(2**31), str(9**40)])
async def test_a_request_that_does_not_exist(ada: httpx.AsyncClient, number: str) -> None:
    assert (await ada.get(f"{LIST}/{number}")).status_code == 404
    for verb in ("acceptation", "refus"):
        assert (await ada.post(f"{LIST}/{number}/{verb}", data=accepting(reason="Non."))).status_code == 404


async def test_nothing_waits(ada: httpx.AsyncClient) -> None:
    assert "Aucune demande en attente" in (await ada.get(LIST)).text
    assert "Aucune demande traitée" in (await ada.get(f"{LIST}?etat=traitees")).text
