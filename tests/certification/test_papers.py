"""The documents of a session: opened as PDF, they say what they must."""

from __future__ import annotations

import io

import httpx
import pytest
from pypdf import PdfReader

from app.accounts.tables import User
from app.certification.papers.attendance import A_PAGE
from app.certification.papers.paper import cut
from app.certification.tables import Candidate, CertificationCentre, CertificationSession
from app.organisations.learners.tables import Learner
from tests.cast import Cast
from tests.certification.conftest import LIST, enrolled

PAPERS = ("emargement", "kit-surveillant", "proces-verbal")


async def paper(client: httpx.AsyncClient, session: int, name: str) -> PdfReader:
    answer = await client.get(f"{LIST}/{session}/{name}.pdf")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}-{session}.pdf"'
    assert "no-store" in answer.headers["cache-control"]
    return PdfReader(io.BytesIO(answer.content))


def texts(reader: PdfReader) -> list[str]:
    return [page.extract_text().replace("\u202f", " ").replace("\u00a0", " ") for page in reader.pages]


async def test_the_attendance_sheet_has_each_candidate(martine: httpx.AsyncClient, session: int) -> None:
    await enrolled(session, "Lefèvre-Œrsted", "Anaïs-Ÿvonne")
    await enrolled(session, "Şahin", "Đặng")
    reader = await paper(martine, session, "emargement")
    (text,) = texts(reader)
    for words in (
        "Feuille d’émargement",
        "page 1/1",
        "Université Blaison",
        f"{session}",
        "27/11/2036",
        "15 h 00",
        "Bâtiment C",
        "Salle 204",
        "Surveillant(s) : Élise Villo",
        "Signature du surveillant",
        "Nom de naissance",
        "Lefèvre-Œrsted",
        "Anaïs-Ÿvonne",
        "Şahin",
        "Đặng",
        "02/02/2006",
        "Identifiant externe",
        "679981",
    ):
        assert words in text, words
    assert reader.metadata is not None
    assert reader.metadata.title == f"Feuille d’émargement – {session}"


async def test_twenty_a_page(martine: httpx.AsyncClient, session: int) -> None:
    for number in range(A_PAGE + 1):
        await enrolled(session, f"Nom{chr(ord('A') + number)}", "Prénom")
    first, second = texts(await paper(martine, session, "emargement"))
    assert "page 1/2" in first
    assert first.count("Prénom") == A_PAGE + 1, "and the heading"
    assert "NomU" not in first
    assert "page 2/2" in second
    assert "NomU" in second
    assert "Salle 204" in second


async def test_a_sheet_of_nobody_and_of_long_names(martine: httpx.AsyncClient, session: int) -> None:
    assert len(texts(await paper(martine, session, "emargement"))) == 1
    await enrolled(session, "Montmorency-Luxembourg-Béthune", "Anne", external_id="")
    await CertificationSession.update({CertificationSession.examiners: "Élise Villo, " * 10}).where(
        CertificationSession.id == session
    )
    (text,) = texts(await paper(martine, session, "emargement"))
    assert "Montmorency-Luxembou…" in text
    assert "Élise Villo, Élise Villo, Élise Villo,…" in text


async def test_schools_see_divisions(martine: httpx.AsyncClient, session: int, centre: int, cast: Cast) -> None:
    await CertificationCentre.update({CertificationCentre.kind: "SCO"}).where(CertificationCentre.id == centre)
    (row,) = await Learner.insert(
        Learner(first_name="Chloé", last_name="Bonnet", group="3e B", organisation=await cast.blaison())
    )
    chloe = await enrolled(session)
    await Candidate.update({Candidate.learner: row["id"]}).where(Candidate.id == chloe)
    (text,) = texts(await paper(martine, session, "emargement"))
    assert "Division" in text
    assert "3e B" in text
    assert "679981" not in text


async def test_the_kit_has_the_secrets(martine: httpx.AsyncClient, session: int) -> None:
    (row,) = await CertificationSession.select()
    (text,) = texts(await paper(martine, session, "kit-surveillant"))
    for words in (row["access_code"], row["invigilator_password"], "https://pix.test/certif/surveillance", "À la fin"):
        assert words in text


async def test_the_incident_form_names_the_session_and_the_codes(martine: httpx.AsyncClient, session: int) -> None:
    (row,) = await CertificationSession.select()
    (text,) = texts(await paper(martine, session, "proces-verbal"))
    for words in ("Procès-verbal d’incident", str(session), "Élise Villo", "C6", "Suspicion de fraude", "E12"):
        assert words in text
    assert row["invigilator_password"] not in text


async def test_in_english(martine: httpx.AsyncClient, session: int, cast: Cast) -> None:
    await User.update({User.language: "en"}).where(User.id == await cast.person("martine"))
    for name, words in zip(PAPERS, ("Attendance sheet", "Invigilator’s kit", "Incident report"), strict=True):
        assert words in texts(await paper(martine, session, name))[0]


async def test_nothing_of_them_for_others(nadia: httpx.AsyncClient, client: httpx.AsyncClient, session: int) -> None:
    for name in PAPERS:
        assert (await nadia.get(f"{LIST}/{session}/{name}.pdf")).status_code == 404
        assert (await client.get(f"{LIST}/{session}/{name}.pdf")).headers["location"].startswith("/connexion")


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("a b c", 3, "a…"), ("  a \n b ", 9, "a b"), ("", 3, "")],
)
def test_what_is_too_long_is_cut(text: str, most: int, shown: str) -> None:
    assert cut(text, most) == shown
