"""The documents of a session: opened as PDF, they say what they must."""

from __future__ import annotations

import httpx

from app.accounts.tables import User
from app.certification.papers.attendance import A_PAGE
from app.certification.tables import Candidate, CertificationCentre, CertificationSession
from app.organisations.learners.tables import Learner
from tests.cast import Cast
from tests.certification.conftest import LIST, enrolled
from tests.pdf import Pdf, Tag

PAPERS = ("emargement", "kit-surveillant", "proces-verbal")


async def paper(client: httpx.AsyncClient, session: int, name: str) -> Pdf:
    answer = await client.get(f"{LIST}/{session}/{name}.pdf")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith(f'attachment; filename="{name}-{session}.pdf"')
    assert "no-store" in answer.headers["cache-control"]
    return Pdf(answer.content)


async def test_the_attendance_sheet_has_each_candidate(martine: httpx.AsyncClient, session: int) -> None:
    await enrolled(session, "Lefèvre-Œrsted", "Anaïs-Ÿvonne")
    await enrolled(session, "Şahin", "Đặng")
    sheet = await paper(martine, session, "emargement")
    (text,) = sheet.texts
    for words in (
        "Feuille d’émargement",
        "page 1/1",
        "Université Blaison",
        f"{session}",
        "27/11/2036",
        "15 h 00",
        "Bâtiment C",
        "Salle 204",
        "Surveillant(s)",
        "Élise Villo",
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
    assert sheet.title == f"Feuille d’émargement – {session}"


async def test_twenty_a_page(martine: httpx.AsyncClient, session: int) -> None:
    for number in range(A_PAGE + 1):
        await enrolled(session, f"Nom{chr(ord('A') + number)}", "Prénom")
    sheet = await paper(martine, session, "emargement")
    first, second = sheet.texts
    assert "page 1/2" in first
    assert first.count("Prénom") == A_PAGE + 1, "and the heading"
    assert "NomU" not in first
    assert "page 2/2" in second
    assert "NomU" in second
    assert "Salle 204" in second
    assert len(sheet.tags("Table")) == 1, "the heading of the second page is for the eye"
    assert len(sheet.tags("TR")) == 1 + A_PAGE + 1


async def test_a_sheet_of_nobody_and_of_long_names(martine: httpx.AsyncClient, session: int) -> None:
    assert len((await paper(martine, session, "emargement")).texts) == 1
    await enrolled(session, "Montmorency-Luxembourg-Béthune", "Anne", external_id="")
    await CertificationSession.update({CertificationSession.examiners: "Élise Villo, " * 10}).where(
        CertificationSession.id == session
    )
    (text,) = (await paper(martine, session, "emargement")).texts
    assert "Montmorency-Luxembou…" in text
    assert "Élise Villo, Élise Villo, Élise Villo,…" in text


async def test_schools_see_divisions(martine: httpx.AsyncClient, session: int, centre: int, cast: Cast) -> None:
    await CertificationCentre.update({CertificationCentre.kind: "SCO"}).where(CertificationCentre.id == centre)
    (row,) = await Learner.insert(
        Learner(first_name="Chloé", last_name="Bonnet", group="3e B", organisation=await cast.blaison())
    )
    chloe = await enrolled(session)
    await Candidate.update({Candidate.learner: row["id"]}).where(Candidate.id == chloe)
    (text,) = (await paper(martine, session, "emargement")).texts
    assert "Division" in text
    assert "3e B" in text
    assert "679981" not in text


async def test_the_kit_has_the_secrets(martine: httpx.AsyncClient, session: int) -> None:
    (row,) = await CertificationSession.select()
    (text,) = (await paper(martine, session, "kit-surveillant")).texts
    for words in (row["access_code"], row["invigilator_password"], "https://pix.test/certif/surveillance", "À la fin"):
        assert words in text


async def test_the_incident_form_names_the_session_and_the_codes(martine: httpx.AsyncClient, session: int) -> None:
    (row,) = await CertificationSession.select()
    (text,) = (await paper(martine, session, "proces-verbal")).texts
    for words in ("Procès-verbal d’incident", str(session), "Élise Villo", "C6", "Suspicion de fraude", "E12"):
        assert words in text
    assert row["invigilator_password"] not in text


async def test_in_english(martine: httpx.AsyncClient, session: int, cast: Cast) -> None:
    await User.update({User.language: "en"}).where(User.id == await cast.person("martine"))
    for name, words in zip(PAPERS, ("Attendance sheet", "Invigilator’s kit", "Incident report"), strict=True):
        made = await paper(martine, session, name)
        assert words in made.texts[0]
        assert made.language == "en"
        assert len(made.texts) == 1


async def test_they_are_read_aloud_in_order(martine: httpx.AsyncClient, session: int) -> None:
    await enrolled(session, "#import *x*", "Anaïs")
    sheet, kit, form = [await paper(martine, session, name) for name in PAPERS]
    for made, heading in (
        (sheet, "Feuille d’émargement"),
        (kit, "Kit du surveillant"),
        (form, "Procès-verbal d’incident"),
    ):
        assert made.language == "fr"
        assert [one.text for one in made.tags("H1")] == [heading]
        assert ["Salle", "Salle 204"] in [[one.text for one in pair] for pair in pairs_of(made)]
    columns = ["Nom de naissance", "Prénom", "Naissance", "Identifiant externe", "Signature"]
    assert [(one.text, one.scope) for one in sheet.tags("TH")] == [(name, "Column") for name in columns]
    assert [one.text for one in sheet.tags("TD")] == ["#import *x*", "Anaïs", "02/02/2006", "679981", ""]
    assert [one.text for one in kit.tags("H2")][-1] == "À la fin"
    assert "Un candidat qui a quitté son test ne le reprend qu’avec votre autorisation." in texts_of(kit, "LBody")
    assert [one.text for one in form.tags("TH")] == ["Candidat", "Code", "Question", "Ce qui s’est passé"]
    assert [one.text for one in pairs_of(form)[-1]] == ["E12", "Problème d’accessibilité"]


def pairs_of(made: Pdf) -> list[tuple[Tag, Tag]]:
    """Labels and values of its lists."""
    return list(zip(made.tags("Lbl"), made.tags("LBody"), strict=True))


def texts_of(made: Pdf, name: str) -> list[str]:
    return [one.text for one in made.tags(name)]
