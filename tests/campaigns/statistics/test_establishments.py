"""« Établissements »: what an academy knows of its establishments."""

from __future__ import annotations

import csv
import io
import re

import httpx
import pytest

from app.campaigns import campaigns
from app.campaigns.campaigns import NewCampaign
from app.campaigns.tables import Participation
from app.content.index import ContentIndex
from app.lib.clock import now
from app.organisations import organisations
from app.organisations.learners.tables import Learner
from app.organisations.tables import Membership, Organisation
from tests.campaigns.classroom import Classroom
from tests.cast import Cast

HERE = "/orga/statistiques/etablissements"
CODE = "KXMTRB742"


@pytest.fixture
async def academy(world: ContentIndex, cast: Cast) -> int:
    """Nadia's, with a university where people work, a school that nobody entered, one below it, one archived."""
    nadia = await cast.elsewhere()
    blaison = await cast.blaison()
    school = await organisations.create("École de l’Étang", "SCO", now())
    below = await organisations.create("=Annexe", "SCO", now())
    closed = await organisations.create("Fermée", "SCO", now())
    await Organisation.update({Organisation.archived_at: now()}).where(Organisation.id == closed)
    for child, parent in ((blaison, nadia), (school, nadia), (closed, nadia), (below, school)):
        await Organisation.update({Organisation.parent: parent}).where(Organisation.id == child)
    await Organisation.update({Organisation.external_id: "0511234A", Organisation.province: "051"}).where(
        Organisation.id == school
    )
    martine = await cast.person("martine")
    await campaigns.create(
        NewCampaign(organisation=blaison, owner=martine, name="UE", target="decouverte"), now(), code=CODE
    )
    await Classroom(CODE).takes("Inès", "Moreau", send=True)
    await Classroom(CODE).takes("Zoé", "Abadie", send=True)
    await Classroom(CODE).takes("Tom", "Villiers", answers=1)
    return nadia


def figures(html: str) -> list[str]:
    return re.findall(r"<dt>[^<]*</dt><dd>([^<]*)</dd>", html)


def names(html: str) -> list[str]:
    return [one.strip() for one in re.findall(r'<tr>\s*<th scope="row">([^<]*)', html)][:-1]


async def test_totals_and_each_establishment(client: httpx.AsyncClient, cast: Cast, academy: int) -> None:
    await cast.sign_in(client, "nadia")
    html = (await client.get(HERE)).text
    assert figures(html) == ["3", "1", "3", "1", "2"]
    assert sorted(names(html)) == ["=Annexe", "Université Blaison", "École de l’Étang"]
    assert "0511234A" in html
    assert html.count("Invitation à accepter") == 2
    assert "3 personnes" in html.replace("\u00a0", " ")


async def test_who_left_and_what_was_deleted_is_not_counted(
    client: httpx.AsyncClient, cast: Cast, academy: int
) -> None:
    await Membership.update({Membership.disabled_at: now()}).where(Membership.organisation == await cast.blaison())
    await Learner.update({Learner.disabled_at: now()}).where(Learner.first_name == "Tom")
    await Participation.update({Participation.deleted_at: now()}).where(Participation.id == 1)
    await cast.sign_in(client, "nadia")
    assert figures((await client.get(HERE)).text) == ["3", "0", "2", "1", "1"]


@pytest.mark.parametrize("column", ["nom", "type", "equipe", "personnes", "campagnes", "resultats"])
async def test_the_table_can_be_sorted(client: httpx.AsyncClient, cast: Cast, academy: int, column: str) -> None:
    await cast.sign_in(client, "nadia")
    up, down = [(await client.get(f"{HERE}?tri={sign}{column}")).text for sign in ("", "-")]
    assert 'aria-sort="ascending"' in up
    assert 'aria-sort="descending"' in down
    if column in ("personnes", "resultats"):
        assert names(up)[-1] == names(down)[0] == "Université Blaison"


async def test_a_file_of_the_same(client: httpx.AsyncClient, cast: Cast, academy: int) -> None:
    await cast.sign_in(client, "nadia")
    response = await client.get(f"{HERE}.csv")
    assert response.headers["content-type"].startswith("text/csv")
    assert re.search(r'filename="Etablissements-Lycee des Tilleuls-\d{4}-', response.headers["content-disposition"])
    text = response.content.decode("utf-8")
    assert text[0] == "\ufeff"
    table = list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))
    assert {one["Établissement"]: one["Invitation acceptée (O/N)"] for one in table} == {
        "'=Annexe": "Non",
        "École de l’Étang": "Non",
        "Université Blaison": "Oui",
    }
    blaison = next(one for one in table if one["Établissement"] == "Université Blaison")
    assert [blaison[name] for name in ("Membres de l’équipe", "Participants", "Campagnes", "Résultats reçus")] == [
        "3",
        "3",
        "1",
        "2",
    ]


async def test_a_group_finds_it_from_its_statistics(client: httpx.AsyncClient, cast: Cast, academy: int) -> None:
    await cast.sign_in(client, "nadia")
    assert f'href="{HERE}"' in (await client.get("/orga/statistiques")).text


@pytest.mark.parametrize("address", [HERE, f"{HERE}.csv"])
async def test_an_organisation_alone_has_no_such_page(
    client: httpx.AsyncClient, cast: Cast, academy: int, address: str
) -> None:
    await cast.sign_in(client, "martine")
    assert (await client.get(address)).status_code == 404
    assert HERE not in (await client.get("/orga/statistiques")).text


@pytest.mark.parametrize("address", [HERE, f"{HERE}.csv", "/orga/statistiques"])
async def test_a_visitor_signs_in_first(client: httpx.AsyncClient, cast: Cast, academy: int, address: str) -> None:
    response = await client.get(address)
    assert response.status_code == 303
    assert response.headers["location"].startswith("/connexion")


async def test_a_learner_is_told_that_orga_is_for_members(client: httpx.AsyncClient, cast: Cast, academy: int) -> None:
    await cast.sign_in(client, "louise")
    response = await client.get(HERE)
    assert response.status_code == 303
    assert response.headers["location"].split("?")[0] == "/orga"
