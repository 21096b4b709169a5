"""`…/candidats/liste`: the candidates downloaded as a sheet, sent back to replace the list."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import httpx
import pytest

from app.accounts.tables import User
from app.certification.sheet.columns import columns_of
from app.certification.tables import Candidate
from app.lib.ods import MIMETYPE, OdsWorkbook
from app.lib.ods_reading import read_sheet
from app.lib.sheets import Heading, Sheet
from tests.cast import Cast
from tests.certification.conftest import LIST, enrolled, joins, new_session

HEADINGS = [one.heading for one in columns_of(school=False)]
CHLOE = [
    "Bonnet",
    "Chloé",
    "02/02/2006",
    "F",
    "",
    "10000",
    "Troyes",
    "France",
    "",
    "",
    "679981",
    "",
    "",
    "Gratuite",
    "",
]
DENIZ = ["Kaya", "Deniz", "28-04-2005", "m", "", "", "Izmir", "turquie", "", "", "", "33%", "oui", "prepayee", "PIX-1"]


def sheet_of(rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> bytes:
    file = io.BytesIO()
    book = OdsWorkbook(file)
    book.begin(Sheet("Candidats", tuple(Heading(one) for one in headings)))
    book.rows(rows)
    book.close()
    return file.getvalue()


def path(session: int, more: str = "") -> str:
    return f"{LIST}/{session}/candidats/liste{more}"


async def send(client: httpx.AsyncClient, session: int, content: bytes) -> httpx.Response:
    return await client.post(path(session), files={"sheet": ("candidats.ods", content, MIMETYPE)})


async def names() -> list[str]:
    return [row["last_name"] for row in await Candidate.select(Candidate.last_name).order_by(Candidate.match_name)]


async def test_what_is_downloaded_may_be_sent_back(martine: httpx.AsyncClient, session: int) -> None:
    await enrolled(session, extra_time=25, adjusted=True, email="chloe@exemple.fr", birth_code="01000")
    await enrolled(session, "Kaya", "Deniz", birth_country="Turquie", birth_city="Izmir", birth_code="")
    await enrolled(session, "Fabre", "Léna", birth_city="", birth_code="2A004")
    before = await Candidate.select().order_by(Candidate.id)
    answer = await martine.get(path(session, ".ods"))
    assert answer.headers["content-type"] == MIMETYPE
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="candidats-{session}.ods"')
    assert "Remplacer la liste" in (await martine.get(path(session))).text
    for _ in range(2):
        done = await send(martine, session, answer.content)
        assert done.headers["location"] == f"{LIST}/{session}/candidats?fait=liste"
        assert await Candidate.select().order_by(Candidate.id) == before


async def test_in_english_too(martine: httpx.AsyncClient, session: int, cast: Cast) -> None:
    await enrolled(session, adjusted=True)
    await User.update({User.language: "en"}).where(User.id == await cast.person("martine"))
    sheet = (await martine.get(path(session, ".ods"))).content
    assert "Birth name" in read_sheet(sheet)[0]
    assert (await send(martine, session, sheet)).status_code == 303
    (row,) = await Candidate.select()
    assert (row["adjusted"], row["billing"]) == (True, "free")


async def test_the_list_becomes_that_of_the_sheet(martine: httpx.AsyncClient, session: int) -> None:
    await enrolled(session, "Fabre", "Léna")
    await send(martine, session, sheet_of([CHLOE, [], DENIZ]))
    assert await names() == ["Bonnet", "Kaya"]
    row = await Candidate.select().where(Candidate.last_name == "Kaya").first()
    assert row is not None
    kept = ("birthdate", "sex", "birth_country", "birth_city", "extra_time", "adjusted", "billing", "prepayment_code")
    assert [row[name] for name in kept] == [date(2005, 4, 28), "M", "Turquie", "Izmir", 33, True, "prepaid", "PIX-1"]
    page = (await martine.get(f"{LIST}/{session}/candidats?fait=liste")).text
    assert "La liste des candidats est remplacée." in page


async def test_every_fault_is_told_and_nothing_changes(martine: httpx.AsyncClient, session: int) -> None:
    await enrolled(session, "Fabre", "Léna")
    wrong = ["", "Anne", "31/02/2006", "X", *CHLOE[4:]]
    page = await send(martine, session, sheet_of([CHLOE, wrong, [], ["BONNET", "CHLOE", *CHLOE[2:]]]))
    assert page.status_code == 422
    assert "il reste 4 points à corriger" in page.text
    for words in (
        "Ligne 3, «\u00a0Nom de naissance\u00a0»\u00a0: Indiquez le nom de naissance",
        "Ligne 3, «\u00a0Sexe (F ou M)\u00a0»",
        "Cette date n’existe pas. Exemple\u00a0: 23/06/2005",
        "Ligne 5",
        "Cette personne est déjà à la ligne 2",
    ):
        assert words in page.text or words.replace("\u00a0:", "\u202f:").replace("»\u00a0:", "»\u202f:") in page.text
    assert await names() == ["Fabre"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Choisissez un fichier"),
        (b"nom;prenom", "n’est pas une feuille ODS lisible"),
        (sheet_of([], headings=[]), "Cette colonne manque"),
        (sheet_of([CHLOE[1:]], HEADINGS[1:]), "«\u00a0Nom de naissance\u00a0»"),
        (sheet_of([[]]), "Cette feuille n’a aucun candidat"),
        (sheet_of([CHLOE] * 501), "500 au plus"),
    ],
)
async def test_what_is_no_sheet_of_candidates(
    martine: httpx.AsyncClient, session: int, content: bytes, words: str
) -> None:
    page = await send(martine, session, content)
    assert page.status_code == 422
    assert words in page.text
    assert (await martine.post(path(session), data={"sheet": "x"})).status_code == 422


async def test_once_somebody_joined_the_list_stays(martine: httpx.AsyncClient, session: int) -> None:
    await joins(await enrolled(session, "Fabre", "Léna"))
    page = (await martine.get(path(session))).text
    assert "la liste ne peut plus être remplacée" in page
    assert "Remplacer la liste" not in page
    assert (await send(martine, session, sheet_of([CHLOE]))).status_code == 409
    assert await names() == ["Fabre"]


async def test_schools_have_no_money_in_theirs(
    nadia: httpx.AsyncClient, other_centre: int, cast: Cast, session: int
) -> None:
    hers = await new_session(other_centre, await cast.person("nadia"))
    sheet = (await nadia.get(path(hers, ".ods"))).content
    headings = read_sheet(sheet)[0]
    assert headings == [one.heading for one in columns_of(school=True)]
    assert (await send(nadia, hers, sheet_of([CHLOE[:13]], headings))).status_code == 303
    assert (await nadia.get(path(session))).status_code == 404
    assert (await nadia.get(path(session, ".ods"))).status_code == 404
    assert (await send(nadia, session, sheet_of([CHLOE]))).status_code == 404
