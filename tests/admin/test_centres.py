"""Certification centres, as the service's staff finds, changes and closes them."""

from __future__ import annotations

import json

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.certification import centres
from app.certification.certif import CERTIF
from app.certification.members import member_of
from app.certification.tables import CentreInvitation, CertificationCentre
from app.lib.clock import now
from app.organisations import organisations
from app.organisations.requests import requests
from app.organisations.requests.requests import Asked
from app.organisations.team import invitations
from tests.admin.conftest import SignIn
from tests.cast import Cast

LIST = "/admin/centres"
FIELDS = {"name": "Université Blaison", "kind": "SUP", "external_id": "", "organisation": ""}


@pytest.fixture
async def centre(cast: Cast) -> int:
    """Blaison's, where Martine works."""
    made = await centres.create("Université Blaison", "SUP", now(), external_id="0510034X")
    await centres.add_member(made, await cast.person("martine"), "member", now())
    return made


async def row(centre: int) -> dict[str, object]:
    (found,) = await CertificationCentre.select().where(CertificationCentre.id == centre)
    return dict(found)


async def noted() -> list[str]:
    rows = await AuditEvent.select(AuditEvent.action).where(AuditEvent.subject_kind == "certification_centre")
    return [one["action"] for one in rows]


async def test_a_centre_is_found(ada: httpx.AsyncClient, centre: int) -> None:
    other = await centres.create("Lycée des Tilleuls", "SCO", now())
    for query, found in (
        ("", {centre, other}),
        ("q=universite+bl", {centre}),
        ("q=0510034x", {centre}),
        (f"q={other}", {other}),
        ("type=SCO", {other}),
        ("q=100%25", set[int]()),
        ("etat=archives", set[int]()),
        ("type=rien&page=9", {centre, other}),
    ):
        page = (await ada.get(f"{LIST}?{query}")).text
        assert {one for one in (centre, other) if f'href="{LIST}/{one}"' in page} == found, query
    page = (await ada.get(f"{LIST}/{centre}")).text
    assert "Martine Antony" in page
    assert "0510034X" in page
    assert (await ada.get(f"{LIST}/999")).status_code == 404


async def test_it_is_said_otherwise(ada: httpx.AsyncClient, centre: int, cast: Cast) -> None:
    blaison = await cast.blaison()
    assert 'value="Université Blaison"' in (await ada.get(f"{LIST}/{centre}/modification")).text
    form = {"name": "Blaison Sud", "kind": "SCO", "external_id": "0511234 b", "organisation": str(blaison)}
    for _ in range(2):
        answer = await ada.post(f"{LIST}/{centre}/modification", data=form)
        assert answer.headers["location"] == f"{LIST}/{centre}?fait=modification"
    found = await row(centre)
    assert (found["name"], found["kind"], found["external_id"], found["organisation"]) == (
        "Blaison Sud",
        "SCO",
        "0511234B",
        blaison,
    )
    assert f'href="{LIST}/{centre}"' in (await ada.get(f"{LIST}?q=sud")).text
    (event,) = await AuditEvent.select().where(AuditEvent.action == "centre.edited")
    assert json.loads(event["details"]) == {"fields": "external_id, kind, name, organisation"}
    await organisations.archive(blaison, await cast.person("ada"), now())
    again = await ada.post(f"{LIST}/{centre}/modification", data={**form, "name": "Blaison Nord"})
    assert again.status_code == 303, "an organisation that was closed since stays"


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", " "), ("name", "x" * 256), ("kind", "ABC"), ("external_id", "x" * 256), ("organisation", "999")],
)
async def test_what_is_wrong_is_said_beside_its_field(
    field: str, value: str, ada: httpx.AsyncClient, centre: int
) -> None:
    wrong = await ada.post(f"{LIST}/{centre}/modification", data={**FIELDS, field: value})
    assert wrong.status_code == 422
    assert f'id="{field}-err"' in wrong.text
    assert (await row(centre))["external_id"] == "0510034X"


async def test_archived_then_open_again(ada: httpx.AsyncClient, centre: int, cast: Cast) -> None:
    martine, by = await cast.person("martine"), await cast.person("ada")
    await invitations.invite(CERTIF, centre, ["noe@blaison.example"], "member", by, now())
    path = f"{LIST}/{centre}/archivage"
    assert "n’entrera plus dans ce centre" in (await ada.get(path)).text
    unsure = await ada.post(path)
    assert unsure.status_code == 422
    assert 'id="sure-err"' in unsure.text
    for _ in range(2):
        assert (await ada.post(path, data={"sure": "yes"})).status_code == 303
    assert await member_of(martine) is None
    (invitation,) = await CentreInvitation.select()
    assert invitation["cancelled_at"] is not None
    assert f'href="{LIST}/{centre}"' not in (await ada.get(LIST)).text
    assert f'href="{LIST}/{centre}"' in (await ada.get(f"{LIST}?etat=archives")).text
    for _ in range(2):
        await ada.post(f"{LIST}/{centre}/reouverture")
    assert await member_of(martine) is not None
    assert await noted() == ["centre.archived", "centre.unarchived"]


async def test_requests_that_wait_are_counted_at_home(ada: httpx.AsyncClient, centre: int) -> None:
    assert "Aucune demande de centre n’attend" in (await ada.get("/admin")).text
    wish = Asked("CFA des Métiers", "PRO", "Rosa", "Marchal", "r.marchal@cfa.example", "Formatrice")
    await requests.ask(CERTIF, wish, "jeton-de-rosa", "fr", now())
    assert "1 demande de centre attend" in (await ada.get("/admin")).text
    assert "Demandes en attente (1)" in (await ada.get(LIST)).text


async def test_who_does_not_look_after_centres_stays_out(of_the_staff: SignIn, centre: int) -> None:
    for role, status in (("metier", 403), ("support", 200), ("certif", 200)):
        browser = await of_the_staff(role)
        assert (await browser.get(f"{LIST}/{centre}")).status_code == status
        assert ("/admin/centres" in (await browser.get("/admin")).text) is (status == 200)
