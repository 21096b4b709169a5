"""The pages of a test: its questions, what happened in it, its reports."""

from __future__ import annotations

import re

import httpx
import msgspec

from app.accounts.tables import AuditEvent
from app.certification.tables import CertificationEvent, IssueReport, LiveAlert
from app.content.kinds.choice import ChoiceChallenge
from app.evaluation.tables import Answer
from tests.certification.closing.sat import Sat
from tests.certification.results.conftest import LIST, about, page_of


async def test_each_question_with_its_answer_and_the_capacity_after_it(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.answers(32, completed=True, right=20)
    await sat.finalise()
    page = (await ada.get(page_of(sat) + "/questions")).text
    assert page.count('<th scope="row"') == page.count("<details>") == 32
    assert (page.count("Réussie"), page.count("À revoir")) == (20, 12)
    assert page.count("<small>±") == 32, "each with its margin of error"
    assert "Neutraliser" not in page, "only a test on the profile"


async def test_a_question_is_in_words_with_what_was_answered(ada: httpx.AsyncClient, sat: Sat) -> None:
    challenges = sat.hall.index.challenges
    rows = await Answer.select().where(Answer.assessment == sat.assessment).order_by(Answer.position)
    row = next(one for one in rows if isinstance(challenges[one["challenge"]].body, ChoiceChallenge))
    asked = challenges[row["challenge"]]
    value = msgspec.json.encode(next(asked.body.wrong_answers())).decode()
    await Answer.update({Answer.value: value, Answer.result: "ko"}).where(Answer.id == row["id"])
    await sat.hall.martine.post(
        f"{sat.page}/{sat.hall.candidate}", data={"code": "E1", "question": str(row["position"]), "text": ""}
    )
    await sat.finalise()
    place = f"question-{row['position']}"
    assert f'/questions#{place}"' in (await ada.get(page_of(sat))).text, "from its report"
    page = (await ada.get(page_of(sat) + "/questions")).text
    line = page.split(f'id="{place}"')[1].split("</tr>")[0]
    topic = sat.hall.index.topics[asked.skill.topic]
    for words in (asked.question_html, topic.title, sat.hall.index.competences[topic.competence].name):
        assert french(str(words)) in french(line)
    assert "</svg> Sa réponse</strong>" in line
    assert "La bonne réponse" in line
    assert asked.id in line


def french(text: str) -> str:
    """Whatever its spaces."""
    return " ".join(text.split())


async def test_a_question_that_was_replaced(ada: httpx.AsyncClient, sat: Sat) -> None:
    hall = sat.hall
    await sat.answers(0, completed=False)
    asked = re.search(r'name="challenge" value="([^"]+)"', (await hall.louise.get("/certifications/alerte")).text)
    assert asked
    await hall.louise.post("/certifications/alerte", data={"challenge": asked[1]})
    (alert,) = await LiveAlert.select()
    await hall.about("signalement/remplacement", alert=str(alert["id"]), reason="E1")
    await sat.finalise(**{f"reason-{sat.test}": "technical"})
    page = (await ada.get(page_of(sat) + "/questions")).text
    assert "Remplacée" in page
    assert french(str(sat.hall.index.challenges[asked[1]].question_html)) in french(page), "from its release"
    assert "Image absente ou illisible" in page
    events = (await ada.get(page_of(sat) + "/deroulement")).text
    for words in ("A rejoint la session", "Test commencé", "A signalé un problème", "Question remplacée", "question 1"):
        assert words in events
    result = (await ada.get(page_of(sat))).text
    assert "Réglé pendant l’épreuve" in result


async def test_the_chain_holds_or_says_where_it_breaks(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    for path in ("", "/deroulement"):
        assert "Rien n’a été modifié depuis l’épreuve" in (await ada.get(page_of(sat) + path)).text
    await CertificationEvent.update({CertificationEvent.details: "[1"}).where(
        (CertificationEvent.test == sat.test) & (CertificationEvent.kind == "started")
    )
    page = (await ada.get(page_of(sat) + "/deroulement")).text
    assert "Modifié après coup, à partir de l’événement 3" in page
    assert "modifié après coup à partir d’ici" in page
    assert "Modifié après coup" in (await ada.get(page_of(sat))).text


async def test_who_confirmed_the_presence_is_named(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    page = (await ada.get(page_of(sat) + "/deroulement")).text
    rows = dict(re.findall("<td>(A rejoint la session|Présence confirmée|Test commencé)</td><td>([^<]*)</td>", page))
    assert rows == {
        "A rejoint la session": "Louise Carré",
        "Présence confirmée": "Martine Antony",
        "Test commencé": "–",
    }


async def test_a_report_is_resolved_in_words_then_reopened(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.hall.martine.post(f"{sat.page}/{sat.hall.candidate}", data={"code": "C6", "question": "", "text": ""})
    await sat.finalise()
    link = f'href="{sat.admin_page}"'
    assert link in (await ada.get(LIST + "?etat=action")).text
    assert "Suspicion de fraude" in (await ada.get(page_of(sat))).text
    (report,) = await IssueReport.select()
    number = str(report["id"])
    for text in ("", "x" * 501):
        wrong = await about(ada, sat, "signalement", report=number, resolution=text)
        assert wrong.status_code == 422
        assert f'id="resolution-{number}-err"' in wrong.text
    for text in ("Vidéo vue : 100 % honnête", "Autre chose"):
        await about(ada, sat, "signalement", report=number, resolution=text)
    (report,) = await IssueReport.select()
    assert report["resolution"] == "Vidéo vue : 100 % honnête", "the first time counts"
    assert "Vidéo vue" in (await ada.get(page_of(sat))).text
    assert link in (await ada.get(LIST)).text
    for _ in range(2):
        await about(ada, sat, "signalement/reouverture", report=number)
    assert link in (await ada.get(LIST + "?etat=action")).text
    actions = await AuditEvent.select(AuditEvent.action).where(AuditEvent.action.like("report.%"))
    assert [one["action"] for one in actions] == ["report.resolved", "report.reopened"]


async def test_what_the_pages_lead_to(ada: httpx.AsyncClient, sat: Sat) -> None:
    said = {"code": "C1", "question": "", "text": "Carrère, pas Carré"}
    await sat.hall.martine.post(f"{sat.page}/{sat.hall.candidate}", data=said)
    await sat.finalise()
    await ada.post(f"{sat.admin_page}/attribution", data={"officer": "0"})
    centre = (await sat.hall.row())["centre"]
    assert f'<a href="/admin/centres/{centre}">' in (await ada.get(sat.admin_page)).text
    link = f'<a href="{page_of(sat)}/identite">Corriger l’identité</a>'
    assert link in (await ada.get(page_of(sat))).text
    (report,) = await IssueReport.select()
    await about(ada, sat, "signalement", report=str(report["id"]), resolution="Corrigé")
    assert link not in (await ada.get(page_of(sat))).text
    assert f'<a href="{sat.admin_page}">' in (await ada.get("/admin/journal")).text, "the line of the log too"


async def test_a_comment_of_the_centre_is_read_before(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise(comment="Coupure de courant à 10 h")
    assert f'href="{sat.admin_page}"' in (await ada.get(LIST + "?etat=action")).text
    assert "Coupure de courant à 10\u00a0h" in (await ada.get(sat.admin_page)).text


async def test_the_test_of_somebody_else_is_not_there(ada: httpx.AsyncClient, sat: Sat) -> None:
    await sat.finalise()
    for path in ("", "/questions", "/deroulement", "/identite", "/annulation"):
        assert (await ada.get(f"{sat.admin_page}/candidats/999{path}")).status_code == 404
