"""`/api/livret-scolaire` and `/api/parcoursup`: what programs read of certifications."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from app.accounts.tables import AuditEvent
from app.certification import centres
from app.certification.tables import Candidate, CertificationTest
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation
from app.web.formats import local_time
from tests.certification.closing.sat import Sat
from tests.certification.conftest import new_session
from tests.certification.interfaces.partner import Partner
from tests.certification.results.more_results import result_of

OURS, OTHERS = "0100013F", "0510034Z"
ADMISSIONS = "/api/parcoursup/certifications"


def school(uai: str) -> str:
    return f"/api/livret-scolaire/etablissements/{uai}/certifications"


@dataclass
class Sitters:
    """Louise, Inès (rejected) and Ali (cancelled) are pupils of ours; Zoé sat in our own centre; Max is of another."""

    sat: Sat
    pupils: list[int]


@pytest.fixture
async def sitters(sat: Sat) -> Sitters:
    cast = sat.hall.cast
    ours, others = await cast.elsewhere(), await cast.blaison()
    await Organisation.update({Organisation.external_id: OURS}).where(Organisation.id == ours)
    await Organisation.update({Organisation.external_id: OTHERS}).where(Organisation.id == others)
    rows = [
        Learner(organisation=where, first_name=name, last_name="Élève", group="3e A")
        for where, name in ((ours, "Louise"), (ours, "Inès"), (ours, "Ali"), (others, "Max"))
    ]
    pupils = [row["id"] for row in await Learner.insert(*rows)]
    await sat.answers(32, completed=True)
    await sat.finalise()
    await Candidate.update({Candidate.learner: pupils[0]}).where(Candidate.id == sat.hall.candidate)
    await result_of(sat, "Diallo", "Inès", status="rejected", learner=pupils[1], user=await cast.person("karim"))
    await result_of(sat, "Roux", "Ali", status="cancelled", learner=pupils[2], user=await cast.person("nadia"))
    await result_of(sat, "Gros", "Max", learner=pupils[3], user=await cast.person("paul"))
    centre = await centres.create("Lycée des Tilleuls", "SCO", now(), external_id=OURS)
    room = await new_session(centre, await cast.person("ada"))
    await result_of(sat, "Petit", "Zoé", session=room, user=await cast.person("helene"))
    return Sitters(sat, pupils)


async def names(partner: Partner, uai: str) -> dict[str, str]:
    return {one["firstName"]: one["status"] for one in (await partner.read(school(uai)))["certifications"]}


async def test_before_the_publication_only_that_it_is_pending_is_said(partner: Partner, sitters: Sitters) -> None:
    pending = "pending"
    assert await names(partner, OURS) == {"Louise": pending, "Inès": pending, "Ali": pending, "Zoé": pending}
    for one in (await partner.read(school(OURS)))["certifications"]:
        known = (one["pixScore"], one["verificationCode"], one["deliveryDate"], one["competenceResults"])
        assert known == (None, None, None, [])


async def test_a_school_report_has_what_is_published(partner: Partner, sitters: Sitters) -> None:
    await sitters.sat.publish()
    page = await partner.read(school(OURS))
    louise, ines, zoe = page["certifications"]
    result, row = await sitters.sat.result(), await sitters.sat.row()
    today = local_time(now()).date().isoformat()
    assert {name: value for name, value in louise.items() if name != "competenceResults"} == {
        "id": sitters.sat.test,
        "firstName": "Louise",
        "middleName": None,
        "thirdName": None,
        "lastName": "Carré",
        "birthdate": "2005-06-23",
        "ine": None,
        "status": "validated",
        "pixScore": result["score"],
        "verificationCode": row["verification_code"],
        "testDate": today,
        "deliveryDate": today,
        "certificationCentre": "Université Blaison",
    }
    levels = {one["competence"]: one["level"] for one in louise["competenceResults"]}
    assert levels == {code: one["level"] for code, one in json.loads(result["competences"]).items()}
    assert (ines["status"], ines["pixScore"], ines["verificationCode"]) == ("rejected", 0, None)
    assert ines["competenceResults"] == []
    assert zoe["status"] == "pending", "another session"
    assert (page["uai"], page["next"]) == (OURS, None)


async def test_a_school_has_its_own_pupils_alone(partner: Partner, sitters: Sitters) -> None:
    await sitters.sat.publish()
    assert set(await names(partner, OTHERS)) == {"Max"}
    assert set(await names(partner, OURS)) == {"Louise", "Inès", "Zoé"}
    await Learner.update({Learner.disabled_at: now()}).where(Learner.id == sitters.pupils[0])
    assert set(await names(partner, OURS)) == {"Inès", "Zoé"}, "she left"
    await Candidate.update({Candidate.user: None}).where(Candidate.first_name == "Inès")
    assert set(await names(partner, OURS)) == {"Zoé"}, "her account is erased"


async def test_page_after_page_each_comes_once(partner: Partner, sitters: Sitters) -> None:
    await sitters.sat.publish()
    found, path = [], f"{school(OURS)}?limit=2"
    while path:
        page = await partner.read(path)
        assert len(page["certifications"]) <= 2
        found += [one["firstName"] for one in page["certifications"]]
        path = page["next"]
    assert found == ["Louise", "Inès", "Zoé"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (school("0999999A"), 404),
        (school("Lycée"), 400),
        (school("12345678901234"), 400),
        (school(OURS) + "?limit=0", 400),
        (school(OURS) + "?limit=501", 400),
        (school(OURS) + "?after=-1", 400),
        (school(OURS.lower()), 200),
    ],
)
async def test_addresses_that_mean_nothing(partner: Partner, sitters: Sitters, path: str, status: int) -> None:
    answer = await partner.get(path)
    assert answer.status_code == status
    if status != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == status


async def test_an_applicant_is_found_by_her_code_and_her_names(partner: Partner, sitters: Sitters) -> None:
    code = (await sitters.sat.row())["verification_code"]
    asked = {"verificationCode": code.lower().replace("-", " "), "firstName": "LOUISE", "lastName": "carre"}
    assert (await partner.get(ADMISSIONS, **asked)).status_code == 404, "not published"
    await sitters.sat.publish()
    found = await partner.read(ADMISSIONS, **asked)
    result = await sitters.sat.result()
    assert found.keys() == {
        *("id", "verificationCode", "uai", "ine", "firstName", "lastName", "birthdate", "status", "pixScore"),
        *("globalLevel", "testDate", "issueDate", "maxReachableScore", "competences"),
    }
    assert (found["verificationCode"], found["uai"], found["pixScore"]) == (code, OURS, result["score"])
    assert (found["status"], found["globalLevel"], found["maxReachableScore"]) == ("validated", "Indépendant 2", 895)
    assert len(found["competences"]) == 16
    for changes in (
        {"firstName": "Chloé"},
        {"lastName": "Bonnet"},
        {"verificationCode": "P-BCDFGHJK"},
        {"verificationCode": "x"},
    ):
        assert (await partner.get(ADMISSIONS, **{**asked, **changes})).status_code == 404
    for name in asked:
        assert (await partner.get(ADMISSIONS, **{**asked, name: ""})).status_code == 400
    refused = await CertificationTest.select(CertificationTest.verification_code).where(
        CertificationTest.candidate.first_name == "Ali"
    )
    ali = {"verificationCode": refused[0]["verification_code"], "firstName": "Ali", "lastName": "Roux"}
    assert (await partner.get(ADMISSIONS, **ali)).status_code == 404, "cancelled"


async def test_nobody_is_found_by_a_national_number_and_it_is_said(partner: Partner, sitters: Sitters) -> None:
    await sitters.sat.publish()
    answer = await partner.get(ADMISSIONS, ine="123456789AA")
    assert answer.status_code == 501, "not « no certification »"


async def test_each_reading_is_noted(partner: Partner, sitters: Sitters) -> None:
    await sitters.sat.publish()
    code = (await sitters.sat.row())["verification_code"]
    await partner.read(school(OURS))
    await partner.read(ADMISSIONS, verificationCode=code, firstName="Louise", lastName="Carré")
    await partner.get(ADMISSIONS, verificationCode=code, firstName="Louise", lastName="Autre")
    rows = await AuditEvent.select().where(AuditEvent.action == "results.read").order_by(AuditEvent.id)
    assert [(row["subject_kind"], row["subject"]) for row in rows] == [
        ("establishment", OURS),
        ("certification", str(sitters.sat.test)),
        ("certification", "–"),
    ]
    told = [json.loads(row["details"]) for row in rows]
    assert [one["count"] for one in told] == [3, 1, 0]
    assert {one["client"] for one in told} == {partner.credentials.client_id}
    assert not any("Louise" in row["details"] for row in rows)
