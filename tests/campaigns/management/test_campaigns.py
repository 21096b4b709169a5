"""The list: in alphabetical order, sorted, filtered, page by page."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from app.accounts.identity import unaccented
from app.campaigns import campaigns, participations
from app.campaigns.campaigns import NewCampaign
from app.campaigns.queries import campaign_by_code
from app.campaigns.tables import Campaign, Participation
from app.content.index import ContentIndex
from app.demo.classes import taker
from app.lib.clock import now
from app.persistence.engine import Database
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.evaluation.learner import HTMX

LIST = "/orga/campagnes"

Made = Callable[..., Awaitable[list[int]]]


@pytest.fixture
async def made(world: ContentIndex, cast: Cast) -> Made:
    """`await made("B", "a", owner="paul")`: campaigns of those names at Blaison, each a day younger."""
    blaison = await cast.blaison()

    async def create(*names: str, owner: str = "martine", **options: Any) -> list[int]:
        found = []
        for rank, name in enumerate(names):
            new = NewCampaign(blaison, await cast.person(owner), name, target="decouverte", **options)
            found.append(await campaigns.create(new, now() - timedelta(days=90 - rank)))
        return found

    return create


@pytest.fixture
async def martine(client: httpx.AsyncClient, cast: Cast) -> httpx.AsyncClient:
    """Martine's browser, in Orga."""
    await cast.blaison()
    await cast.sign_in(client, "martine")
    return client


async def names(client: httpx.AsyncClient, query: str = "") -> list[str]:
    """The names of the list, from top to bottom."""
    answer = await client.get(f"{LIST}?{query}")
    assert answer.status_code == 200
    return re.findall(r'<a href="/orga/campagnes/\d+">(.*?)</a>', answer.text)


async def test_it_is_alphabetical_whatever_the_case_and_accents(martine: httpx.AsyncClient, made: Made) -> None:
    await made("zoé", "Échecs", "eau", "Madame Villo", "madame antony", "Éveil", "école")
    found = await names(martine)
    assert len(found) == 7
    assert found == sorted(found, key=unaccented)


async def test_each_column_sorts_both_ways(martine: httpx.AsyncClient, cast: Cast, made: Made) -> None:
    first = await made("B", "A")
    await made("C", owner="paul")
    louise = taker(await cast.person("louise"))
    code = (await Campaign.select(Campaign.code).where(Campaign.id == first[0]))[0]["code"]
    begun = await participations.begin(await campaign_by_code(code), louise, "", now())
    await Participation.update({Participation.shared_at: now()}).where(Participation.id == begun.id)
    assert await names(martine, "sort=name") == ["A", "B", "C"]
    assert await names(martine, "sort=-name") == ["C", "B", "A"]
    assert await names(martine, "sort=owner") == ["A", "B", "C"]
    assert await names(martine, "sort=-owner") == ["C", "A", "B"]
    assert await names(martine, "sort=created") == ["B", "C", "A"]
    assert await names(martine, "sort=-created") == ["A", "C", "B"]
    assert (await names(martine, "sort=-participants"))[0] == "B"
    assert (await names(martine, "sort=-received"))[0] == "B"
    codes = {row["name"]: row["code"] for row in await Campaign.select(Campaign.name, Campaign.code)}
    assert await names(martine, "sort=code") == sorted(codes, key=lambda name: codes[name])
    assert await names(martine, "sort=password") == ["A", "B", "C"]


async def test_the_sorted_column_says_so_and_leads_the_other_way(martine: httpx.AsyncClient, made: Made) -> None:
    await made("A")
    page = (await martine.get(LIST)).text
    assert page.count("aria-sort=") == 1
    assert '<th scope="col" aria-sort="ascending"><a href="/orga/campagnes?sort=-name"' in page
    page = (await martine.get(f"{LIST}?sort=-created&name=a")).text
    assert 'aria-sort="descending"><a href="/orga/campagnes?name=a&amp;sort=created"' in page


async def test_filters_combine(martine: httpx.AsyncClient, cast: Cast, made: Made) -> None:
    await made("UE 172 été", "UE 173 hiver")
    await made("UE 172 de Paul", "Autre", owner="paul")
    archived = await made("UE 172 finie")
    await campaigns.archive(archived[0], cast.ids["martine"], now())
    assert await names(martine, "name=ue+172") == ["UE 172 de Paul", "UE 172 été"]
    assert await names(martine, "name=ETE") == ["UE 172 été"]
    assert await names(martine, "name=172&mine=yes") == ["UE 172 été"]
    assert await names(martine, "owner=VILLO") == ["Autre", "UE 172 de Paul"]
    assert await names(martine, "owner=paul+villo&name=172") == ["UE 172 de Paul"]
    assert await names(martine, "owner=paul&mine=yes") == []
    assert await names(martine, "owner=exemple.fr") == [], "an address is not a name"
    assert await names(martine, "status=archived&name=172") == ["UE 172 finie"]
    assert await names(martine, "status=archived&name=hiver") == []


async def test_the_tabs_count_what_the_filters_leave(martine: httpx.AsyncClient, cast: Cast, made: Made) -> None:
    ids = await made("UE 172", "UE 173", "Autre")
    await campaigns.archive(ids[1], cast.ids["martine"], now())
    page = (await martine.get(LIST)).text
    assert "Actives (2)" in page
    assert "Archivées (1)" in page
    page = (await martine.get(f"{LIST}?name=ue")).text
    assert "Actives (1)" in page
    assert "Archivées (1)" in page
    assert 'href="/orga/campagnes?name=ue&amp;status=archived"' in page


