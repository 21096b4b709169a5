"""`/certif/sessions`: a centre plans its sessions."""

from __future__ import annotations

import re
from datetime import timedelta

import httpx
import pytest

from app.certification import centres
from app.certification.scoring.configurations import configuration_on
from app.certification.sessions import sessions
from app.certification.sessions.codes import PASSWORD_SIGNS, draw_access_code, draw_invigilator_password
from app.certification.sessions.forms import read_time
from app.certification.sessions.refusals import SessionFinalized
from app.certification.sessions.statuses import status_of
from app.certification.tables import CertificationSession
from app.lib.clock import now
from tests.cast import Cast
from tests.certification.conftest import LIST, SESSION, THURSDAY, enrolled, joins, new_session, token_of

CREATION = f"{LIST}/creation"


async def only_row() -> dict[str, object]:
    (row,) = await CertificationSession.select()
    return dict(row)


async def test_a_session_is_created_with_its_secrets(martine: httpx.AsyncClient, centre: int, cast: Cast) -> None:
    token = await token_of(martine, CREATION)
    answer = await martine.post(CREATION, data={**SESSION, "client_token": token})
    row = await only_row()
    assert answer.headers["location"] == f"{LIST}/{row['id']}"
    assert (row["centre"], row["created_by"], row["starts_at"]) == (centre, await cast.person("martine"), THURSDAY)
    assert row["configuration"] == configuration_on(now().date()).starts.isoformat()
    page = (await martine.get(answer.headers["location"])).text
    for shown in (str(row["id"]), str(row["access_code"]), str(row["invigilator_password"])):
        assert f'<dd class="code" translate="no">{shown}</dd>' in page or f'<dd class="code">{shown}</dd>' in page
        assert f'data-copy="{shown}"' in page
    assert "27 novembre 2036 à 15\u00a0h\u00a000" in page


async def test_codes_are_made_of_signs_that_nobody_confuses() -> None:
    for _ in range(200):
        assert re.fullmatch("[BCDFGHJKMPQRTVWXY]{4}[2346789]{2}", draw_access_code())
        password = draw_invigilator_password()
        assert len(set(password)) == 6 == len(password)
        assert set(password) <= set(PASSWORD_SIGNS)


async def test_sent_twice_it_is_one_session(martine: httpx.AsyncClient) -> None:
    first = await martine.post(CREATION, data=SESSION)
    assert (await martine.post(CREATION, data=SESSION)).headers["location"] == first.headers["location"]
    assert await CertificationSession.count() == 1
    await martine.post(CREATION, data={**SESSION, "room": "Salle 205"})
    assert await CertificationSession.count() == 2, "Back, and another room: another session"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("site", "", "Indiquez le nom du site"),
        ("site", "x" * 256, "255 caractères au plus"),
        ("room", " ", "Indiquez la salle"),
        ("date", "", "Indiquez la date"),
        ("date", "31/02/2036", "Nous ne lisons pas cette date"),
        ("date", "2020-01-01", "Cette date est passée"),
        ("time", "", "Indiquez l’heure de début"),
        ("time", "25:00", "Nous ne lisons pas cette heure"),
        ("examiners", "", "Indiquez qui surveille"),
        ("description", "x" * 2001, "2000 caractères au plus"),
        ("method", "autre", "Choisissez un type de test"),
    ],
)
async def test_what_is_wrong_is_said_beside_the_field(
    martine: httpx.AsyncClient, field: str, value: str, words: str
) -> None:
    page = await martine.post(CREATION, data={**SESSION, field: value})
    assert page.status_code == 422
    assert f'id="{field}-err"' in page.text
    assert words in page.text
    assert 'value="Élise Villo"' in page.text or field == "examiners", "nothing is lost"
    assert await CertificationSession.count() == 0


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("15:00", "15:00"), ("9h", "09:00"), ("15 h 30", "15:30"), ("08:05:00", "08:05"), ("24:00", None), ("midi", None)],
)
def test_hours_are_read_as_people_write_them(typed: str, hour: str | None) -> None:
    read = read_time(typed)
    assert (None if read is None else f"{read:%H:%M}") == hour


