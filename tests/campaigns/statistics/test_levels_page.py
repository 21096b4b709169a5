"""« Statistiques »: the levels of all the learners of an organisation."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import httpx
import pytest

from app.campaigns.participations import read_snapshot
from app.campaigns.statistics import queries
from app.campaigns.tables import Campaign, Participation
from app.content.index import ContentIndex
from app.lib.clock import now
from app.persistence.engine import Database
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

CODE, OTHER = "KXMTRB742", "BCDFGH234"
HERE = "/orga/statistiques"


@pytest.fixture
async def campaigns(new_campaign: NewOne) -> tuple[int, int]:
    """Two campaigns: three people sent to the first, one of them to the second; someone has not sent."""
    first = await new_campaign(CODE, name="Seconde 4")
    second = await new_campaign(OTHER, name="Compétence 5.1", target="5.1")
    ines = await Classroom(CODE).takes("Inès", "Moreau", send=True, level=1.0)
    await Classroom(CODE).takes("Zoé", "Abadie", send=True, level=5.0)
    await Classroom(CODE).takes("Tom", "Villiers", send=True, level=2.0)
    await Classroom(CODE).takes("Malo", "Collet", answers=1)
    await Classroom(OTHER).takes("Inès", "Moreau", user=ines.user, send=True, level=3.0)
    return first, second


async def shown(client: httpx.AsyncClient, address: str = HERE) -> dict[str, tuple[int, str, str]]:
    """By line of the tables: people, level in words, share."""
    response = await client.get(address)
    assert response.status_code == 200, response.text
    found = {}
    for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", response.text, re.DOTALL):
        cells = [unescape(re.sub(r"<[^>]+>", " ", one)) for one in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        words = [" ".join(one.replace("\u202f", " ").replace("\u00a0", " ").split()) for one in cells]
        if len(words) == 5:
            found[words[0]] = (int(words[1]), words[2], words[3])
    return found


def figure(html: str, label: str) -> str:
    found = re.search(rf"<dt>{label}</dt><dd>([^<]*)</dd>", html)
    assert found, label
    return found[1]


def levels(html: str) -> list[float]:
    """Mean levels of the topics, in the order of the table."""
    topics = html[html.index('id="statistics-topics"') :]
    return [float(one.replace(",", ".")) for one in re.findall(r'<td class="n">([\d,]+)\s+sur', topics)]


async def test_figures_of_the_whole_organisation(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int]
) -> None:
    await cast.sign_in(client, "paul")
    html = (await client.get(HERE)).text
    labels = ("Participants", "Campagnes", "Participations", "Résultats reçus")
    assert [figure(html, one) for one in labels] == ["4", "2", "5", "4"]


async def test_levels_are_those_recounted_from_what_was_sent(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int], world: ContentIndex
) -> None:
    await cast.sign_in(client, "martine")
    table = await shown(client)
    sent = await Participation.select(Participation.learner, Participation.snapshot, Participation.campaign).where(
        Participation.shared_at.is_not_null()
    )
    for topic in ("alpha", "gamma", "delta"):
        highest: dict[int, int] = {}
        for one in sent:
            if one["campaign"] == campaigns[0] and topic == "delta":
                continue
            cap = 3 if topic == "alpha" else 4
            known = read_snapshot(one["snapshot"]).get(topic, {})
            if one["campaign"] == campaigns[1] and topic == "alpha":
                continue
            best = max([level for level, e in known.items() if e.validated and level <= cap], default=0)
            highest[one["learner"]] = max(best, highest.get(one["learner"], 0))
        title = world.topics[topic].title
        competence = world.competences[world.topics[topic].competence].name
        people, level, _ = table[f"{title} {competence}"]
        assert people == len(highest)
        mean = sum(highest.values()) / len(highest)
        assert float(level.split(" sur ")[0].replace(",", ".")) == pytest.approx(mean, abs=0.051)
    assert f"{world.topics['beta'].title} {world.competences['1.1'].name}" not in table, "nothing aimed at it"


async def test_an_area_a_campaign_or_a_period_may_be_chosen(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int], world: ContentIndex
) -> None:
    await cast.sign_in(client, "martine")
    gamma = f"{world.topics['gamma'].title} {world.competences['5.1'].name}"
    alpha = f"{world.topics['alpha'].title} {world.competences['1.1'].name}"
    everything = await shown(client)
    assert {alpha, gamma} <= set(everything)
    assert alpha not in await shown(client, f"{HERE}?domaine=5")
    assert (await shown(client, f"{HERE}?campagne={campaigns[1]}"))[gamma][0] == 1
    assert everything[gamma][0] == 3
    await Participation.update({Participation.shared_at: now() - timedelta(days=40)}).where(
        (Participation.campaign == campaigns[0]) & Participation.shared_at.is_not_null()
    )
    assert (await shown(client, f"{HERE}?periode=30-jours"))[gamma][0] == 1
    assert (await shown(client, f"{HERE}?periode=3-mois"))[gamma][0] == 3


async def test_months_are_in_charts_with_their_numbers(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int]
) -> None:
    await Participation.update({Participation.shared_at: now() - timedelta(days=62)}).where(
        Participation.campaign == campaigns[1]
    )
    await cast.sign_in(client, "martine")
    html = (await client.get(HERE)).text
    assert html.count('role="img"') == 2
    sendings, mastery = (
        re.findall(r'<th scope="row">[^<]* \d{4}</th><td class="n">([^<]*)</td>', one)
        for one in re.findall(r"<details>.*?</details>", html, re.DOTALL)
        if 'scope="row"' in one
    )
    assert len(sendings) == len(mastery) == 6
    assert sorted(sendings) == ["0", "0", "0", "0", "1", "3"]
    assert sendings[-1] == "3"
    assert [one == "–" for one in mastery] == [one == "0" for one in sendings]
    assert all(0 <= int(one) <= 100 for one in mastery if one != "–")


async def test_trials_and_deleted_results_are_not_counted(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int]
) -> None:
    await cast.sign_in(client, "martine")
    before = (await client.get(HERE)).text
    trial = await Classroom(CODE).takes("Martine", "Antony", send=True)
    gone = await Classroom(CODE).takes("Léa", "Petit", send=True)
    await Participation.update({Participation.trial: True}).where(Participation.id == trial.participation)
    await Participation.update({Participation.deleted_at: now()}).where(Participation.id == gone.participation)
    after = (await client.get(HERE)).text
    for label in ("Participants", "Participations", "Résultats reçus"):
        assert figure(before, label) == figure(after, label)
    assert (await shown(client)) == await shown(client, f"{HERE}?domaine=zzz")
    await Campaign.update({Campaign.deleted_at: now()}).where(Campaign.id == campaigns[0])
    assert figure((await client.get(HERE)).text, "Résultats reçus") == "1"


async def test_topics_can_be_sorted_and_paged(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int]
) -> None:
    await cast.sign_in(client, "martine")
    for column in ("sujet", "personnes", "niveau", "part"):
        up, down = [(await client.get(f"{HERE}?tri={sign}{column}")).text for sign in ("", "-")]
        assert 'aria-sort="ascending"' in up
        assert 'aria-sort="descending"' in down
    up, down = [levels((await client.get(f"{HERE}?tri={sign}niveau")).text) for sign in ("", "-")]
    assert up == down[::-1]
    assert up == sorted(up)
    assert len(set(up)) > 1, "a case that says something"


async def test_a_filter_swaps_what_a_reload_would_show(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int]
) -> None:
    await cast.sign_in(client, "martine")
    before = (await client.get(HERE)).text
    address = f"{HERE}?domaine=5&tri=-niveau"
    fragment = (await client.get(address, headers=HTMX)).text
    after = (await client.get(address)).text
    minutes = re.compile(r"à jour le[^<]*")
    before, fragment, after = (minutes.sub("", one) for one in (before, fragment, after))
    assert_swap_equals(before, fragment, after, target="#statistics-levels", swap="outerHTML")


async def test_profiles_count_as_sendings(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> None:
    await new_campaign(CODE, kind="profiles", target="", title="")
    await Classroom(CODE).takes("Inès", "Moreau", send=True)
    await cast.sign_in(client, "martine")
    html = (await client.get(HERE)).text
    assert "Ces envois sont des profils" in html
    assert figure(html, "Résultats reçus") == "1"


async def test_without_results_the_page_says_what_will_come(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.blaison()
    await cast.sign_in(client, "martine")
    html = (await client.get(HERE)).text
    assert "Pas encore de résultats" in html
    assert '<form class="filters"' not in html


async def test_a_filter_without_results_says_so(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int]
) -> None:
    await Participation.update({Participation.shared_at: now() - timedelta(days=900)}).where(Participation.id > 0)
    await cast.sign_in(client, "martine")
    assert "Aucun résultat ne correspond" in (await client.get(f"{HERE}?periode=30-jours")).text


async def test_the_campaign_of_others_does_not_exist(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int]
) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    assert (await client.get(f"{HERE}?campagne={campaigns[0]}")).status_code == 404
    assert "Pas encore de résultats" in (await client.get(HERE)).text


@pytest.mark.parametrize("query", ["domaine=9", "domaine=%ff", "campagne=x", "periode=toujours", "tri=-zzz", "page=-1"])
async def test_nonsense_is_nothing_asked(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int], query: str
) -> None:
    await cast.sign_in(client, "martine")
    assert await shown(client, f"{HERE}?{query}") == await shown(client)


async def test_more_learners_cost_no_statement(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int], database: Database
) -> None:
    await cast.sign_in(client, "martine")
    spent = []
    for name in ("Un", "Deux", "Trois"):
        before = database.query_id
        await client.get(HERE)
        spent.append(database.query_id - before)
        for number in range(3):
            await Classroom(CODE).takes(name, f"N{number}", send=True)
    assert len(set(spent)) == 1


async def test_results_read_in_several_times_give_the_same(
    client: httpx.AsyncClient, cast: Cast, campaigns: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    await cast.sign_in(client, "martine")
    at_once = await shown(client)
    for size in (1, 2, 4):
        monkeypatch.setattr(queries, "MOST_AT_ONCE", size)
        assert await shown(client) == at_once
