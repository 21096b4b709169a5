"""The list of an organisation's learners."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import httpx
import pytest

from app.campaigns.tables import Campaign, Participation
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation
from app.persistence.engine import Database
from app.web.formats import local_time
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.campaigns.learners.conftest import PROFILES, TEST, University
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

LIST = "/orga/eleves"


@pytest.fixture
async def martine(client: httpx.AsyncClient, cast: Cast, university: University) -> httpx.AsyncClient:
    assert university
    await cast.sign_in(client, "martine")
    return client


def rows_of(html: str) -> dict[str, str]:
    """First name -> what her line says, in the order of the list."""
    found = re.findall(r'<tr>\s*<td><input class="pickbox".*?</tr>', html, re.DOTALL)
    lines = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in found]
    texts = [[" ".join(unescape(re.sub("<[^>]+>", " ", cell)).split()) for cell in line] for line in lines]
    return {cells[2]: " | ".join(cells[1:]) for cells in texts}


async def names(client: httpx.AsyncClient, query: str = "") -> list[str]:
    response = await client.get(f"{LIST}{query}")
    assert response.status_code == 200
    return list(rows_of(response.text))


async def test_everyone_who_took_part_with_her_last_journey(martine: httpx.AsyncClient) -> None:
    page = await martine.get(LIST)
    assert '<h1 tabindex="-1">Étudiants (4)</h1>' in page.text
    rows = rows_of(page.text)
    today = f"{local_time(now()):%d/%m/%Y}"
    assert rows["Inès"].startswith(f"Moreau | Inès | TD 2 | 2 | Profils commencé le {today} | Profil reçu")
    assert f"Certifiable profil envoyé le {today}" in rows["Inès"]
    assert rows["Élise"] == (
        f"Ferry | Élise | TD 10 | 1 | UE 173 commencé le {today} | En cours de test | Non communiqué"
    )
    assert rows["Tom"].startswith("Gauthier | Tom | – | 1 |")
    assert "En attente" in rows["Tom"]
    assert "Pas encore" in rows["Zoé"]


@pytest.mark.parametrize(("kind", "words"), [("SCO", "Élèves"), ("SUP", "Étudiants"), ("PRO", "Participants")])
async def test_they_are_called_as_in_that_kind_of_organisation(
    martine: httpx.AsyncClient, kind: str, words: str
) -> None:
    await Organisation.update({Organisation.kind: kind}, force=True)
    html = (await martine.get(LIST)).text
    assert f"{words} (4)</h1>" in html
    assert f"<title>{words} – Université Blaison – Pix</title>" in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=ferry", {"Élise"}),
        ("?q=ELISE", {"Élise"}),
        ("?q=da+silva", {"Zoé"}),
        ("?q=%25", set()),
        ("?groupe=TD+10", {"Élise", "Zoé"}),
        ("?groupe=*", {"Tom"}),
        ("?groupe=*&groupe=TD+2", {"Tom", "Inès"}),
        ("?certifiable=oui", {"Inès"}),
        ("?certifiable=non", {"Zoé"}),
        ("?certifiable=inconnu", {"Élise", "Tom"}),
        ("?certifiable=oui&certifiable=non&groupe=TD+10", {"Zoé"}),
        ("?certifiable=rien", {"Inès", "Élise", "Tom", "Zoé"}),
    ],
)
async def test_filters_combine(martine: httpx.AsyncClient, query: str, expected: set[str]) -> None:
    assert set(await names(martine, query)) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", ["Zoé", "Élise", "Tom", "Inès"]),
        ("-nom", ["Inès", "Tom", "Élise", "Zoé"]),
        ("prenom", ["Élise", "Inès", "Tom", "Zoé"]),
        ("groupe", ["Zoé", "Élise", "Inès", "Tom"]),
        ("-groupe", ["Inès", "Zoé", "Élise", "Tom"]),
        ("-parcours", ["Inès", "Zoé", "Élise", "Tom"]),
        ("-certifiable", ["Inès", "Zoé", "Élise", "Tom"]),
        ("-dernier", ["Inès", "Zoé", "Tom", "Élise"]),
    ],
)
async def test_each_column_sorts(martine: httpx.AsyncClient, sort: str, expected: list[str]) -> None:
    assert await names(martine, f"?tri={sort}") == expected


async def test_the_newest_profile_says_who_is_certifiable(
    martine: httpx.AsyncClient, university: University, new_campaign: NewOne
) -> None:
    await new_campaign("RRRRRR222", name="Profils de mai", kind="profiles", target="", title="")
    long_ago = {Participation.shared_at: now() - timedelta(days=40)}
    await Participation.update(long_ago).where(Participation.shared_at.is_not_null())
    await Classroom("RRRRRR222").takes("", "", user=university.takers["ines"].user, send=True)
    assert "Pas encore" in rows_of((await martine.get(LIST)).text)["Inès"]
    await Campaign.update({Campaign.deleted_at: now()}).where(Campaign.code == "RRRRRR222")
    row = rows_of((await martine.get(LIST)).text)["Inès"]
    assert "| 2 |" in row
    assert "| Certifiable" in row


async def test_pages(martine: httpx.AsyncClient) -> None:
    room = Classroom(TEST)
    for rank in range(11):
        await room.takes("Ana", f"Aa{chr(97 + rank)}", answers=0)
    html = (await martine.get(f"{LIST}?taille=10&q=aa&page=2")).text
    assert "11 à 11 sur 11" in html
    assert "Étudiants (11)" in html


async def test_as_many_queries_for_two_as_for_twenty(martine: httpx.AsyncClient, database: Database) -> None:
    room, spent = Classroom(TEST), []
    for number in (1, 15):
        for rank in range(number):
            await room.takes("Ana", f"Bb{number}{chr(97 + rank)}", answers=0)
        counts = []
        for sort in ("nom", "prenom", "-dernier", "certifiable"):
            before = database.query_id
            await martine.get(f"{LIST}?tri={sort}")
            counts.append(database.query_id - before)
        spent.append(counts)
    assert spent[0] == spent[1]


async def test_filtering_swapped_is_the_page_of_the_filter(martine: httpx.AsyncClient) -> None:
    before, address = await martine.get(LIST), f"{LIST}?groupe=TD+10&tri=-nom"
    answer, after = await martine.get(address, headers=HTMX), await martine.get(address)
    assert_swap_equals(before.text, answer.text, after.text, target="#learners-list", swap="outerHTML")


async def test_those_who_left_and_those_of_others_are_not_there(
    martine: httpx.AsyncClient, university: University, cast: Cast
) -> None:
    elsewhere = await cast.elsewhere()
    await Learner.update({Learner.deleted_at: now()}).where(Learner.id == university.learner("tom"))
    await Learner.update({Learner.disabled_at: now()}).where(Learner.id == university.learner("zoe"))
    await Learner.update({Learner.organisation: elsewhere}).where(Learner.id == university.learner("elise"))
    assert await names(martine) == ["Inès"]


async def test_nobody_yet(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    page = await client.get(LIST)
    assert "Élèves (0)" in page.text
    assert "Personne pour l’instant" in page.text


async def test_for_the_team_only(client: httpx.AsyncClient, cast: Cast, university: University) -> None:
    assert university
    assert (await client.get(LIST)).headers["location"].startswith("/connexion")
    await cast.sign_in(client, "karim")
    assert (await client.get(LIST)).headers["location"].startswith("/orga")
    assert PROFILES