async def test_the_list_has_the_latest_first_and_three_states(
    martine: httpx.AsyncClient, centre: int, cast: Cast
) -> None:
    assert "Aucune session pour l’instant" in (await martine.get(LIST)).text
    user = await cast.person("martine")
    numbers = [await new_session(centre, user, THURSDAY + timedelta(days=day), f"Site {day}") for day in range(3)]
    await CertificationSession.update({CertificationSession.finalized_at: now()}).where(
        CertificationSession.id == numbers[0]
    )
    await CertificationSession.update(
        {CertificationSession.finalized_at: now(), CertificationSession.published_at: now()}
    ).where(CertificationSession.id == numbers[1])
    await enrolled(numbers[2])
    page = (await martine.get(LIST)).text
    assert [page.index(f"Site {day}") for day in (2, 1, 0)] == sorted(page.index(f"Site {day}") for day in range(3))
    for words in ("Créée", "Finalisée", "Résultats transmis", "29/11/2036", "15\u00a0h\u00a000", "Salle 204"):
        assert words in page
    assert page.count(">Supprimer<") == 1, "neither of those that are finalised"
    assert len(re.findall(r"<th scope=\"col\"", page)) == 9


async def test_the_number_the_date_and_the_status_come_first_for_a_phone(
    martine: httpx.AsyncClient, session: int
) -> None:
    page = (await martine.get(LIST)).text
    assert re.findall('<th scope="col"[^>]*>([^<]*)</th>', page)[:3] == ["Numéro", "Date", "Statut"]
    cells = re.findall("<t[hd][ >].*?</t[hd]>", page[page.index("<tbody>") :])
    assert [words in cell for words, cell in zip((str(session), "<small>", "Créée"), cells, strict=False)] == [True] * 3


async def test_a_long_list_has_pages(martine: httpx.AsyncClient, centre: int, cast: Cast) -> None:
    user = await cast.person("martine")
    for day in range(12):
        await new_session(centre, user, THURSDAY + timedelta(days=day), f"Site {day:02}")
    first, second = (await martine.get(f"{LIST}?taille=10")).text, (await martine.get(f"{LIST}?taille=10&page=2")).text
    assert "Site 11" in first
    assert "Site 01" not in first
    assert "Site 01" in second


def test_the_state_is_derived() -> None:
    assert status_of(None, None, None) == "created"
    assert status_of(now(), None, None) == "finalized"
    assert status_of(now(), 1, None) == "in_process"
    assert status_of(now(), 1, now()) == "processed"


async def test_a_session_is_changed(martine: httpx.AsyncClient, session: int) -> None:
    page = (await martine.get(f"{LIST}/{session}/modification")).text
    for value in ("Bâtiment C", "Salle 204", "2036-11-27", "15:00", "Élise Villo"):
        assert f'value="{value}"' in page
    answer = await martine.post(f"{LIST}/{session}/modification", data={**SESSION, "time": "9h30", "method": "profile"})
    assert answer.headers["location"] == f"{LIST}/{session}"
    row = await only_row()
    assert (row["site"], row["starts_at"], row["method"]) == (
        SESSION["site"],
        THURSDAY.replace(hour=8, minute=30),
        "profile",
    )
    wrong = await martine.post(f"{LIST}/{session}/modification", data={**SESSION, "room": ""})
    assert wrong.status_code == 422
    assert "Indiquez la salle" in wrong.text


