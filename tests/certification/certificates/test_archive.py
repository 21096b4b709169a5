"""`/certif/sessions/…/certificats`: the certificates of a session, for its centre to hand out."""

from __future__ import annotations

import io
from collections.abc import Callable
from zipfile import ZipFile

import httpx
import pytest

from app.accounts.tables import AuditEvent
from app.certification.certificates.archive import pdf_name
from app.certification.tables import Candidate, CertificationCentre
from app.organisations.learners.tables import Learner
from tests.certification.closing.sat import Sat
from tests.pdf import Pdf

OpenClient = Callable[..., httpx.AsyncClient]


def here(sat: Sat) -> str:
    return f"/certif/sessions/{sat.hall.session}"


async def in_class(sat: Sat, name: str) -> None:
    """Louise was picked from the pupils of a school."""
    (row,) = await Learner.insert(
        Learner(first_name="Louise", last_name="Carré", group=name, organisation=await sat.hall.cast.blaison())
    )
    await Candidate.update({Candidate.learner: row["id"]}).where(Candidate.id == sat.hall.candidate)
    await CertificationCentre.update({CertificationCentre.kind: "SCO"}, force=True)


def archive(answer: httpx.Response) -> ZipFile:
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    assert "no-store" in answer.headers["cache-control"]
    return ZipFile(io.BytesIO(answer.content))


async def test_one_pdf_for_each_certificate(obtained: Sat) -> None:
    martine, code = obtained.hall.martine, (await obtained.row())["verification_code"]
    assert f'href="{here(obtained)}/certificats"' in (await martine.get(here(obtained))).text
    page = (await martine.get(here(obtained) + "/certificats")).text
    assert "Un certificat a été délivré" in page
    assert f'href="{here(obtained)}/certificats.zip"' in page
    assert "Par classe" not in page
    answer = await martine.get(here(obtained) + "/certificats.zip")
    made = archive(answer)
    assert f'filename="certificats-session-{obtained.hall.session}.zip"' in answer.headers["content-disposition"]
    assert made.namelist() == [f"carre-louise-{code}.pdf"]
    assert made.testzip() is None
    pdf = Pdf(made.read(made.namelist()[0]))
    assert pdf.title == "Certification des compétences numériques – Louise Carré"
    (event,) = await AuditEvent.select().where(AuditEvent.action == "results.exported")
    assert "certificates.zip" in event["details"]


async def test_by_class(obtained: Sat) -> None:
    await in_class(obtained, "3e B/2")
    martine = obtained.hall.martine
    page = (await martine.get(here(obtained) + "/certificats")).text
    assert "Certificats de la classe 3e\u00a0B/2" in page.replace("3e B", "3e\u00a0B")
    assert f'href="{here(obtained)}/certificats.zip?classe=3e%20B/2"' in page
    answer = await martine.get(here(obtained) + "/certificats.zip", params={"classe": "3e B/2"})
    assert len(archive(answer).namelist()) == 1
    assert "-3e B-2.zip" in answer.headers["content-disposition"]
    assert (await martine.get(here(obtained) + "/certificats.zip", params={"classe": "3e C"})).status_code == 404
    with_nul = await martine.get(here(obtained) + "/certificats.zip", params={"classe": "3e B/2\0"})
    assert len(archive(with_nul).namelist()) == 1, "which PostgreSQL could not be asked for"


async def test_only_those_that_are_published_and_obtained(sat: Sat) -> None:
    martine = sat.hall.martine
    await sat.answers(32, completed=True, right=0)
    await sat.finalise()
    for path in ("/certificats", "/certificats.zip"):
        assert (await martine.get(here(sat) + path)).status_code == 404
    await sat.publish()
    assert "Aucun certificat n’a été délivré" in (await martine.get(here(sat) + "/certificats")).text
    assert (await martine.get(here(sat) + "/certificats.zip")).status_code == 404


async def test_only_for_the_team_of_the_centre(obtained: Sat, open_client: OpenClient) -> None:
    karim = open_client()
    await obtained.hall.cast.sign_in(karim, "karim")
    for path in ("/certificats", "/certificats.zip"):
        assert (await obtained.hall.louise.get(here(obtained) + path)).status_code in (303, 404)
        assert (await karim.get(here(obtained) + path)).status_code in (303, 404)
        assert (await open_client().get(here(obtained) + path)).headers["location"].startswith("/connexion")


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("Louise", "Carré", "carre-louise-P-K7RMB4XW.pdf"),
        ("Jean-François", "d’Œrsted Łódź", "d-oersted-lodz-jean-francois-P-K7RMB4XW.pdf"),
        ("../..", "/etc/passwd\x00", "etc-passwd-P-K7RMB4XW.pdf"),
        ("C:\\", "نور", "c-P-K7RMB4XW.pdf"),
        ("محمد", "نور", "P-K7RMB4XW.pdf"),
        ("a" * 300, "Đặng", f"dang-{'a' * 55}-P-K7RMB4XW.pdf"),
    ],
)
def test_names_are_those_of_files(first: str, last: str, name: str) -> None:
    assert pdf_name(first, last, "P-K7RMB4XW") == name
