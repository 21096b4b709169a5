"""What comes before the first question: five pages, a commitment, the computer."""

from __future__ import annotations

from app.certification.tables import Candidate
from tests.certification.taking.hall import Hall


async def test_five_pages_then_the_computer(hall: Hall) -> None:
    await hall.join()
    place = f"/certifications/{hall.candidate}"
    for card in range(1, 6):
        page = await hall.louise.get(f"{place}/consignes/{card}")
        assert f"page {card} sur 5" in page.text
    response = await hall.louise.post(f"{place}/engagement", data={"commitment": "yes"})
    assert response.headers["location"].startswith(f"{place}/poste?engagement=")
    page = await hall.louise.get(response.headers["location"])
    assert f"{place}/code?engagement=" in page.text


async def test_without_the_commitment_one_goes_no_further(hall: Hall) -> None:
    await hall.join()
    place = f"/certifications/{hall.candidate}"
    response = await hall.louise.post(f"{place}/engagement", data={})
    assert response.status_code == 422
    assert "Cochez la case" in response.text
    assert (await hall.louise.get(f"{place}/code")).headers["location"] == f"{place}/consignes/5"
    refused = await hall.louise.post(f"{place}/code", data={"code": "X", "locale": "fr", "engagement": "forgé"})
    assert refused.headers["location"] == f"{place}/consignes/5"


async def test_the_adjustments_of_the_candidate_are_said(hall: Hall) -> None:
    await Candidate.update({Candidate.extra_time: 33, Candidate.adjusted: True}).where(Candidate.id == hall.candidate)
    await hall.join()
    assert "33" in (await hall.louise.get(f"/certifications/{hall.candidate}/consignes/2")).text
    assert "Votre test est aménagé" in (await hall.louise.get(f"/certifications/{hall.candidate}/consignes/3")).text


async def test_the_computer_is_checked_before_the_day_too(hall: Hall) -> None:
    firefox = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
    page = await hall.louise.get("/certifications/poste", headers=firefox)
    assert "Firefox" in page.text
    assert "Nous ne reconnaissons pas" in (await hall.louise.get("/certifications/poste")).text
    assert "marchent" in (await hall.louise.get("/certifications/poste/essai", headers={"HX-Request": "true"})).text
    file = await hall.louise.get("/certifications/poste/fichier")
    assert "essai-pix.txt" in file.headers["content-disposition"]
    assert "s’ouvre" in file.text


async def test_there_are_five_pages_and_no_more(hall: Hall) -> None:
    await hall.join()
    for number in (0, 6):
        assert (await hall.louise.get(f"/certifications/{hall.candidate}/consignes/{number}")).status_code == 404
