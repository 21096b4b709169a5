"""The live list: who is here, how each test goes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.certification.events import verify
from app.certification.invigilation.states import silence, state_of, theoretical_end
from app.certification.results.reports import is_impactful
from app.certification.tables import Candidate, CertificationSession, CertificationTest, IssueReport
from app.evaluation.tables import Answer, Assessment
from app.lib.clock import now
from tests.certification.conftest import enrolled, new_session
from tests.certification.taking.hall import Hall
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals


async def shown(hall: Hall) -> str:
    response = await hall.martine.get(hall.room)
    assert response.status_code == 200
    return response.text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"alert": True, "hold": "alert"}, "alert"),
        ({"alert": True, "hold": "authorisation"}, "alert"),
        ({"alert": True, "authorised": True}, "alert"),
        ({"hold": "authorisation"}, "waiting"),
        ({}, "running"),
        ({"over": True, "alert": True}, "over"),
        ({"started": False, "over": True}, "absent"),
        ({"started": False, "authorised": True}, "here"),
    ],
)
def test_one_state_and_an_alert_hides_behind_none(facts: dict[str, object], state: str) -> None:
    usual = {"started": True, "over": False, "alert": False, "hold": "", "authorised": False}
    assert state_of(**{**usual, **facts}) == state  # type: ignore[arg-type]


def test_extra_time_lengthens_what_is_shown() -> None:
    at = now()
    assert theoretical_end(at, 0) - at == timedelta(minutes=105)
    assert theoretical_end(at, 20) - at == timedelta(minutes=126)


@pytest.mark.parametrize(
    ("acted", "heard", "minutes"),
    [
        (0, None, None),
        (40, 20, None),
        (200, 89, None),
        (200, 90, 1),
        (700, 130, 2),
        (299, None, None),
        (300, None, 5),
        (290, 300, None),
        (400, 400, 6),
        (301, 300, 5),
    ],
)
def test_a_silence_is_told_sooner_of_a_page_that_said_it_was_open(
    acted: int, heard: int | None, minutes: int | None
) -> None:
    at = now()
    heard_at = None if heard is None else at - timedelta(seconds=heard)
    assert silence(at, at - timedelta(seconds=acted), heard_at) == minutes


async def test_a_cut_line_is_told_beside_the_state_and_hides_no_alert(hall: Hall) -> None:
    louise = await hall.start()
    assert "Sans nouvelles" not in await shown(hall)
    long_ago = now() - timedelta(minutes=4)
    await CertificationTest.update(
        {CertificationTest.started_at: long_ago, CertificationTest.seen_at: long_ago + timedelta(seconds=60)},
        force=True,
    )
    page = await shown(hall)
    assert "En cours, aucune réponse" in page
    assert "Connexion perdue" in page
    assert "Sans nouvelles depuis 3 min." in page
    await hall.louise.post("/certifications/alerte", data={"challenge": louise.challenge})
    page = await shown(hall)
    assert "signale un problème" in page
    assert "Sans nouvelles depuis 3 min." in page
    await louise.open()
    assert "Sans nouvelles" not in await shown(hall), "she was heard of again"


async def test_the_list_is_searched_by_name_and_by_state_and_an_alert_is_always_in_it(hall: Hall) -> None:
    await enrolled(hall.session, "Bonnet", "Chloé")
    louise = await hall.start()

    async def names(query: str) -> list[str]:
        page = (await hall.martine.get(f"{hall.room}?{query}")).text
        return [name for name in ("Bonnet Chloé", "Carré Louise") if f"<h2>{name}</h2>" in page.replace("\u00a0", " ")]

    assert await names("q=CARRE+lou") == ["Carré Louise"]
    assert await names("etat=a-confirmer") == ["Bonnet Chloé"]
    assert await names("q=bonnet&etat=en-cours") == []
    assert await names("etat=rien") == ["Bonnet Chloé", "Carré Louise"]
    await hall.louise.post("/certifications/alerte", data={"challenge": louise.challenge})
    assert await names("q=bonnet") == ["Bonnet Chloé", "Carré Louise"]
    page = (await hall.martine.get(f"{hall.room}?q=bonnet")).text
    assert f'hx-get="{hall.room}?q=bonnet"' in page
    assert "2 candidats sur 2" in page.replace("\u00a0", " ")


async def test_a_list_where_nothing_moved_is_not_sent_again(hall: Hall) -> None:
    await hall.invigilate()
    statuses = set()
    for _ in range(2):  # a minute may have passed once
        first = await hall.martine.get(hall.room, headers=HTMX)
        again = {**HTMX, "If-None-Match": first.headers["etag"]}
        statuses.add((await hall.martine.get(hall.room, headers=again)).status_code)
    assert 304 in statuses
    await hall.about("presence")
    assert (await hall.martine.get(hall.room, headers=again)).status_code == 200


async def test_a_test_that_lacked_questions_is_nobodys_fault_and_everybody_sees_it(hall: Hall) -> None:
    louise = await hall.start()
    await louise.answer(right=True)
    skills = " ".join(hall.index.skills)
    await Assessment.update({Assessment.excluded: skills}, force=True)
    await louise.answer(right=True)
    assert "Votre test s’arrête ici" in louise.html
    assert "Bravo" not in louise.html
    assert "Plus de question à poser après 2 réponses" in await shown(hall)
    (row,) = await CertificationTest.select()
    assert row["ended_by"] == "lack"
    (report,) = await IssueReport.select()
    assert report["code"] == "A1"
    assert is_impactful(report["code"])
    assert await verify(row["id"]) is None


async def test_a_presence_is_confirmed_undone_and_all_at_once(hall: Hall) -> None:
    await enrolled(hall.session)
    await hall.invigilate()
    assert (await shown(hall)).count("Présence à confirmer") == 2
    await hall.about("presence")
    assert (await shown(hall)).count("Présence confirmée") == 1
    await hall.about("presence/annulation")
    assert "Présence confirmée" not in await shown(hall)
    for _ in range(2):
        await hall.martine.post(f"{hall.room}/presences")
    assert (await shown(hall)).count("Présence confirmée") == 2


async def test_a_running_test_says_when_it_began_and_should_end(hall: Hall) -> None:
    await Candidate.update({Candidate.extra_time: 33}).where(Candidate.id == hall.candidate)
    louise = await hall.start()
    await louise.answer(right=True)
    page = await shown(hall)
    assert "23/06/2005" in page
    assert "temps majoré 33 %" in page
    assert "En cours, une réponse" in page
    assert "fin prévue" in page
    assert "(temps majoré compris)" in page
    assert "dernière réponse à" in page


async def test_the_polled_answer_gives_the_same_page(hall: Hall) -> None:
    await hall.invigilate()
    before = (await hall.martine.get(hall.room)).text
    await hall.about("presence")
    after = (await hall.martine.get(hall.room)).text
    answer = (await hall.martine.get(hall.room, headers=HTMX)).text
    assert_swap_equals(before, answer, after, target="#certification-invigilation-room", swap="outerHTML")


async def test_a_test_ended_takes_no_answer_and_she_is_told(hall: Hall) -> None:
    louise = await hall.start()
    await louise.answer(right=True)
    page = louise.html
    assert "Terminer le test de" in (await hall.martine.get(f"{hall.room}/candidats/{hall.candidate}/fin")).text
    for _ in range(2):
        assert (await hall.about("fin")).status_code == 303
    louise.html = page
    response = await louise.answer(right=True)
    assert response.url.path == "/certifications/fin"
    assert "Le surveillant a mis fin à votre test" in louise.html
    assert await Answer.count() == 1
    (row,) = await CertificationTest.select()
    assert row["ended_by"] == "invigilator"
    assert (await hall.louise.post("/certifications/reprise")).headers["location"] == "/certifications/fin"
    form = await hall.code_form()
    again = await hall.louise.post(f"/certifications/{hall.candidate}/code", data=form)
    assert again.headers["location"] == "/certifications/fin"


async def test_a_candidate_of_another_session_is_not_here(hall: Hall) -> None:
    await hall.invigilate()
    row = await CertificationSession.select().where(CertificationSession.id == hall.session).first()
    assert row is not None
    other = await new_session(row["centre"], await hall.cast.person("martine"))
    candidate = await enrolled(other)
    for what in ("presence", "presence/annulation", "reprise", "fin", "signalement/rejet", "signalement/remplacement"):
        response = await hall.martine.post(f"{hall.room}/candidats/{candidate}/{what}", data={})
        assert response.status_code == 404
    assert (await hall.martine.get(f"{hall.room}/candidats/99999999999/fin")).status_code == 404


async def test_a_finalised_session_does_not_change(hall: Hall) -> None:
    await hall.start()
    await CertificationSession.update({CertificationSession.finalized_at: now()}).where(
        CertificationSession.id == hall.session
    )
    for what in ("presence", "reprise", "fin", "signalement/rejet", "signalement/remplacement"):
        assert (await hall.about(what)).status_code == 409
    assert "plus rien n’y change" in await shown(hall)
