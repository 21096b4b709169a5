"""`/certif/sessions/import`: the file is checked, shown, then confirmed once, by who sent it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from app.accounts import personal_data
from app.accounts.tables import AuditEvent
from app.certification import jobs
from app.certification.mass_import import imports
from app.certification.mass_import.controllers import LARGEST_BODY
from app.certification.tables import Candidate, CentreMembership, CertificationSession, SessionImport
from app.lib.clock import now
from app.persistence.transactions import write_transaction
from tests.cast import Cast
from tests.certification.conftest import LIST, THURSDAY, enrolled, joins, new_session
from tests.certification.mass_import.files import CHLOE, DENIZ, PUPIL, SESSION, file_of

OpenClient = Callable[..., httpx.AsyncClient]
PATH = f"{LIST}/import"
OTHER_ROOM = {**SESSION, "room": "Salle 205"}


async def send(browser: httpx.AsyncClient, content: bytes) -> httpx.Response:
    return await browser.post(PATH, files={"sheet": ("sessions.csv", content, "text/csv")})


async def sent(browser: httpx.AsyncClient, *rows: dict[str, str]) -> str:
    """The address of the recap."""
    answer = await send(browser, file_of(*rows))
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def confirm(browser: httpx.AsyncClient, recap: str) -> httpx.Response:
    return await browser.post(f"{recap}/confirmation")


async def written() -> tuple[int, int]:
    return await CertificationSession.count(), await Candidate.count()


async def waiting() -> list[str]:
    """What each import still holds."""
    return [row["content"] for row in await SessionImport.select(SessionImport.content).order_by(SessionImport.id)]


async def make_older(**ago: int) -> None:
    await SessionImport.update({SessionImport.created_at: now() - timedelta(**ago)}).where(SessionImport.id > 0)


async def test_from_the_list_to_the_list(martine: httpx.AsyncClient, centre: int, cast: Cast) -> None:
    assert f'href="{PATH}"' in (await martine.get(LIST)).text
    page = (await martine.get(PATH)).text
    for words in ("Date de début (JJ/MM/AAAA)", "Exemple : 15:30", "Tarification", "multipart/form-data"):
        assert words in page.replace("\u202f", " ").replace("\u00a0", " ")
    recap = await sent(martine, {**SESSION, **CHLOE}, {**DENIZ, "extra_time": "33 %"}, OTHER_ROOM)
    assert await written() == (0, 0), "nothing before it is confirmed"
    page = (await martine.get(recap)).text
    for words in ("Salle 205", "27/11/2036", "SESSION_WITHOUT_CANDIDATE", "Confirmer l’import", ">2<", ">1<"):
        assert words in page
    answer = await confirm(martine, recap)
    page = (await martine.get(answer.headers["location"])).text
    assert "2 sessions sont créées ou complétées." in page
    first, second = await CertificationSession.select().order_by(CertificationSession.id)
    assert (first["centre"], first["created_by"], first["starts_at"]) == (
        centre,
        await cast.person("martine"),
        THURSDAY,
    )
    assert len({one[key] for one in (first, second) for key in ("access_code", "invigilator_password")}) == 4
    chloe, deniz = await Candidate.select().order_by(Candidate.id)
    assert {chloe["session"], deniz["session"]} == {first["id"]}
    assert (chloe["match_name"], chloe["birth_city"], chloe["billing"]) == ("bonnet|chloe", "Troyes", "free")
    assert (deniz["sex"], deniz["birth_country"], deniz["extra_time"], deniz["adjusted"]) == ("M", "Turquie", 33, False)
    assert await waiting() == [""]


async def test_confirmed_twice_or_at_once_it_writes_once(martine: httpx.AsyncClient, centre: int) -> None:
    recap = await sent(martine, {**SESSION, **CHLOE}, DENIZ)
    answers = await asyncio.gather(*(confirm(martine, recap) for _ in range(3)), return_exceptions=True)
    assert [one.status_code for one in answers if isinstance(one, httpx.Response)] == [303] * 3
    again = await confirm(martine, recap)
    assert "L’import est déjà enregistré." in (await martine.get(again.headers["location"])).text
    assert (await martine.get(recap)).headers["location"] == again.headers["location"]
    assert await written() == (1, 2)
    (event,) = await AuditEvent.select().where(AuditEvent.action == "sessions.imported")
    assert (event["subject_kind"], event["subject"]) == ("certification_centre", str(centre))
    assert event["details"] == '{"sessions":1,"candidates":2}'


async def test_the_same_file_waits_once(martine: httpx.AsyncClient) -> None:
    assert await sent(martine, SESSION) == await sent(martine, SESSION)
    assert len(await waiting()) == 1


async def test_what_is_wrong_is_listed_and_nothing_waits(martine: httpx.AsyncClient, session: int) -> None:
    page = await send(martine, file_of({"number": "999", **CHLOE}, {**SESSION, **DENIZ, "sex": ""}, OTHER_ROOM))
    assert page.status_code == 422
    for words in ("Sexe (F ou M)", "SEX_MISSING", "SESSION_UNKNOWN", "il reste 2 points", "SESSION_WITHOUT_CANDIDATE"):
        assert words in page.text
    assert "Confirmer l’import" not in page.text
    places = [page.text.index(words) for words in ("SESSION_UNKNOWN", "SEX_MISSING", "Ces lignes n’empêchent pas")]
    assert places == sorted(places), "errors first, from the first line to the last"
    assert (await waiting(), await written()) == ([], (1, 0))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Choisissez un fichier"),
        (b"PK\x03\x04", "pas un CSV"),
        (b"bonjour", "pas les titres du modèle"),
        (file_of(), "aucune session"),
    ],
)
async def test_a_file_that_is_none(martine: httpx.AsyncClient, content: bytes, words: str) -> None:
    page = await send(martine, content)
    assert (page.status_code, words in page.text) == (422, True)


async def test_too_large_it_is_not_even_read(martine: httpx.AsyncClient) -> None:
    page = await send(martine, b"x" * LARGEST_BODY)
    assert (page.status_code, 'id="sheet-err"' in page.text) == (413, True)


async def test_ten_thousand_lines_get_an_answer_in_a_few_seconds(martine: httpx.AsyncClient) -> None:
    long = {**DENIZ, "email": "deniz.kaya@etu.blaison.example", "results_email": "formation@blaison.example"}
    content = file_of({**SESSION, **CHLOE}, *[long] * 10_000)
    assert len(content) > 1_000_000, "more than any other form may send"
    began = time.perf_counter()
    page = await send(martine, content)
    assert time.perf_counter() - began < 5
    assert (page.status_code, "trop de lignes" in page.text) == (422, True)


async def test_the_model_suits_the_centre(martine: httpx.AsyncClient, nadia: httpx.AsyncClient) -> None:
    paying, school = [await one.get(f"{PATH}/modele.csv") for one in (martine, nadia)]
    assert paying.text.startswith("\ufeff")
    assert paying.headers["content-disposition"].startswith('attachment; filename="modele-sessions-candidats.csv"')
    assert ("Tarification" in paying.text, "Tarification" in school.text) == (True, False)
    assert "Tarification" not in (await nadia.get(PATH)).text
    recap = await sent(nadia, {**SESSION, **PUPIL})
    assert (await confirm(nadia, recap)).status_code == 303


async def test_candidates_are_added_to_a_session_that_exists(martine: httpx.AsyncClient, session: int) -> None:
    kept = await enrolled(session)
    await enrolled(session, "Fabre", "Léna")
    recap = await sent(martine, {"number": str(session), **CHLOE, "extra_time": "33"}, DENIZ)
    page = (await martine.get(recap)).text
    assert "CANDIDATE_KNOWN" in page
    assert "Bâtiment C" in page
    await confirm(martine, recap)
    rows = {row["last_name"]: row for row in await Candidate.select()}
    assert rows.keys() == {"Bonnet", "Fabre", "Kaya"}
    assert (rows["Bonnet"]["id"], rows["Bonnet"]["extra_time"]) == (kept, 33)
    assert await CertificationSession.count() == 1


async def test_sessions_that_may_not_change(
    martine: httpx.AsyncClient, session: int, centre: int, other_centre: int, cast: Cast
) -> None:
    user = await cast.person("martine")
    theirs, over = await new_session(other_centre, user), await new_session(centre, user)
    await joins(await enrolled(session))
    await CertificationSession.update({CertificationSession.finalized_at: now()}).where(CertificationSession.id == over)
    page = await send(martine, file_of(*({"number": str(one), **DENIZ} for one in (session, theirs, over))))
    assert page.status_code == 422
    for code in ("SESSION_STARTED", "SESSION_UNKNOWN", "SESSION_FINALIZED"):
        assert page.text.count(code) == 1


async def test_a_twin_in_the_base_is_refused(
    martine: httpx.AsyncClient, session: int, nadia: httpx.AsyncClient
) -> None:
    page = await send(martine, file_of({**SESSION, "site": "batiment  C", **CHLOE}))
    assert page.status_code == 422
    assert "SESSION_TWIN" in page.text
    assert f"La session {session} a déjà" in page.text
    assert await sent(nadia, {**SESSION, "site": "batiment C", **PUPIL}), "another centre's is no twin"


async def test_what_changed_in_between_is_looked_at_again(
    martine: httpx.AsyncClient, session: int, centre: int, cast: Cast
) -> None:
    recap = await sent(martine, {"number": str(session), **CHLOE}, {**OTHER_ROOM, **CHLOE})
    await joins(await enrolled(session, "Fabre", "Léna"))
    await new_session(centre, await cast.person("paul"), site=SESSION["site"])
    await CertificationSession.update({CertificationSession.room: "SALLE 205"}).where(
        CertificationSession.id != session
    )
    page = await confirm(martine, recap)
    assert page.status_code == 409
    for words in ("SESSION_STARTED", "SESSION_TWIN", "des sessions ont changé"):
        assert words in page.text
    assert "Confirmer l’import" not in page.text
    assert (await written(), await AuditEvent.count().where(AuditEvent.action == "sessions.imported")) == ((2, 1), 0)
    assert await waiting() != [""], "it still waits"


async def test_a_session_that_became_past_is_refused(martine: httpx.AsyncClient) -> None:
    recap = await sent(martine, {**SESSION, "date": f"{now():%d/%m/%Y}", **CHLOE})
    number = int(recap.rpartition("/")[2])
    with pytest.raises(imports.ImportOutdated) as refused:
        at = now() + timedelta(days=1)
        await SessionImport.update({SessionImport.created_at: at}).where(SessionImport.id == number)
        await imports.confirm(number, 1, at)
    assert [one.code for one in refused.value.problems] == ["DATE_INVALID"]


async def test_after_two_hours_it_is_sent_again(martine: httpx.AsyncClient) -> None:
    recap = await sent(martine, SESSION)
    await make_older(hours=2)
    for page in (await martine.get(recap), await confirm(martine, recap)):
        assert page.status_code == 410
        assert "plus de deux heures" in page.text
        assert 'name="sheet"' in page.text
    assert await written() == (0, 0)
    assert await sent(martine, SESSION) != recap


async def test_names_are_forgotten_by_the_next_import_and_every_hour(martine: httpx.AsyncClient) -> None:
    await sent(martine, {**SESSION, **CHLOE})
    await make_older(hours=3)
    await sent(martine, {**OTHER_ROOM, **DENIZ})
    old, new = await waiting()
    assert (old, "Kaya" in new) == ("", True)
    await jobs.tidy()
    assert (await waiting())[1] == new
    await make_older(hours=2)
    await jobs.tidy()
    assert await waiting() == ["", ""]


async def test_nobody_else_sees_it_nor_confirms_it(
    martine: httpx.AsyncClient, nadia: httpx.AsyncClient, open_client: OpenClient, cast: Cast
) -> None:
    recap = await sent(martine, {**SESSION, **CHLOE})
    paul = open_client()
    await cast.sign_in(paul, "paul")
    for other in (paul, nadia):
        assert (await other.get(recap)).status_code == 404
        assert (await confirm(other, recap)).status_code == 404
    assert await written() == (0, 0)


async def test_a_formula_is_written_as_a_text(martine: httpx.AsyncClient) -> None:
    row = {**SESSION, **CHLOE, "first_name": "=SOMME(A1)", "room": "<b>=1+1</b>"}
    recap = await sent(martine, row)
    assert "&lt;b&gt;=1+1" in (await martine.get(recap)).text
    await confirm(martine, recap)
    assert [one["first_name"] for one in await Candidate.select()] == ["=SOMME(A1)"]


async def test_what_is_kept_of_who_sends_is_shown_and_erased(martine: httpx.AsyncClient, cast: Cast) -> None:
    await sent(martine, {**SESSION, **CHLOE})
    assert "Vos imports de sessions de certification" in (await martine.get("/mon-compte/donnees")).text
    user = await cast.person("martine")
    await CentreMembership.delete().where(CentreMembership.user == user)
    async with write_transaction():
        await personal_data.erase_everywhere(user)
    assert await SessionImport.count() == 0
