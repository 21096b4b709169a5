"""The test starts with the code of the session, once the presence is confirmed; it starts once."""

from __future__ import annotations

import asyncio
import json
import re
from datetime import timedelta

import pytest

from app.certification.events import verify
from app.certification.scoring.adaptive import skipped_to_the_end, taken
from app.certification.scoring.configurations import configuration_on
from app.certification.tables import Candidate, CertificationEvent, CertificationSession, CertificationTest
from app.certification.taking.scopes import SPARED
from app.evaluation import runs
from app.evaluation import scope as scopes
from app.evaluation.runs import scope_of
from app.evaluation.tables import Answer, Assessment, Knowledge
from app.lib.clock import now
from tests.certification.taking.hall import Hall, OpenClient, running
from tests.evaluation.learner import HTMX


async def the_test() -> dict[str, object]:
    row = await CertificationTest.select().first()
    assert row is not None
    return row


async def kinds() -> list[str]:
    rows = await CertificationEvent.raw("SELECT kind FROM certification_event ORDER BY position")
    return [row["kind"] for row in rows]


async def test_it_starts_once_authorised_and_uses_the_authorisation_up(hall: Hall) -> None:
    louise = await hall.start()
    assert "Question 1 sur 32" in louise.html
    test = await the_test()
    assert re.fullmatch(r"P-[BCDFGHJKMPQRTVWXY2346789]{8}", str(test["verification_code"]))
    assert len(set(str(test["verification_code"])[2:])) == 8
    candidate = await Candidate.select().where(Candidate.id == hall.candidate).first()
    assert candidate is not None
    assert candidate["authorised_at"] is None
    row = await hall.row()
    assert row["started_at"] == row["starts_at"] == test["started_at"]
    assert await kinds() == ["joined", "authorised", "started"]
    assert await verify(int(str(test["id"]))) is None


async def test_the_presence_is_signed_by_who_confirmed_it_last(hall: Hall, open_client: OpenClient) -> None:
    await hall.join()
    await hall.invigilate()
    await hall.about("presence")
    await hall.about("presence/annulation")
    assert not await Candidate.exists().where(Candidate.authorised_by.is_not_null())
    paul = open_client()
    by = await hall.cast.sign_in(paul, "paul")
    await hall.invigilate(paul)
    await paul.post(f"{hall.room}/presences")
    await hall.about("presence")
    assert (await hall.ask_to_start()).status_code == 303
    row = await CertificationEvent.select().where(CertificationEvent.kind == "authorised").first()
    assert row is not None
    assert json.loads(row["details"]) == {"by": by}
    assert not await Candidate.exists().where(Candidate.authorised_by.is_not_null()), "used up"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"code": ""}, "Indiquez le code"),
        ({"code": "ABCD00"}, "Ce n’est pas le code"),
        ({"locale": "de"}, "Choisissez la langue"),
    ],
)
async def test_a_wrong_code_is_said_and_uses_nothing_up(hall: Hall, changes: dict[str, str], says: str) -> None:
    await hall.join()
    await hall.invigilate()
    await hall.about("presence")
    response = await hall.ask_to_start(**changes)
    assert response.status_code == 422
    assert says in response.text
    assert not await CertificationTest.exists()
    assert (await hall.ask_to_start()).status_code == 303


async def test_starting_twice_is_the_same_test(hall: Hall) -> None:
    louise = await hall.start()
    form = await hall.code_form()
    again = await hall.louise.post(f"/certifications/{hall.candidate}/code", data=form)
    assert again.headers["location"] == louise.url
    assert await CertificationTest.count() == 1
    assert await Assessment.count() == 1


async def test_a_finalised_session_starts_nothing(hall: Hall) -> None:
    await hall.join()
    await hall.invigilate()
    await hall.about("presence")
    form = await hall.code_form()
    await CertificationSession.update({CertificationSession.finalized_at: now()}, force=True)
    response = await hall.louise.post(f"/certifications/{hall.candidate}/code", data=form)
    assert response.status_code == 422
    assert "Cette session est terminée" in response.text


async def test_an_adjusted_test_does_not_count_focus_and_asks_accessible_questions(hall: Hall) -> None:
    await Candidate.update({Candidate.adjusted: True}).where(Candidate.id == hall.candidate)
    louise = await hall.start()
    row = await running(louise)
    scope = await scope_of(int(str(row["scope"])))
    assert not scope.focus_counts
    assert scope.exam
    for _ in range(3):
        marks = hall.index.challenges[louise.challenge].body.marks
        assert not {"sight", "colour"} & set(marks)
        await louise.answer(right=True)


async def test_who_leaves_a_focused_question_of_an_adjusted_test_is_told_that_it_counts(hall: Hall) -> None:
    await Candidate.update({Candidate.adjusted: True}).where(Candidate.id == hall.candidate)
    louise = await hall.start()
    focused = next(name for name, one in hall.index.challenges.items() if one.body.focused and not one.body.timer)
    await Assessment.update({Assessment.challenge: focused}, force=True)
    await louise.open()
    page = louise.html.replace("\u00a0", " ")
    assert "votre réponse compte quand même." in page
    assert "en certification, elle ne compterait pas" not in page
    assert "s’il le faut, vous pouvez la quitter" in page
    assert "data-speak" in page, "read aloud, as for everybody"
    await hall.louise.post(f"{louise.url}/sortie", data={"challenge": focused}, headers=HTMX)
    await louise.answer(right=True)
    (row,) = await Answer.select()
    assert row["result"] == "ok"


