"""Who of the staff looks after a session; giving it back to its centre."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from app.accounts import people
from app.accounts.tables import AuditEvent
from app.certification.tables import CertificationTest, IssueReport
from app.lib.clock import now
from tests.cast import PASSWORD
from tests.certification.closing.sat import Sat
from tests.certification.results.conftest import LIST, about

OpenClient = Callable[..., httpx.AsyncClient]


async def colleague(open_client: OpenClient) -> tuple[int, httpx.AsyncClient]:
    """Zoé, of the certification staff."""
    zoe = await people.create_user(
        first_name="Zoé",
        last_name="Martel",
        email="zoe@pix.example",
        password=PASSWORD,
        staff_role="certif",
        terms_accepted_at=now(),
    )
    browser = open_client()
    await browser.post("/connexion", data={"login": "zoe@pix.example", "password": PASSWORD})
    return zoe, browser


async def noted() -> list[str]:
    rows = await AuditEvent.select(AuditEvent.action).where(AuditEvent.subject_kind == "certification_session")
    actions = [row["action"].removeprefix("session.") for row in rows]
    return [one for one in actions if one in ("assigned", "released", "reopened")]


async def test_taken_then_let_go(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    assert "M’attribuer cette session" in (await ada.get(sat.admin_page)).text
    for _ in range(2):
        assert (await ada.post(sat.admin_page + "/attribution", data={"officer": "0"})).status_code == 303
    assert (await sat.hall.row())["officer"] == await sat.hall.cast.person("ada")
    assert "Ada Lefort" in (await ada.get(LIST + "?responsable=moi")).text
    assert "Vous vous occupez de cette session" in (await ada.get(sat.admin_page)).text
    page = (await sat.hall.martine.get(f"/certif/sessions/{sat.hall.session}")).text
    assert "Finalisée" in page, "the centre sees no difference"
    for _ in range(2):
        await ada.post(sat.admin_page + "/liberation")
    assert (await sat.hall.row())["officer"] is None
    assert await noted() == ["assigned", "released"]


async def test_taken_over_knowingly(ada: httpx.AsyncClient, sat: Sat, open_client: OpenClient) -> None:
    await sat.finalise()
    zoe, browser = await colleague(open_client)
    await ada.post(sat.admin_page + "/attribution", data={"officer": "0"})
    unaware = await browser.post(sat.admin_page + "/attribution", data={"officer": "0"})
    assert unaware.status_code == 409
    await browser.post(sat.admin_page + "/liberation")
    first = await sat.hall.cast.person("ada")
    assert (await sat.hall.row())["officer"] == first, "hers to let go"
    assert "Reprendre cette session" in (await browser.get(sat.admin_page)).text
    await browser.post(sat.admin_page + "/attribution", data={"officer": str(first)})
    assert (await sat.hall.row())["officer"] == zoe
    await browser.post(sat.admin_page + "/publication")
    assert (await sat.hall.row())["officer"] == zoe


async def test_given_back_to_its_centre(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.answers(21, completed=False)
    await sat.finalise(**{f"reason-{sat.test}": "candidate"})
    await ada.post(sat.admin_page + "/attribution", data={"officer": "0"})
    ended = (await sat.row())["ended_at"]
    path = sat.admin_page + "/reouverture"
    assert "finaliser la session une deuxième fois" in (await ada.get(path)).text
    unsure = await ada.post(path)
    assert unsure.status_code == 422
    assert 'id="sure-err"' in unsure.text
    assert (await ada.post(path, data={"sure": "yes"})).headers["location"].startswith(LIST)
    assert (await ada.get(sat.admin_page)).status_code == 404
    row = await sat.hall.row()
    assert (row["finalized_at"], row["officer"]) == (None, None)
    assert (await ada.post(path, data={"sure": "yes"})).status_code == 303, "twice"
    assert await noted() == ["assigned", "reopened"]

    martine, report = sat.hall.martine, f"{sat.page}/{sat.hall.candidate}"
    page = (await martine.get(sat.page)).text
    assert "Pix a rouvert cette session" in page
    assert 'value="candidate" checked' in page, "what was said is there to be corrected"
    assert (await martine.post(report, data={"code": "C7", "question": "", "text": "Souris"})).status_code == 303
    louise = await sat.hall.louise.get(f"/evaluations/{sat.assessment}")
    assert louise.headers.get("location", "").startswith("/certifications"), "her test stays ended"
    await sat.finalise(**{f"reason-{sat.test}": "technical"})
    rows = await sat.results()
    assert len(rows) == 2, "the first result stays in its history"
    assert rows[1]["score"] > rows[0]["score"], "a technical problem takes nothing away"
    (test,) = await CertificationTest.select().where(CertificationTest.id == sat.test)
    assert (test["ended_at"], test["abort_reason"]) == (ended, "technical")
    assert await IssueReport.count() == 1
    assert (await ada.get(sat.admin_page)).status_code == 200


async def test_a_decision_outlives_a_second_finalisation(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await about(ada, sat, "fraude", sure="yes")
    await about(ada, sat, "commentaire", audience="internal", comment="Téléphone vu")
    await ada.post(sat.admin_page + "/reouverture", data={"sure": "yes"})
    await sat.finalise()
    row = await sat.result()
    assert row["status"] == "rejected"
    assert row["jury"] is None
    assert "Téléphone vu" in row["comment_keys"]
