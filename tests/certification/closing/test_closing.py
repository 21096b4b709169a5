"""`/certif/sessions/{session}/finalisation`: the centre says what went wrong, and ends its session."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.certification import centres
from app.certification.events import verify
from app.certification.tables import IssueReport
from app.certification.taking.sittings import LACK
from app.evaluation.tables import Assessment
from app.lib.clock import now
from tests.certification.closing.sat import Sat
from tests.certification.taking.hall import Hall

OpenClient = Callable[..., httpx.AsyncClient]


async def test_a_finished_test_is_scored_and_the_session_finalised_once(sat: Sat) -> None:
    await sat.answers(32, completed=True)
    page = await sat.hall.martine.get(sat.page)
    assert page.status_code == 200
    assert "Tests terminés (1)" in page.text
    assert "non terminés" not in page.text
    assert (await sat.finalise()).headers["location"] == sat.page
    row = await sat.result()
    assert (row["status"], row["jury"]) == ("validated", None)
    assert row["score"] >= 64
    assert row["level"] >= 1
    levels = json.loads(row["competences"])
    assert len(levels) == 16
    assert all(one["standard_error"] > 0 for one in levels.values())
    assert len(json.loads(row["capacities"])) == 33
    assert (await sat.finalise(incident="yes")).headers["location"] == sat.page, "again"
    assert len(await sat.results()) == 1
    assert await AuditEvent.count().where(AuditEvent.action == "session.finalised") == 1
    assert not (await sat.hall.row())["has_incident"], "nothing has changed"
    assert "Session finalisée le" in (await sat.hall.martine.get(sat.page)).text
    assert await verify(sat.test) is None


@pytest.mark.parametrize(
    ("count", "reason", "status", "comment"),
    [
        (25, "technical", "validated", []),
        (25, "candidate", "validated", []),
        (5, "candidate", "rejected", ["lack_of_answers"]),
        (5, "technical", "cancelled", ["lack_of_answers_technical"]),
    ],
)
async def test_an_unfinished_test_is_ended_and_scored_by_its_reason(
    sat: Sat, count: int, reason: str, status: str, comment: list[str]
) -> None:
    await sat.answers(count, completed=False)
    refused = await sat.finalise()
    assert refused.status_code == 422
    assert f'id="reason-{sat.test}-err"' in refused.text
    assert "Dites pourquoi le test de Louise Carré s’est arrêté" in refused.text
    assert (await sat.hall.row())["finalized_at"] is None
    await sat.finalise(**{f"reason-{sat.test}": reason})
    row, test = await sat.result(), await sat.row()
    assert row["status"] == status
    assert json.loads(row["comment_keys"]).get("keys", []) == comment
    assert (test["abort_reason"], test["ended_by"]) == (reason, "finalisation")
    assessment = await Assessment.select().where(Assessment.id == sat.assessment).first()
    assert assessment is not None
    assert assessment["state"] == "ended"


async def test_a_finished_test_keeps_no_reason(sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise(**{f"reason-{sat.test}": "technical"})
    assert (await sat.row())["abort_reason"] is None


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("incident", "", "Dites s’il y a eu un incident"),
        ("joining", "peut-être", "Dites si des candidats ont eu du mal"),
        ("comment", "x" * 501, "500 caractères au plus"),
        ("sure", "", "Cochez cette case"),
    ],
)
async def test_what_is_missing_is_said_beside_the_field(sat: Sat, field: str, value: str, words: str) -> None:
    await sat.answers(32, completed=True)
    page = await sat.finalise(**{field: value})
    assert page.status_code == 422
    assert f'id="{field}-err"' in page.text
    assert words in page.text
    assert (await sat.hall.row())["finalized_at"] is None


async def test_a_session_where_nobody_began_is_not_finalised(hall: Hall) -> None:
    await hall.invigilate()
    row = await hall.row()
    await centres.add_member(int(str(row["centre"])), await hall.cast.person("martine"), "member", now())
    path = f"/certif/sessions/{hall.session}/finalisation"
    assert "Personne n’a commencé" in (await hall.martine.get(path)).text
    page = await hall.martine.post(path, data={"incident": "no", "joining": "no", "sure": "yes"})
    assert page.status_code == 422
    assert (await hall.row())["finalized_at"] is None


async def test_reports_are_added_listed_and_withdrawn_until_the_end(sat: Sat) -> None:
    await sat.answers(32, completed=True)
    path = f"{sat.page}/{sat.hall.candidate}"
    browser = sat.hall.martine
    for _ in range(2):
        await browser.post(path, data={"code": "C1", "question": "", "text": "Se prénomme Louise-Anne"})
    await browser.post(path, data={"code": "E1", "question": "12", "text": ""})
    rows = await IssueReport.select().order_by(IssueReport.id)
    assert [(row["code"], row["question"]) for row in rows] == [("C1", None), ("E1", 12)], "sent twice, said once"
    page = (await browser.get(path)).text
    assert "Se prénomme Louise-Anne" in page
    assert "question 12" in page
    for _ in range(2):
        await browser.post(f"{path}/suppression", data={"report": str(rows[0]["id"])})
    assert await IssueReport.count() == 1
    await sat.finalise()
    assert (await browser.post(path, data={"code": "C6", "question": "", "text": ""})).status_code == 409
    late = await browser.post(f"{path}/suppression", data={"report": str(rows[1]["id"])})
    assert late.status_code == 409
    (row,) = await IssueReport.select()
    assert row["resolution"] == "on_the_day", "in the adaptive test, alerts replaced what it changes"


async def test_a_centre_does_not_withdraw_what_the_service_reported(sat: Sat) -> None:
    await IssueReport.insert(IssueReport(test=sat.test, code=LACK, created_at=now()))
    (row,) = await IssueReport.select()
    path = f"{sat.page}/{sat.hall.candidate}"
    page = (await sat.hall.martine.get(path)).text
    assert "Plus de question à poser" in page
    assert "Retirer" not in page
    await sat.hall.martine.post(f"{path}/suppression", data={"report": str(row["id"])})
    assert await IssueReport.count() == 1


@pytest.mark.parametrize(
    ("form", "field", "words"),
    [
        ({"code": "", "question": "", "text": "x"}, "code", "Choisissez une catégorie"),
        ({"code": "E4", "question": "", "text": "x"}, "question", "de 1 à 500"),
        ({"code": "E4", "question": "501", "text": "x"}, "question", "de 1 à 500"),
        ({"code": "C8", "question": "", "text": ""}, "text", "Décrivez ce qui s’est passé"),
        ({"code": "C8", "question": "", "text": "x" * 501}, "text", "500 caractères au plus"),
    ],
)
async def test_each_category_has_its_own_fields(sat: Sat, form: dict[str, str], field: str, words: str) -> None:
    page = await sat.hall.martine.post(f"{sat.page}/{sat.hall.candidate}", data=form)
    assert page.status_code == 422
    assert f'id="{field}-err"' in page.text
    assert words in page.text