async def test_an_adjusted_test_that_is_left_goes_on_among_what_could_be_asked(hall: Hall) -> None:
    """As it is scored: skipped to its end."""
    rules = configuration_on(now().date())

    async def items() -> set[str]:
        (row,) = await Assessment.select().order_by(Assessment.id, ascending=False).limit(1)
        run = await runs.load(row["id"], row["user"])
        test = taken(rules, run.prepared, run.situation, run.index.competences.values(), "candidate")
        assert len(skipped_to_the_end(test)) == 32
        return {one.id for one in test.items}

    await hall.start()
    usual = await items()
    await CertificationTest.delete(force=True)
    await Candidate.update({Candidate.adjusted: True}).where(Candidate.id == hall.candidate)
    await hall.start()
    marked = {name for name, one in hall.index.challenges.items() if set(SPARED) & set(one.body.marks)}
    assert await items() == usual - marked
    assert usual & marked


async def test_the_same_scope_serves_everybody(hall: Hall) -> None:
    louise = await hall.start()
    scope = await scope_of(int(str((await running(louise))["scope"])))
    assert str(hall.candidate) not in (scope.leave, scope.after, scope.report)
    assert scopes.decode(scopes.encode(scope)) == scope


async def test_the_first_sixteen_questions_are_of_sixteen_competences_and_32_end_it(hall: Hall) -> None:
    louise = await hall.start()
    while louise.challenge:
        await louise.answer(right=len(louise.asked) % 2 == 0)
    assert len(louise.asked) == 32
    assert len({hall.index.challenges[one].skill.competence for one in louise.asked[:16]}) == 16
    assert "Test terminé" in louise.html
    test = await the_test()
    assert test["ended_by"] == "candidate"
    assert test["end_seen_at"] is not None
    assert (await kinds())[-1] == "ended"
    assert await verify(int(str(test["id"]))) is None
    assert "Terminé" in (await hall.martine.get(hall.room)).text


async def test_after_24_hours_it_cannot_be_resumed(hall: Hall) -> None:
    await hall.start()
    await CertificationTest.update({CertificationTest.started_at: now() - timedelta(hours=24, minutes=1)}, force=True)
    response = await hall.louise.post("/certifications/reprise")
    assert response.headers["location"] == "/certifications/fin"
    assert "il y a plus de 24" in (await hall.louise.get("/certifications/fin")).text
    assert (await the_test())["ended_by"] == "time"


async def test_two_starts_at_once_are_one_test(hall: Hall) -> None:
    await hall.join()
    await hall.invigilate()
    await hall.about("presence")
    form = await hall.code_form()
    place = f"/certifications/{hall.candidate}/code"
    first, second = await asyncio.gather(hall.louise.post(place, data=form), hall.louise.post(place, data=form))
    assert first.status_code == second.status_code == 303
    assert first.headers["location"] == second.headers["location"]
    assert await CertificationTest.count() == 1
    assert await Assessment.count() == 1


async def test_the_test_on_the_profile_asks_three_questions_for_each_competence_of_hers(hall: Hall) -> None:
    await CertificationSession.update({CertificationSession.method: "profile"}, force=True)
    louise = await hall.start()
    assert "Question 1 sur 15" in louise.html
    row = await running(louise)
    scope = await scope_of(int(str(row["scope"])))
    assert scope.method == "fixed"
    competences = [hall.index.challenges[one].skill.competence for one in scope.challenges]
    assert {competences.count(one) for one in competences} == {3}


async def test_the_questions_are_those_of_the_profile_held_on_joining(hall: Hall) -> None:
    await CertificationSession.update({CertificationSession.method: "profile"}, force=True)
    await hall.join()
    await Knowledge.delete(force=True)
    louise = await hall.start()
    assert "Question 1 sur 15" in louise.html


async def test_an_adjusted_test_on_the_profile_asks_what_can_be_done(hall: Hall) -> None:
    await CertificationSession.update({CertificationSession.method: "profile"}, force=True)
    await Candidate.update({Candidate.adjusted: True}).where(Candidate.id == hall.candidate)
    louise = await hall.start()
    scope = await scope_of(int(str((await running(louise))["scope"])))
    assert scope.challenges
    assert not any(set(SPARED) & set(hall.index.challenges[one].body.marks) for one in scope.challenges)


async def test_in_english_it_is_named_in_english(hall: Hall) -> None:
    await hall.join()
    await hall.invigilate()
    await hall.about("presence")
    await hall.ask_to_start(locale="en")
    row = await Assessment.select().first()
    assert row is not None
    assert row["locale"] == "en"
    assert (await scope_of(row["scope"])).title == "Pix certification"