@pytest.mark.parametrize("typed", ["%", "_", "!", "UE%", "'", "\\", "{}", "%s", "100 %"])
async def test_signs_in_a_filter_are_only_signs(martine: httpx.AsyncClient, made: Made, typed: str) -> None:
    await made("UE 172", f"Groupe {typed} A")
    answer = await martine.get(LIST, params={"name": typed})
    assert re.findall(r'<a href="/orga/campagnes/\d+">', answer.text) != []
    found = await martine.get(LIST, params={"name": typed, "owner": typed})
    assert not re.findall(r'<a href="/orga/campagnes/\d+">', found.text)


async def test_filters_are_cleared_in_one_go(martine: httpx.AsyncClient, made: Made) -> None:
    await made("A")
    assert "Effacer les filtres" not in (await martine.get(LIST)).text
    page = (await martine.get(f"{LIST}?name=rien")).text
    assert "Aucune campagne ne correspond" in page
    assert '<a href="/orga/campagnes">Effacer les filtres</a>' in page


async def test_pages(martine: httpx.AsyncClient, made: Made) -> None:
    await made(*(f"UE {number:03}" for number in range(1, 28)))
    assert len(await names(martine)) == 25
    assert await names(martine, "page=2") == ["UE 026", "UE 027"]
    assert await names(martine, "page=3&taille=10") == [f"UE {number:03}" for number in range(21, 28)]
    assert len(await names(martine, "taille=50")) == 27
    page = (await martine.get(f"{LIST}?name=ue&sort=-name&page=2")).text
    assert "26 à 27 sur 27" in page
    assert "/orga/campagnes?name=ue&amp;sort=-name&amp;page=1" in page
    assert len(await names(martine, "page=99&taille=13")) == 2


async def test_figures_are_those_of_the_campaign(martine: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    """Participants: neither replaced, nor deleted, nor trials. Received: people who sent at least once."""
    number = await new_campaign(multiple_sendings=True)
    campaign, at = await campaign_by_code("KXMTRB742"), now()
    for name in ("louise", "karim", "ada", "paul"):
        trial = name == "paul"
        await participations.begin(campaign, taker(await cast.person(name)), "", at, trial=trial)
    user = {name: cast.ids[name] for name in ("louise", "karim", "ada", "paul")}
    await Participation.update({Participation.shared_at: at}).where(
        Participation.user.is_in([user["louise"], user["ada"], user["paul"]])
    )
    await Participation.update({Participation.replaced_at: at}).where(Participation.user == user["louise"])
    row = (await Participation.select(Participation.learner).where(Participation.user == user["louise"]))[0]
    await Participation.insert(
        Participation(campaign=number, user=user["louise"], learner=row["learner"], attempt=2, started_at=at)
    )
    await Participation.update({Participation.deleted_at: at}).where(Participation.user == user["ada"])
    line = re.search(r'<td class="n">(.*?)</td><td><span class="pct">(\d+) ', (await martine.get(LIST)).text)
    assert line
    assert line.groups() == ("2", "1"), "Louise and Karim; Louise sent once and began again"
    page = (await martine.get(f"{LIST}/{number}")).text
    assert "<dt>Participants</dt><dd>2</dd>" in page
    assert "<dt>Résultats reçus</dt><dd>1</dd>" in page


async def test_nobody_yet_is_a_dash(martine: httpx.AsyncClient, made: Made) -> None:
    await made("A")
    assert '<td class="n">-</td><td>-</td>' in (await martine.get(LIST)).text


async def test_an_empty_list_invites_to_create(martine: httpx.AsyncClient) -> None:
    page = (await martine.get(LIST)).text
    assert "Aucune campagne pour l’instant" in page
    assert page.count('href="/orga/campagnes/creation"') == 2
    assert "Filtrer" not in page


async def test_all_archived_is_said(martine: httpx.AsyncClient, cast: Cast, made: Made) -> None:
    ids = await made("A")
    assert "Aucune campagne archivée" in (await martine.get(f"{LIST}?status=archived")).text
    await campaigns.archive(ids[0], cast.ids["martine"], now())
    assert "Aucune campagne active" in (await martine.get(LIST)).text


async def test_campaigns_of_another_organisation_are_not_there(
    martine: httpx.AsyncClient, cast: Cast, made: Made
) -> None:
    await made("A")
    elsewhere = await cast.elsewhere()
    new = NewCampaign(elsewhere, cast.ids["nadia"], "Celle de Nadia", target="decouverte")
    await campaigns.create(new, now())
    assert await names(martine) == ["A"]


async def test_the_swap_is_the_page(martine: httpx.AsyncClient, made: Made) -> None:
    await made("A", "B")
    from tests.house.swap import assert_swap_equals

    before = await martine.get(LIST)
    for query in ("sort=-name", "name=a", "status=archived", "name=rien"):
        answer = await martine.get(f"{LIST}?{query}", headers=HTMX)
        after = await martine.get(f"{LIST}?{query}")
        assert_swap_equals(before.text, answer.text, after.text)


async def test_the_number_of_queries_does_not_depend_on_the_campaigns(
    martine: httpx.AsyncClient, made: Made, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await made("A")
    few = await _queries(martine, database, monkeypatch)
    await made(*(f"UE {number}" for number in range(40)), owner="paul")
    many = await _queries(martine, database, monkeypatch)
    assert 0 < few == many < 12


async def _queries(client: httpx.AsyncClient, database: Database, monkeypatch: pytest.MonkeyPatch) -> int:
    count = 0
    asked = type(database).run_querystring

    async def counted(self: Any, *args: Any, **options: Any) -> Any:
        nonlocal count
        count += 1
        return await asked(self, *args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(type(database), "run_querystring", counted)
        assert (await client.get(f"{LIST}?owner=a&taille=50")).status_code == 200
    return count
