"""Each role of the staff does its part and no other (D01)."""

from __future__ import annotations

import httpx
import pytest

from app.accounts import people
from app.accounts.people import STAFF_ROLES
from app.admin.forms.users import ROLES
from app.admin.rights import RIGHTS, may
from app.certification.certif import CERTIF
from app.certification.tables import Candidate, CertificationCentre, CertificationSession, CertificationTest
from app.lib.clock import now
from app.organisations.orga import ORGA
from app.organisations.requests import requests
from app.organisations.requests.requests import Asked
from tests.admin.conftest import SignIn
from tests.cast import Cast
from tests.house.routes import addresses

ADMIN = [one for one in addresses() if one.path == "/admin" or one.path.startswith("/admin/")]
GUARDS = {
    "staff": set(STAFF_ROLES),
    "requests.decide": {"superadmin", "support", "metier"},
    "centres.decide": {"superadmin", "support", "certif"},
    "organisations.edit": {"superadmin", "support", "metier"},
    "organisations.archive": {"superadmin", "metier"},
    "teams.invite": {"superadmin", "support", "metier"},
    "lots.manage": {"superadmin", "metier"},
    "profiles.edit": {"superadmin", "support", "metier"},
    "users.edit": {"superadmin", "support"},
    "users.anonymise": {"superadmin", "support"},
    "staff.appoint": {"superadmin"},
    "journal.read": {"superadmin", "support"},
    "clients.manage": {"superadmin"},
}


def test_every_right_belongs_to_known_roles_and_the_superadmin_has_them_all() -> None:
    for roles in RIGHTS.values():
        assert "superadmin" in roles
        assert roles <= set(STAFF_ROLES)
    assert not may("certif", "users.edit")
    assert ROLES.keys() == set(STAFF_ROLES)


def test_every_address_has_a_guard_of_the_administration() -> None:
    assert {one.guard for one in ADMIN} == GUARDS.keys()


@pytest.fixture
async def ids(cast: Cast) -> dict[str, str]:
    """An organisation, a person and a request that exist."""
    wish = Asked("CFA des Métiers", "PRO", "Rosa", "Marchal", "r.marchal@cfa.example", "Formatrice")
    await requests.ask(ORGA, wish, "jeton-de-rosa", "fr", now())
    asked = Asked("CFA des Métiers", "PRO", "Rosa", "Marchal", "r.marchal@cfa.example", "Formatrice")
    await requests.ask(CERTIF, asked, "jeton-de-centre", "fr", now())
    numbers = {"demand": "1", "centre_request": "1", **await a_finalised_session(int(await cast.person("louise")))}
    return {"organisation": str(await cast.blaison()), "person": str(await cast.person("louise")), **numbers}


async def a_finalised_session(person: int) -> dict[str, str]:
    """Its candidate took the test."""
    at = now()
    centre = await CertificationCentre.insert(CertificationCentre(name="Blaison", kind="SUP", created_at=at))
    session = await CertificationSession.insert(
        CertificationSession(
            centre=centre[0]["id"], site="A", room="B", examiners="C", access_code="BBBB22", starts_at=at,
            started_at=at, finalized_at=at, invigilator_password="234567", configuration="2026-09-01",
        )
    )  # fmt: skip
    candidate = await Candidate.insert(
        Candidate(
            session=session[0]["id"], first_name="Tom", last_name="Gauthier", sex="M", birthdate=at.date(),
            birth_country="France", user=person, joined_at=at,
        )
    )  # fmt: skip
    await CertificationTest.insert(
        CertificationTest(candidate=candidate[0]["id"], verification_code="P-BCDFGHJK", started_at=at, ended_at=at)
    )
    return {"centre": str(centre[0]["id"]), "session": str(session[0]["id"]), "candidate": str(candidate[0]["id"])}


@pytest.mark.parametrize("role", STAFF_ROLES)
async def test_a_role_opens_its_part(role: str, of_the_staff: SignIn, ids: dict[str, str]) -> None:
    browser = await of_the_staff(role)
    wrong = []
    for one in ADMIN:
        if one.method == "GET" and "profils-cibles" not in one.path:
            answer = await browser.get(one.with_values(**ids), follow_redirects=True)
            status = answer.status_code
            if status != (200 if role in GUARDS[one.guard] else 403) or not answer.url.path.startswith("/admin"):
                wrong.append(f"{one}: {status}")
    assert wrong == []


@pytest.mark.parametrize("role", STAFF_ROLES)
async def test_a_role_sends_no_form_of_another(role: str, of_the_staff: SignIn, ids: dict[str, str]) -> None:
    browser = await of_the_staff(role)
    closed = [one for one in ADMIN if one.method == "POST" and role not in GUARDS[one.guard]]
    statuses = {str(one): (await browser.post(one.with_values(**ids))).status_code for one in closed}
    assert {name: status for name, status in statuses.items() if status != 403} == {}
    assert bool(closed) == (role != "superadmin")


@pytest.mark.parametrize("role", STAFF_ROLES)
async def test_the_first_page_offers_what_the_role_opens(role: str, of_the_staff: SignIn) -> None:
    page = (await (await of_the_staff(role)).get("/admin")).text
    assert ('href="/admin/journal"' in page) == (role in GUARDS["journal.read"])
    assert ('href="/admin/demandes"' in page) == (role in GUARDS["requests.decide"])
    assert 'href="/admin/organisations"' in page
    assert 'href="/admin/utilisateurs"' in page


async def test_who_loses_the_role_is_out_at_the_next_page(ada: httpx.AsyncClient, of_the_staff: SignIn) -> None:
    browser = await of_the_staff("support")
    assert (await browser.get("/admin")).status_code == 200
    person = await people.find_by_email("support@pix.example")
    assert person is not None
    await ada.post(f"/admin/utilisateurs/{person.id}/role", data={"role": "none"})
    assert (await browser.get("/admin")).status_code == 303, "signed out"
