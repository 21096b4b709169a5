"""`/certif/resultats` and `/orga/certifications`: the published results of a school, class by class."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.certification import centres
from app.certification.tables import Candidate, CertificationCentre
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from tests.certification.closing.sat import Sat
from tests.certification.conftest import new_session
from tests.certification.results.more_results import result_of

OpenClient = Callable[..., httpx.AsyncClient]
CENTRE, SCHOOL = "/certif/resultats", "/orga/certifications"


@pytest.fixture
async def nadia(open_client: OpenClient, sat: Sat) -> httpx.AsyncClient:
    """The head of the school; of its pupils, Louise and Ali took the test in the room, Inès in another centre."""
    school = await sat.hall.cast.elsewhere()
    row = await sat.hall.row()
    await CertificationCentre.update({CertificationCentre.kind: "SCO", CertificationCentre.organisation: school}).where(
        CertificationCentre.id == row["centre"]
    )
    pupils = [
        Learner(organisation=school, first_name=first, last_name=last, group=group)
        for first, last, group in (("Louise", "Carré", "3e A"), ("Ali", "Roux", "2de 1/2"), ("Inès", "Diallo", "3e A"))
    ]
    louise, ali, ines = [row["id"] for row in await Learner.insert(*pupils)]
    await sat.answers(32, completed=True)
    await sat.finalise()
    await Candidate.update({Candidate.learner: louise}).where(Candidate.id == sat.hall.candidate)
    await result_of(sat, "Roux", "Ali", learner=ali)
    await result_of(sat, "Petit", "Zoé")
    away = await centres.create("Collège Jean-Moulin", "SCO", now())
    other = await new_session(away, await sat.hall.cast.person("ada"))
    await result_of(sat, "Diallo", "Inès", session=other, learner=ines)
    await sat.publish(other)
    browser = open_client()
    await sat.hall.cast.sign_in(browser, "nadia")
    return browser


async def names(browser: httpx.AsyncClient, page: str, division: str) -> list[str]:
    answer = await browser.get(f"{page}/classe.csv", params={"classe": division})
    if answer.status_code == 404:
        return []
    assert answer.status_code == 200
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    assert {row["Classe"] for row in rows} == {division}
    return [row["Prénom"] for row in rows]


async def test_the_school_has_its_pupils_wherever_they_sat(nadia: httpx.AsyncClient, sat: Sat) -> None:
    assert await names(nadia, SCHOOL, "3e A") == ["Inès"], "the other session is not published"
    await sat.publish()
    page = (await nadia.get(SCHOOL)).text
    assert page.index("2de 1/2") < page.index("3e A")
    assert f'href="{SCHOOL}/classe.ods?classe=2de%201/2"' in page
    assert await names(nadia, SCHOOL, "3e A") == ["Louise", "Inès"]
    assert await names(nadia, SCHOOL, "2de 1/2") == ["Ali"]
    ods = await nadia.get(f"{SCHOOL}/classe.ods", params={"classe": "2de 1/2"})
    assert "resultats-de-la-classe-2de 1-2-" in ods.headers["content-disposition"]
    event = await AuditEvent.select().where(AuditEvent.action == "results.exported").order_by(AuditEvent.id).first()
    assert event is not None
    assert (event["actor"], event["subject_kind"]) == (await sat.hall.cast.person("nadia"), "organisation")


async def test_the_centre_has_what_was_taken_there(nadia: httpx.AsyncClient, sat: Sat) -> None:
    await sat.publish()
    martine = sat.hall.martine
    assert f'href="{CENTRE}"' in (await martine.get("/certif/sessions")).text
    assert "3e A" in (await martine.get(CENTRE)).text
    assert await names(martine, CENTRE, "3e A") == ["Louise"]


@pytest.mark.parametrize("division", ["", "3e Z", "%", "3E A"])
async def test_a_class_without_a_result_is_not_found(nadia: httpx.AsyncClient, sat: Sat, division: str) -> None:
    await sat.publish()
    for browser, page in ((nadia, SCHOOL), (sat.hall.martine, CENTRE)):
        for kind in ("csv", "ods"):
            answer = await browser.get(f"{page}/classe.{kind}", params={"classe": division})
            assert answer.status_code == 404


async def test_others_have_nothing_of_it(nadia: httpx.AsyncClient, sat: Sat, open_client: OpenClient) -> None:
    del nadia
    await sat.publish()
    cast, helene = sat.hall.cast, open_client()
    await cast.blaison()
    await cast.sign_in(helene, "helene")
    assert await names(helene, SCHOOL, "3e A") == [], "another school's head"
    assert (await sat.hall.martine.get(SCHOOL)).status_code == 403, "a teacher who is no administrator"
    away = await centres.create("CFA des Métiers", "PRO", now())
    await centres.add_member(away, await cast.person("helene"), "administrator", now())
    assert (await helene.get(CENTRE)).status_code == 404, "no school's centre"
