"""`/admin/certifications`: an officer reads what centres finalised, decides, publishes."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest

from app.accounts import people
from app.certification.tables import CertificationResult, IssueReport
from app.lib.clock import now
from tests.cast import PASSWORD
from tests.certification.closing.sat import Sat

OpenClient = Callable[..., httpx.AsyncClient]
LIST = "/admin/certifications"


@pytest.fixture
async def ada(open_client: OpenClient, sat: Sat) -> httpx.AsyncClient:
    """The browser of the superadmin; the session is finalised, Louise answered everything."""
    browser = open_client()
    await sat.hall.cast.sign_in(browser, "ada")
    await sat.answers(32, completed=True)
    return browser


async def decide(ada: httpx.AsyncClient, sat: Sat, decision: str, result: int | None = None) -> httpx.Response:
    seen = (await sat.result())["id"] if result is None else result
    path = f"{sat.admin_page}/candidats/{sat.hall.candidate}/decision"
    return await ada.post(path, data={"decision": decision, "result": str(seen)})


async def test_a_finalised_session_waits_to_be_published(ada: httpx.AsyncClient, sat: Sat) -> None:
    link = f'href="{sat.admin_page}"'
    assert link not in (await ada.get(LIST)).text, "not finalised yet"
    assert (await ada.get(sat.admin_page)).status_code == 404
    await sat.finalise()
    assert link in (await ada.get(LIST)).text
    assert link not in (await ada.get(LIST + "?etat=action")).text
    page = (await ada.get(sat.admin_page)).text
    assert "Carré Louise" in page
    assert "Validée" in page
    assert (await ada.post(sat.admin_page + "/publication")).headers["location"] == sat.admin_page
    first = (await sat.hall.row())["published_at"]
    await ada.post(sat.admin_page + "/publication")
    row = await sat.hall.row()
    assert row["published_at"] == first, "twice, the first date counts"
    assert row["officer"] is None, "publishing a session is not looking after it"
    assert link in (await ada.get(LIST + "?etat=publiees")).text
    assert link not in (await ada.get(LIST)).text
    for _ in range(2):
        await ada.post(sat.admin_page + "/depublication")
    assert (await sat.hall.row())["published_at"] is None
    assert link in (await ada.get(LIST)).text


async def test_a_comment_or_a_report_asks_for_somebody(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.hall.martine.post(f"{sat.page}/{sat.hall.candidate}", data={"code": "C6", "question": "", "text": ""})
    await sat.finalise()
    link = f'href="{sat.admin_page}"'
    assert link in (await ada.get(LIST + "?etat=action")).text
    page = f"{sat.admin_page}/candidats/{sat.hall.candidate}"
    assert "Suspicion de fraude" in (await ada.get(page)).text
    (report,) = await IssueReport.select()
    for _ in range(2):
        await ada.post(page + "/signalement", data={"report": str(report["id"])})
    assert link in (await ada.get(LIST)).text
    (report,) = await IssueReport.select()
    assert report["resolution"] == "by_jury"


async def test_a_comment_of_the_centre_is_read_before(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise(comment="Coupure de courant à 10 h")
    assert f'href="{sat.admin_page}"' in (await ada.get(LIST + "?etat=action")).text
    assert "Coupure de courant à 10\u00a0h" in (await ada.get(sat.admin_page)).text


async def test_each_decision_is_a_result_more(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    first = await sat.result()
    for _ in range(2):
        await decide(ada, sat, "cancel", first["id"])
    await decide(ada, sat, "reject")
    await decide(ada, sat, "score")
    rows = await sat.results()
    assert [row["status"] for row in rows] == ["validated", "cancelled", "rejected", "validated"]
    assert [json.loads(row["comment_keys"]).get("keys", []) for row in rows[1:3]] == [["jury_cancelled"], ["fraud"]]
    officer = await sat.hall.cast.person("ada")
    assert [row["jury"] for row in rows] == [None, officer, officer, officer]
    assert rows[0] == first, "never changed"
    assert (rows[-1]["score"], rows[-1]["competences"]) == (first["score"], first["competences"]), "reproducible"
    page = (await ada.get(f"{sat.admin_page}/candidats/{sat.hall.candidate}")).text
    assert page.count("Ada Lefort") == 4, "three decisions, and the menu"


async def test_an_unknown_decision_is_refused(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    page = await decide(ada, sat, "autre")
    assert page.status_code == 422
    assert "Choisissez une décision" in page.text
    assert len(await sat.results()) == 1


async def test_the_candidate_is_told_something(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    path = f"{sat.admin_page}/candidats/{sat.hall.candidate}/commentaire"
    seen = str((await sat.result())["id"])
    long = await ada.post(path, data={"comment": "x" * 2001, "result": seen})
    assert long.status_code == 422
    assert 'id="comment-err"' in long.text
    for _ in range(2):
        await ada.post(path, data={"comment": "Identité corrigée", "result": seen})
    assert len(await sat.results()) == 2
    assert json.loads((await sat.result())["comment_keys"])["candidate"] == "Identité corrigée"
    await decide(ada, sat, "cancel")
    assert json.loads((await sat.result())["comment_keys"])["candidate"] == "Identité corrigée", "it stays"


async def test_nothing_changes_once_published(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await ada.post(sat.admin_page + "/publication")
    for decision in ("cancel", "reject", "score"):
        assert (await decide(ada, sat, decision)).status_code == 409
    assert len(await sat.results()) == 1


async def test_a_test_without_a_result_keeps_it_from_being_published(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    await CertificationResult.delete(force=True)
    assert f'href="{sat.admin_page}"' in (await ada.get(LIST + "?etat=action")).text
    assert (await ada.post(sat.admin_page + "/publication")).status_code == 409
    await decide(ada, sat, "score", 0)
    assert (await ada.post(sat.admin_page + "/publication")).status_code == 303


async def test_only_those_who_look_after_certification_enter(
    ada: httpx.AsyncClient, sat: Sat, open_client: OpenClient
) -> None:
    del ada
    await sat.finalise()
    assert (await sat.hall.martine.get(LIST)).status_code == 404
    for role, status in (("metier", 403), ("certif", 200)):
        await people.create_user(
            first_name="Noé",
            last_name=role,
            email=f"{role}@pix.example",
            password=PASSWORD,
            staff_role=role,
            terms_accepted_at=now(),
        )
        browser = open_client()
        await browser.post("/connexion", data={"login": f"{role}@pix.example", "password": PASSWORD})
        assert (await browser.get(LIST)).status_code == status
