"""The page of a campaign: its code to give out in every way, its settings, its sheet for the board."""

from __future__ import annotations

import re
from datetime import date, timedelta

import httpx
import pytest
import segno

from app.lib.clock import now
from app.lib.qr_codes import qr_code, qr_svg
from tests.campaigns.conftest import NewOne
from tests.cast import Cast

LINK = "https://pix.test/campagnes/KXMTRB742"


@pytest.fixture
async def martine(client: httpx.AsyncClient, cast: Cast) -> httpx.AsyncClient:
    """Martine's browser, in Orga."""
    await cast.blaison()
    await cast.sign_in(client, "martine")
    return client


def spoken(html: str) -> str:
    """The words of a page with plain spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace("\u202f", " ")


async def test_the_code_and_the_link_are_given_to_copy(martine: httpx.AsyncClient, new_campaign: NewOne) -> None:
    page = (await martine.get(f"/orga/campagnes/{await new_campaign()}")).text
    assert '<p class="spell">KXMTRB742</p>' in page
    assert f'<a href="/campagnes/KXMTRB742">{LINK}</a>' in page
    assert 'data-copy="KXMTRB742"' in page
    assert f'data-copy="{LINK}"' in page


async def test_every_setting_is_shown(martine: httpx.AsyncClient, new_campaign: NewOne) -> None:
    number = await new_campaign(
        target="5.1",
        title="Mon titre",
        landing_text="Bonjour **à tous**",
        external_id_label="Numéro de l’étudiant",
        multiple_sendings=True,
        opens_on=date(2026, 11, 9),
        closes_on=date(2099, 11, 27),
    )
    page = (await martine.get(f"/orga/campagnes/{number}")).text
    shown = {
        spoken(name).strip(): spoken(value).strip()
        for name, value in re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page, re.DOTALL)
    }
    assert shown["Titre du parcours"] == "Mon titre"
    assert shown["Profil cible"].startswith("Compétence 5.1 – ")
    assert shown["Libellé de l’identifiant"] == "Numéro de l’étudiant"
    assert shown["Plusieurs envois"] == "Oui"
    assert shown["Ouverture"] == "du 9 novembre 2026 au 27 novembre 2099"
    assert shown["Propriétaire"] == "Martine Antony"
    assert "<strong>à tous</strong>" in page


async def test_a_request_for_profiles_shows_no_target(martine: httpx.AsyncClient, new_campaign: NewOne) -> None:
    page = (await martine.get(f"/orga/campagnes/{await new_campaign(kind='profiles', title='')}")).text
    assert "Collecte de profils" in page
    assert "Profil cible" not in page


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [(1, 9, "Cette campagne ouvrira le"), (-9, -1, "Cette campagne est close depuis le"), (None, None, None)],
)
async def test_a_campaign_that_is_not_open_says_so(
    martine: httpx.AsyncClient, new_campaign: NewOne, opens: int | None, closes: int | None, words: str | None
) -> None:
    today = now().date()
    days = {
        name: today + timedelta(days=value)
        for name, value in (("opens_on", opens), ("closes_on", closes))
        if value is not None
    }
    page = (await martine.get(f"/orga/campagnes/{await new_campaign(**days)}")).text
    assert ("ouvrira le" in page or "close depuis" in page) == (words is not None)
    assert words is None or words in page


async def test_a_colleague_sees_it_and_cannot_change_it(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    number = await new_campaign()
    await cast.sign_in(client, "paul")
    page = (await client.get(f"/orga/campagnes/{number}")).text
    assert f"/orga/campagnes/creation?copie={number}" in page
    for verb in ("modification", "archivage", "suppression"):
        assert f"/orga/campagnes/{number}/{verb}" not in page


def drawn(path: str) -> set[tuple[int, int]]:
    """The dark modules that a drawing makes."""
    strokes = re.findall(r"M(\d+) (\d+)\.5h(\d+)", path)
    assert "".join(f"M{x} {y}.5h{length}" for x, y, length in strokes) == path
    return {(int(x) + step, int(y)) for x, y, length in strokes for step in range(int(length))}


@pytest.mark.parametrize("link", [LINK, "http://localhost:8000/campagnes/DECOUV123", "https://x.fr/" + "a" * 300])
def test_the_drawing_is_the_qr_code_of_the_link(link: str) -> None:
    code, matrix = qr_code(link), segno.make_qr(link, error="m").matrix
    assert code.size == len(matrix) + 8, "four light modules on each side"
    dark = {(x + 4, y + 4) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert drawn(code.path) == dark
    svg = qr_svg(link).decode()
    assert f"<title>{link}</title>" in svg
    assert "<script" not in svg


async def test_the_qr_code_is_in_the_page_and_a_file(martine: httpx.AsyncClient, new_campaign: NewOne) -> None:
    number = await new_campaign()
    page = (await martine.get(f"/orga/campagnes/{number}")).text
    assert re.search(rf'role="img" aria-label="QR code du lien direct {LINK}"', page)
    assert qr_code(LINK).path in page
    file = await martine.get(f"/orga/campagnes/{number}/qr.svg")
    assert file.headers["content-type"].startswith("image/svg+xml")
    assert file.headers["content-disposition"] == 'attachment; filename="QR-KXMTRB742.svg"'
    assert file.content == qr_svg(LINK)


async def test_the_sheet_says_in_plain_words_what_to_do(martine: httpx.AsyncClient, new_campaign: NewOne) -> None:
    number = await new_campaign(title="UE 173", external_id_label="Numéro de l’étudiant", closes_on=date(2099, 1, 31))
    page = (await martine.get(f"/orga/campagnes/{number}/fiche")).text
    words = spoken(page)
    assert "<h1" in page
    for one in ("Université Blaison", "UE 173", "KXMTRB742", "pix.test/campagnes", "Numéro de l’étudiant"):
        assert one in words
    assert "« J’envoie mes résultats »" in words
    assert "Ouvert jusqu’au 31 janvier 2099" in words
    assert qr_code(LINK).path in page


async def test_the_sheet_of_a_request_for_profiles(martine: httpx.AsyncClient, new_campaign: NewOne) -> None:
    page = (await martine.get(f"/orga/campagnes/{await new_campaign(kind='profiles', title='')}/fiche")).text
    assert "Envoyez votre profil Pix" in page


@pytest.mark.parametrize("path", ["", "/fiche", "/qr.svg", "/modification", "/suppression"])
async def test_a_stranger_finds_nothing(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne, path: str) -> None:
    number = await new_campaign()
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    assert (await client.get(f"/orga/campagnes/{number}{path}")).status_code == 404
