"""`…/identite`: a name or a birth that was wrong is corrected, whenever it is noticed."""

from __future__ import annotations

import json
from datetime import date

import httpx

from app.accounts.tables import AuditEvent
from app.certification.tables import Candidate
from tests.certification.closing.sat import Sat
from tests.certification.conftest import enrolled
from tests.certification.results.conftest import page_of

RIGHT = {
    "last_name": "Carrère",
    "first_name": "Louise",
    "birthdate.day": "24",
    "birthdate.month": "6",
    "birthdate.year": "2005",
    "sex": "F",
    "country": "France",
    "postal_code": "10000",
    "city": "Troyes",
    "reason": "papers",
}


async def candidate(sat: Sat) -> dict[str, object]:
    (row,) = await Candidate.select().where(Candidate.id == sat.hall.candidate)
    return dict(row)


async def test_corrected_and_noted_without_a_name(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    path = page_of(sat) + "/identite"
    assert 'value="Carré"' in (await ada.get(path)).text
    before = await candidate(sat)
    for _ in range(2):
        assert (await ada.post(path, data=RIGHT)).status_code == 303
    row = await candidate(sat)
    assert (row["last_name"], str(row["birthdate"])) == ("Carrère", "2005-06-24")
    assert row["match_name"] == "carrere|louise"
    assert (row["user"], row["joined_at"]) == (before["user"], before["joined_at"]), "her account stays linked"
    (event,) = await AuditEvent.select().where(AuditEvent.action == "certification.identity_corrected")
    assert json.loads(event["details"]) == {
        "session": sat.hall.session,
        "fields": "birthdate, last_name",
        "reason": "papers",
    }
    assert "Carrère" in (await ada.get(page_of(sat))).text


async def test_the_certificate_shows_it_also_when_it_is_published(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await ada.post(sat.admin_page + "/publication")
    assert "Carrère" not in (await sat.hall.louise.get(f"/mes-certifications/{sat.hall.candidate}")).text
    assert (await ada.post(page_of(sat) + "/identite", data=RIGHT)).status_code == 303
    page = (await sat.hall.louise.get(f"/mes-certifications/{sat.hall.candidate}")).text
    assert "Carrère" in page
    assert "24 juin 2005" in page


async def test_the_rules_are_those_of_the_enrolment(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    path = page_of(sat) + "/identite"
    for field, changes in (
        ("last_name", {"last_name": " "}),
        ("birthdate", {"birthdate.month": "13"}),
        ("country", {"country": "Atlantide"}),
        ("city", {"city": ""}),
        ("sex", {"sex": ""}),
        ("reason", {"reason": "pour voir"}),
    ):
        wrong = await ada.post(path, data={**RIGHT, **changes})
        assert wrong.status_code == 422, field
        assert f'id="{field}-err"' in wrong.text
        assert 'value="Louise"' in wrong.text, "nothing is lost"
    assert (await candidate(sat))["last_name"] == "Carré"


async def test_not_into_somebody_who_is_there(ada: httpx.AsyncClient, sat: Sat) -> None:
    await enrolled(sat.hall.session, "Carrère", "Louise", birthdate=date(2005, 2, 2))
    await sat.finalise()
    wrong = await ada.post(page_of(sat) + "/identite", data={**RIGHT, "birthdate.day": "2", "birthdate.month": "2"})
    assert wrong.status_code == 422
    assert 'id="last_name-err"' in wrong.text


async def test_nobody_says_who_an_erased_candidate_was(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await Candidate.update({Candidate.user: None}).where(Candidate.id == sat.hall.candidate)
    assert (await ada.get(page_of(sat) + "/identite")).status_code == 409
    assert (await ada.post(page_of(sat) + "/identite", data=RIGHT)).status_code == 409
