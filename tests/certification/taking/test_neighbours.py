"""What the others of a session were given lately is not asked of the next one."""

from __future__ import annotations

from datetime import timedelta

import httpx

from app.certification.joining import candidacies
from app.certification.joining.candidacies import Claim
from app.certification.tables import CertificationSession
from app.certification.taking.neighbours import LATELY, given_in_session, given_nearby, listed_in_session
from app.content.index import ContentIndex
from app.evaluation.runs import scope_of
from app.evaluation.tables import Assessment
from app.lib.clock import now
from tests.certification.conftest import enrolled, new_session
from tests.certification.taking.hall import Hall, OpenClient
from tests.certification.taking.sixteen import BORN, certifiable
from tests.evaluation.learner import Learner


async def beside(hall: Hall, browser: httpx.AsyncClient, session: int) -> Learner:
    """Karim starts as Louise did."""
    karim = await hall.cast.sign_in(browser, "karim")
    await certifiable(karim, hall.index)
    await enrolled(session, "Ammour", "Karim", birthdate=BORN)
    candidate = await candidacies.join(karim, Claim(session, "Karim", "Ammour", BORN), now())
    other = Hall(session, candidate, browser, hall.martine, hall.cast, hall.index)
    await other.invigilate()
    await other.about("presence")
    response = await other.ask_to_start()
    assert response.status_code == 303, response.text
    learner = Learner(browser, hall.index, int(response.headers["location"].rpartition("/")[2]))
    await learner.open()
    return learner


async def test_what_is_asked_and_what_was_answered_lately_is_known_to_neighbours_only(
    hall: Hall, open_client: OpenClient, world: ContentIndex
) -> None:
    louise = await hall.start()
    first = louise.challenge
    await louise.answer(right=True)
    given = {first, louise.challenge}
    assert await given_in_session(hall.session, now()) == given
    assert await given_in_session(hall.session, now() + LATELY + timedelta(minutes=1)) == {louise.challenge}
    karim = await beside(hall, open_client(), hall.session)
    assert karim.challenge not in given
    assert await given_nearby(karim.assessment, now()) == given | {karim.challenge}
    row = await hall.row()
    elsewhere = await new_session(int(str(row["centre"])), await hall.cast.person("martine"))
    assert await given_in_session(elsewhere, now()) == frozenset()


async def test_two_who_take_turns_are_never_asked_the_same_at_the_same_rank(
    hall: Hall, open_client: OpenClient
) -> None:
    louise = await hall.start()
    karim = await beside(hall, open_client(), hall.session)
    for _ in range(8):
        await louise.answer(right=True)
        await karim.answer(right=True)
    ranks = {question: rank for rank, question in enumerate(louise.asked)}
    near = [one for rank, one in enumerate(karim.asked) if abs(ranks.get(one, 99) - rank) <= 2]
    assert len(near) <= 2, "the bank of the tests has one question a skill"


async def test_the_test_on_the_profile_of_a_neighbour_asks_other_questions(hall: Hall, open_client: OpenClient) -> None:
    await CertificationSession.update({CertificationSession.method: "profile"}, force=True)
    louise = await hall.start()
    listed = await listed_in_session(hall.session)
    assert louise.challenge in listed
    index = hall.index
    skills = {index.challenges[one].skill.id for one in listed}
    karim = await beside(hall, open_client(), hall.session)
    (row,) = await Assessment.select().where(Assessment.id == karim.assessment)
    given = (await scope_of(row["scope"])).challenges
    for one in set(given) & listed:
        assert len(index.challenges_of(index.challenges[one].skill.id)) == 1, "there was no other"
    assert {index.challenges[one].skill.id for one in given} == skills
