"""The certificate as a PDF: read by eyes, aloud, and by a telephone."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import httpx

from app.accounts.tables import User
from app.certification.tables import Candidate, CertificationCentre
from tests.certification.closing.sat import Sat
from tests.pdf import Pdf
from tests.qr import scanned_drawing, scanned_page

OpenClient = Callable[..., httpx.AsyncClient]


async def certificate(sat: Sat) -> Pdf:
    return Pdf((await sat.hall.louise.get(f"/mes-certifications/{sat.hall.candidate}/certificat.pdf")).content)


async def test_it_says_everything_on_two_pages(obtained: Sat) -> None:
    made, row = await certificate(obtained), await obtained.result()
    code = str((await obtained.row())["verification_code"])
    first, second = made.texts
    for words in (
        "Certification des compétences numériques",
        "Louise Carré",
        "23 juin 2005, Troyes",
        "Université Blaison",
        f"{row['score']} pix sur 895",
        code,
        "pix.test/verification-certificat",
        "1/2",
    ):
        assert words in first, words
    assert "Niveau par compétence" in second
    assert "Un niveau va de 1 à 8" in second
    assert f"Louise Carré · {code}" in second, "a page alone says whose it is"
    width, height = made.reader.pages[0].mediabox[2:]
    assert width > height


async def test_it_is_read_aloud_in_order(obtained: Sat) -> None:
    made = await certificate(obtained)
    assert made.title == "Certification des compétences numériques – Louise Carré"
    assert made.language == "fr"
    assert [one.text for one in made.tags("H1", "H2")] == [
        "Certification des compétences numériques",
        "Niveau par compétence",
    ]
    logo, qr = made.tags("Figure")
    assert logo.alternative == "Pix"
    assert qr.alternative == "QR code de l’adresse où ce certificat se vérifie"
    assert {one.scope for one in made.tags("TH")} == {"Column"}
    assert [one.text for one in made.tags("TH")][::2] == [
        "Échelle des niveaux",
        *(f"Domaine {number}" for number in range(1, 6)),
    ]
    levels = [one.text for one in made.tags("TD")][-32:]
    assert set(levels[1::2]) <= {*"01234567", "non certifiée"}
    assert "obtenu" in "".join(one.text for one in made.tags("TD"))


async def test_its_qr_code_opens_the_verified_certificate(obtained: Sat, open_client: OpenClient) -> None:
    made, code = await certificate(obtained), (await obtained.row())["verification_code"]
    (scanned,) = scanned_page(made.content)
    assert scanned == f"https://pix.test/verification-certificat?code={code}"
    address = urlsplit(scanned)
    page = await open_client().get(f"{address.path}?{address.query}")
    assert page.status_code == 200
    assert "Ce certificat est authentique" in page.text
    assert "Louise Carré" in page.text


async def test_any_name_is_printed_as_it_was_typed(obtained: Sat) -> None:
    await Candidate.update({Candidate.first_name: "#let *x* $y$", Candidate.last_name: "Đặng-Œuf نور"}).where(
        Candidate.id == obtained.hall.candidate
    )
    await CertificationCentre.update({CertificationCentre.name: "Centre " * 20}, force=True)
    made = await certificate(obtained)
    assert "#let *x* $y$ Đặng-Œuf □□□" in made.texts[0]
    assert len(made.texts) == 2


async def test_in_english(obtained: Sat) -> None:
    await User.update({User.language: "en"}).where(User.id == await obtained.hall.cast.person("louise"))
    made = await certificate(obtained)
    assert made.language == "en"
    assert "Certification of digital skills" in made.texts[0]
    assert "23 June 2005" in made.texts[0]
    assert "Solving technical problems" in made.texts[1]


async def test_the_page_shows_the_same_qr_code(obtained: Sat) -> None:
    page = (await obtained.hall.louise.get(f"/mes-certifications/{obtained.hall.candidate}")).text
    code = (await obtained.row())["verification_code"]
    assert scanned_drawing(page) == [f"https://pix.test/verification-certificat?code={code}"]
    assert 'role="img" aria-label="QR code de l’adresse où ce certificat se vérifie"' in page
    assert f'data-copy="{code}"' in page