async def test_begun_its_date_and_its_test_stay(martine: httpx.AsyncClient, session: int) -> None:
    await CertificationSession.update({CertificationSession.started_at: now()}).where(
        CertificationSession.id == session
    )
    assert "sa date et son test ne changent plus" in (await martine.get(f"{LIST}/{session}/modification")).text
    await martine.post(
        f"{LIST}/{session}/modification", data={**SESSION, "date": "2037-01-01", "method": "profile", "room": "B12"}
    )
    row = await only_row()
    assert (row["room"], row["starts_at"], row["method"]) == ("B12", THURSDAY, "adaptive")


async def test_finalised_nothing_changes(martine: httpx.AsyncClient, session: int) -> None:
    await CertificationSession.update({CertificationSession.finalized_at: now()}).where(
        CertificationSession.id == session
    )
    assert (await martine.get(f"{LIST}/{session}/modification")).status_code == 303
    answer = await martine.post(f"{LIST}/{session}/modification", data=SESSION)
    assert answer.status_code == SessionFinalized.status
    assert (await only_row())["site"] == "Bâtiment C"
    assert (await martine.post(f"{LIST}/{session}/suppression", data={"sure": "yes"})).status_code == 409


async def test_deleting_asks_first_and_says_how_many_go_with_it(
    martine: httpx.AsyncClient, session: int, cast: Cast
) -> None:
    await enrolled(session)
    path = f"{LIST}/{session}/suppression"
    assert "1 candidat y est inscrit" in (await martine.get(path)).text
    page = await martine.post(path, data={})
    assert page.status_code == 422
    assert "Cochez cette case" in page.text
    answer = await martine.post(path, data={"sure": "yes"})
    assert "La session est supprimée." in (await martine.get(answer.headers["location"])).text
    assert await CertificationSession.count() == 0
    await sessions.delete(session, await cast.person("martine"), now())


async def test_joined_it_is_not_deleted(martine: httpx.AsyncClient, session: int) -> None:
    await joins(await enrolled(session))
    path = f"{LIST}/{session}/suppression"
    assert (await martine.get(path)).status_code == 303
    page = await martine.post(path, data={"sure": "yes"})
    assert page.status_code == 409
    assert "Un candidat a déjà rejoint cette session" in page.text
    assert await CertificationSession.count() == 1


async def test_another_centre_does_not_list_it(nadia: httpx.AsyncClient, session: int) -> None:
    assert "Bâtiment C" not in (await nadia.get(LIST)).text
    for number in (0, 2**31, 9**30):
        assert (await nadia.get(f"{LIST}/{number}")).status_code == 404


async def test_without_an_account_or_a_centre_there_is_a_door(
    client: httpx.AsyncClient, cast: Cast, session: int
) -> None:
    answer = await client.get(f"{LIST}/{session}")
    assert answer.headers["location"] == f"/connexion?suite=/certif/sessions/{session}"
    assert "Demander un centre de certification" in (await client.get("/certif")).text
    await cast.sign_in(client, "louise")
    answer = await client.get(LIST)
    assert answer.headers["location"] == "/certif?suite=/certif/sessions"
    door = await client.get(answer.headers["location"])
    assert "Votre compte ne fait partie de l’équipe d’aucun centre" in door.text


async def test_somebody_of_two_centres_switches(
    martine: httpx.AsyncClient, cast: Cast, session: int, other_centre: int
) -> None:
    await centres.add_member(other_centre, await cast.person("martine"), "member", now())
    assert "Mes centres" in (await martine.get("/certif/centre")).text
    await martine.post("/certif/centre", data={"centre": str(other_centre)})
    assert "Lycée des Tilleuls" in (await martine.get(LIST)).text
    assert "Université Blaison" in (await martine.get(f"{LIST}/{session}")).text, "its own centre, whatever was chosen"
    alone = await centres.create("Ailleurs", "PRO", now())
    for number in ("0", "abc", str(alone)):
        assert (await martine.post("/certif/centre", data={"centre": number})).status_code == 404


async def test_the_door_leads_members_on(martine: httpx.AsyncClient) -> None:
    assert (await martine.get("/certif")).headers["location"] == LIST
