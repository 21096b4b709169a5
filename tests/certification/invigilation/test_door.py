"""The invigilator's door: the number of the session and its password."""

from __future__ import annotations

import pytest

from app.certification.sessions import sessions
from app.certification.tables import Candidate
from app.lib.clock import now
from tests.certification.conftest import new_session
from tests.certification.taking.hall import Hall, OpenClient


async def test_anyone_signed_in_enters_with_the_right_pair(hall: Hall, open_client: OpenClient) -> None:
    karim = open_client()
    await hall.cast.sign_in(karim, "karim")
    response = await hall.invigilate(karim)
    assert response.headers["location"] == hall.room
    assert "HttpOnly" in response.headers["set-cookie"]
    page = (await karim.get(hall.room)).text
    assert "Carré Louise" in page.replace("\u00a0", " ")
    assert str((await hall.row())["access_code"]) in page


@pytest.mark.parametrize("wrong", ["number", "password", "both"])
async def test_a_wrong_pair_is_refused_without_saying_what_is_wrong(hall: Hall, wrong: str) -> None:
    password = str((await hall.row())["invigilator_password"])
    form = {
        "session": "4711" if wrong in ("number", "both") else str(hall.session),
        "password": "abcdef" if wrong in ("password", "both") else password,
    }
    response = await hall.martine.post("/certif/surveillance", data=form)
    assert response.status_code == 422
    assert "ne vont pas ensemble" in response.text
    assert "set-cookie" not in response.headers
    assert form["session"] in response.text


async def test_a_candidate_does_not_invigilate_her_own_session_even_with_a_key_of_before(hall: Hall) -> None:
    assert (await hall.invigilate(hall.louise)).status_code == 303
    assert (await hall.louise.get(hall.room)).status_code == 200
    await hall.join()
    presence = await hall.louise.post(f"{hall.room}/candidats/{hall.candidate}/presence")
    for response in (await hall.invigilate(hall.louise), await hall.louise.get(hall.room), presence):
        assert response.status_code == 403
        assert "quelqu’un d’autre doit la surveiller" in response.text
    assert not await Candidate.exists().where(Candidate.authorised_at.is_not_null())


async def test_the_door_looks_like_the_room_and_not_like_the_space_of_a_learner(hall: Hall) -> None:
    door = (await hall.martine.get("/certif/surveillance")).text
    assert 'aria-label="Pix Certif, surveillance"' in door
    assert 'href="/mes-tutos"' not in door


async def test_an_empty_form_says_what_is_missing(hall: Hall) -> None:
    response = await hall.martine.post("/certif/surveillance", data={})
    assert response.status_code == 422
    assert "Indiquez le numéro" in response.text
    assert "Indiquez le mot de passe" in response.text


async def test_without_the_key_the_door_is_shown_whatever_the_session(hall: Hall) -> None:
    for number in (hall.session, 4711):
        response = await hall.martine.get(f"/certif/surveillance/{number}")
        assert response.headers["location"].startswith("/certif/surveillance?suite=")
        assert (await hall.martine.post(f"/certif/surveillance/{number}/presences")).status_code == 303
    assert "Présence confirmée" not in (await hall.martine.get(hall.room, follow_redirects=True)).text


async def test_a_key_is_for_one_session_and_one_account(hall: Hall, open_client: OpenClient) -> None:
    response = await hall.invigilate()
    name, _, rest = response.headers["set-cookie"].partition("=")
    value = rest.partition(";")[0]
    karim = open_client()
    await hall.cast.sign_in(karim, "karim")
    karim.cookies.set(name, value)
    assert (await karim.get(hall.room)).status_code == 303
    other = f"surveillance-{hall.session + 1}"
    hall.martine.cookies.set(other, value)
    assert (await hall.martine.get(f"/certif/surveillance/{hall.session + 1}")).status_code == 303


async def test_one_signs_in_first(hall: Hall, open_client: OpenClient) -> None:
    nobody = open_client()
    assert (await nobody.get("/certif/surveillance")).headers["location"].startswith("/connexion")
    assert (await nobody.get(hall.room)).headers["location"].startswith("/connexion")


async def test_the_key_of_a_deleted_session_opens_no_later_one(hall: Hall) -> None:
    centre, by = int(str((await hall.row())["centre"])), await hall.cast.person("martine")
    hall.session = gone = await new_session(centre, by)
    await hall.invigilate()
    assert (await hall.martine.get(hall.room)).status_code == 200
    await sessions.delete(gone, by, now())
    later = await new_session(centre, by)
    assert (await hall.martine.get(f"/certif/surveillance/{later}")).status_code == 303
