"""A teacher follows her campaign: the list of participants."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import httpx
import pytest

from app.campaigns import participations, queries
from app.campaigns.tables import Participation
from app.demo.classes import taker
from app.evaluation import answers, runs
from app.evaluation.answers import Submission
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from app.persistence.engine import Database
from tests.campaigns.classroom import Classroom, Taker
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

CODE = "KXMTRB742"


@pytest.fixture
async def campaign(new_campaign: NewOne) -> int:
    return await new_campaign(CODE, external_id_label="Numéro de l’étudiant", target="1.1")


@pytest.fixture
async def page(client: httpx.AsyncClient, cast: Cast, campaign: int) -> str:
    """The address of the list, Martine signed in."""
    await cast.sign_in(client, "martine")
    return f"/orga/campagnes/{campaign}/participants"


@pytest.fixture
async def takers(campaign: int) -> dict[str, Taker]:
    """A class in every state."""
    del campaign
    room, began = Classroom(CODE), now() - timedelta(days=3)
    return {
        "ines": await room.takes("Inès", "Moreau", answers=2, external_id="B12", group="TD 2", at=began),
        "elise": await room.takes("Élise", "Ferry", external_id="A7", group="TD 10"),
        "tom": await room.takes("Tom", "Gauthier", external_id="C3", send=True, level=1.0),
        "zoe": await room.takes("Zoé", "D'Angelo", external_id="D4", send=True, group="TD 2", level=9.0),
        "malik": await room.takes("Malik", "Ferry", answers=1, external_id="E5", group="TD 10"),
    }


async def last_names(client: httpx.AsyncClient, address: str) -> list[str]:
    """First names, in the order of the list."""
    response = await client.get(address)
    assert response.status_code == 200
    return names_of(response.text)


def names_of(html: str) -> list[str]:
    return [
        unescape(one) for one in re.findall(r'<tr id="participant-\d+">\s*<th.*?</th>\s*<td>(.*?)</td>', html, re.S)
    ]


async def test_each_participant_is_under_way_waiting_or_has_a_result(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker]
) -> None:
    html = (await client.get(page)).text
    rows = {name: " ".join(re.sub("<[^>]+>", " ", row).split()) for name, row in rows_of(html, takers).items()}
    assert "Moreau Inès B12 TD 2 En cours de test" in rows["ines"]
    assert "En attente 100 %" in rows["elise"]
    assert "Résultats reçus" in rows["tom"]
    sent = await Participation.select(Participation.validated).where(Participation.id == takers["zoe"].participation)
    skills = 7
    percent = (200 * sent[0]["validated"] + skills) // (2 * skills)
    assert f"Résultats reçus 100 % {percent} % " in rows["zoe"]
    assert "D’Angelo" in rows["zoe"]


def rows_of(html: str, takers: dict[str, Taker]) -> dict[str, str]:
    found = dict(re.findall(r'<tr id="participant-(\d+)">(.*?)</tr>', html, re.S))
    return {name: unescape(found[str(one.participation)]) for name, one in takers.items()}


async def test_the_figures_are_those_of_a_recount(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker]
) -> None:
    html = (await client.get(page)).text
    rows = await Participation.raw(
        "SELECT p.shared_at, a.completed_at FROM participation p JOIN assessment a ON a.id = p.assessment"
    )
    states = ["shared" if one["shared_at"] else "waiting" if one["completed_at"] else "going" for one in rows]
    shown = re.findall(
        r'<th scope="row"><span class="key k\d"></span><a [^>]+>(.*?)</a></th><td class="n">(\d+)</td>', html
    )
    assert dict(shown) == {
        "Résultats reçus": str(states.count("shared")),
        "En attente d’envoi": str(states.count("waiting")),
        "En cours de test": str(states.count("going")),
    }
    assert len(takers) == len(rows) == 5
    assert "<dt>Participants</dt><dd>5</dd>" in html
    assert "<dt>Résultats reçus</dt><dd>2</dd>" in html
    assert "2 personnes n’ont pas terminé" in html
    assert "1 personne n’a pas envoyé" in html


async def test_nobody_yet(client: httpx.AsyncClient, page: str) -> None:
    html = (await client.get(page)).text
    assert "Personne n’a encore commencé" in html
    assert CODE in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("statut=en-cours", {"Inès", "Malik"}),
        ("statut=en-attente", {"Élise"}),
        ("statut=en-cours&statut=en-attente", {"Inès", "Élise", "Malik"}),
        ("statut=recus&groupe=TD 2", {"Zoé"}),
        ("groupe=TD 2&groupe=TD 10", {"Inès", "Élise", "Zoé", "Malik"}),
        ("q=FÉRRY", {"Élise", "Malik"}),
        ("q=elise ferry", {"Élise"}),
        ("q=rr", {"Élise", "Malik"}),
        ("q=ferry&statut=en-cours", {"Malik"}),
        ("q=%25", set()),
        ("q=_", set()),
        ("q=!", set()),
        ("statut=rien&groupe=", {"Inès", "Élise", "Tom", "Zoé", "Malik"}),
        ("groupe=ailleurs", set()),
    ],
)
async def test_filters_combine(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker], query: str, expected: set[str]
) -> None:
    assert takers
    assert set(await last_names(client, f"{page}?{query}")) == expected


async def test_what_was_filtered_is_told_and_can_be_cleared(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker]
) -> None:
    assert takers
    html = (await client.get(f"{page}?q=Fé&statut=en-cours&groupe=TD 10")).text
    assert 'value="Fé"' in html
    assert 'value="en-cours" checked' in html
    assert 'value="TD 10" checked' in html
    assert "Effacer" in html
    assert (await client.get(f"{page}?q=personne")).text.count("Effacer les filtres") == 1


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", ["Zoé", "Élise", "Malik", "Tom", "Inès"]),
        ("-nom", ["Inès", "Tom", "Malik", "Élise", "Zoé"]),
        ("prenom", ["Élise", "Inès", "Malik", "Tom", "Zoé"]),
        ("-prenom", ["Zoé", "Tom", "Malik", "Inès", "Élise"]),
        ("identifiant", ["Élise", "Inès", "Tom", "Zoé", "Malik"]),
        ("groupe", ["Élise", "Malik", "Zoé", "Inès", "Tom"]),
        ("-groupe", ["Zoé", "Inès", "Élise", "Malik", "Tom"]),
        ("statut", ["Malik", "Inès", "Élise", "Zoé", "Tom"]),
        ("-resultat", ["Zoé", "Tom", "Élise", "Malik", "Inès"]),
        ("resultat", ["Tom", "Zoé", "Élise", "Malik", "Inès"]),
        ("commence", ["Inès", "Élise", "Tom", "Zoé", "Malik"]),
        ("n'importe quoi", ["Zoé", "Élise", "Malik", "Tom", "Inès"]),
    ],
)
async def test_each_column_sorts(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker], sort: str, expected: list[str]
) -> None:
    assert takers
    assert await last_names(client, f"{page}?tri={sort}") == expected


async def test_progression_sorts_by_what_is_shown(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker]
) -> None:
    assert takers
    for sort, reverse in (("avancement", False), ("-avancement", True)):
        html = (await client.get(f"{page}?tri={sort}")).text
        shown = [int(one) for one in re.findall(r'<progress max="100" value="(\d+)"', html)]
        assert shown == sorted(shown, reverse=reverse)
        assert len(set(shown)) > 1


async def test_the_column_in_use_says_so(client: httpx.AsyncClient, page: str, takers: dict[str, Taker]) -> None:
    assert takers
    html = (await client.get(f"{page}?tri=-prenom")).text
    assert re.findall(r'aria-sort="(\w+)"><a href="([^"]+)"', html) == [("descending", f"{page}?tri=prenom")]


async def test_pages_keep_the_filters(client: httpx.AsyncClient, page: str, campaign: int) -> None:
    assert campaign
    room = Classroom(CODE)
    for rank in range(12):
        await room.takes("Ana", f"Aa{chr(97 + rank)}", answers=0, external_id="x")
    first = await client.get(f"{page}?taille=10&q=ana")
    assert len(names_of(first.text)) == 10
    assert f'href="{page}?taille=10&amp;q=ana&amp;page=2#followup-list"' in first.text
    second = await client.get(f"{page}?taille=10&q=ana&page=2")
    assert len(names_of(second.text)) == 2
    assert "11 à 12 sur 12" in second.text
    assert len(names_of((await client.get(f"{page}?taille=10&page=999")).text)) == 2


async def test_as_many_queries_for_two_as_for_twenty(
    client: httpx.AsyncClient, page: str, database: Database, campaign: int
) -> None:
    assert campaign
    room = Classroom(CODE)
    spent: dict[str, list[int]] = {"nom": [], "avancement": [], "resultat": []}
    for number in (2, 18):
        for rank in range(number):
            name = f"Bb{number}{chr(97 + rank)}"
            sends = rank % 3 == 2
            await room.takes("Ana", name, answers=None if sends else rank % 3, external_id="x", send=sends)
        for sort, counts in spent.items():
            await client.get(f"{page}?tri={sort}")
            before = database.query_id
            await client.get(f"{page}?tri={sort}")
            counts.append(database.query_id - before)
    assert all(few == many for few, many in spent.values()), spent


async def test_sendings_of_a_campaign_that_takes_several(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    number = await new_campaign(CODE, multiple_sendings=True, target="1.1")
    room, past = Classroom(CODE), now() - timedelta(days=10)
    ines = await room.takes("Inès", "Moreau", send=True, level=1.0, at=past)
    await cast.sign_in(client, "martine")
    again = await room.takes("", "", user=ines.user, answers=1)
    html = (await client.get(f"/orga/campagnes/{number}/participants")).text
    assert names_of(html) == ["Inès"]
    assert f'id="participant-{again.participation}"' in html
    assert "En cours de test" in html
    assert "envoi précédent" in html
    assert '<td class="n">1</td>' in html
    assert "<dt>Résultats reçus</dt><dd>1</dd>" in html


async def test_profiles_sent_show_pix_and_nothing_is_under_way(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    number = await new_campaign(CODE, kind="profiles", target="", title="")
    room = Classroom(CODE)
    sent = await room.takes("Inès", "Moreau", send=True)
    await room.takes("Tom", "Gauthier")
    await Participation.update({Participation.pix: 312, Participation.certifiable: True}).where(
        Participation.id == sent.participation
    )
    await cast.sign_in(client, "martine")
    html = (await client.get(f"/orga/campagnes/{number}/participants")).text
    assert "<strong>312</strong>" in html
    assert "Certifiable" in html
    assert "Profil reçu" in html
    assert "Avancement" not in html
    assert "n’ont pas terminé" not in html


async def test_trials_and_other_campaigns_are_not_there(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker], new_campaign: NewOne
) -> None:
    await new_campaign("BBBBBB222")
    await Classroom("BBBBBB222").takes("Ada", "Ailleurs", send=True)
    await Participation.update({Participation.trial: True}).where(Participation.id == takers["tom"].participation)
    html = (await client.get(page)).text
    assert "Tom" not in names_of(html)
    assert "Ada" not in names_of(html)
    assert "<dt>Participants</dt><dd>4</dd>" in html
    assert "Les essais de l’équipe ne sont pas comptés" in html


@pytest.mark.parametrize("name", ["martine", "paul", "helene"])
async def test_the_whole_team_sees_it(client: httpx.AsyncClient, cast: Cast, campaign: int, name: str) -> None:
    await cast.sign_in(client, name)
    assert (await client.get(f"/orga/campagnes/{campaign}/participants")).status_code == 200


async def test_a_stranger_finds_nothing(client: httpx.AsyncClient, cast: Cast, campaign: int) -> None:
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    assert (await client.get(f"/orga/campagnes/{campaign}/participants")).status_code == 404
    assert (await client.get("/orga/campagnes/999999/participants")).status_code == 404
    assert (await client.get(f"/orga/campagnes/{2**40}/participants")).status_code == 404


async def test_nobody_without_signing_in(client: httpx.AsyncClient, campaign: int) -> None:
    response = await client.get(f"/orga/campagnes/{campaign}/participants")
    assert response.status_code == 303
    assert response.headers["location"].startswith("/connexion")


# Live


async def test_nothing_is_sent_as_long_as_nothing_moves(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker]
) -> None:
    assert takers
    first = await client.get(page, headers=HTMX)
    tag = first.headers["etag"]
    assert tag.startswith('W/"')
    again = await client.get(page, headers={**HTMX, "If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag


async def _answers(takers: dict[str, Taker], name: str) -> None:
    one = takers[name]
    run = await runs.load(one.assessment, one.user)
    await answers.answer(one.assessment, one.user, Submission(run.challenge, "jeton", {}, True), now())


async def _sends(takers: dict[str, Taker]) -> None:
    facts = await queries.campaign_by_code(CODE)
    await participations.share(facts, taker(takers["elise"].user), now())


async def _begins(takers: dict[str, Taker]) -> None:
    assert takers
    await Classroom(CODE).takes("Noé", "Petit", answers=0, external_id="F6")


MOVES: dict[str, Callable[[dict[str, Taker]], Any]] = {
    "an answer": lambda takers: _answers(takers, "ines"),
    "a sending": _sends,
    "a beginning": _begins,
}


@pytest.mark.parametrize("move", MOVES)
async def test_as_soon_as_something_moves_the_page_does(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker], move: str
) -> None:
    before = await client.get(page)
    tag = (await client.get(page, headers=HTMX)).headers["etag"]
    await MOVES[move](takers)
    answer = await client.get(page, headers={**HTMX, "If-None-Match": tag})
    assert answer.status_code == 200
    after = await client.get(page)
    assert after.text != before.text
    assert_swap_equals(before.text, answer.text, after.text, target="#followup-participants", swap="outerHTML")


async def test_the_page_asks_for_what_it_shows(client: httpx.AsyncClient, page: str, takers: dict[str, Taker]) -> None:
    assert takers
    html = (await client.get(f"{page}?statut=en-cours&tri=-prenom&taille=10")).text
    address = f"{page}?statut=en-cours&amp;tri=-prenom&amp;taille=10"
    assert f'hx-get="{address}" hx-trigger="every 20s"' in html
    assert f'<a href="{address}">Actualiser</a>' in html


async def test_filtering_swapped_is_the_page_of_the_filter(
    client: httpx.AsyncClient, page: str, takers: dict[str, Taker]
) -> None:
    assert takers
    before = await client.get(page)
    address = f"{page}?q=ferry&tri=-nom"
    answer, after = await client.get(address, headers=HTMX), await client.get(address)
    assert_swap_equals(before.text, answer.text, after.text, target="#followup-participants", swap="outerHTML")


async def test_what_one_member_may_do_is_not_kept_for_another(
    client: httpx.AsyncClient,
    open_client: Callable[[], httpx.AsyncClient],
    cast: Cast,
    page: str,
    takers: dict[str, Taker],
) -> None:
    assert takers
    tag = (await client.get(page, headers=HTMX)).headers["etag"]
    paul = open_client()
    await cast.sign_in(paul, "paul")
    answer = await paul.get(page, headers={**HTMX, "If-None-Match": tag})
    assert answer.status_code == 200
    assert "/suppression" not in answer.text


async def test_names_with_tags_are_text(client: httpx.AsyncClient, page: str, takers: dict[str, Taker]) -> None:
    await Learner.update({Learner.last_name: "<b>Ah</b> !", Learner.group: "« 3e : B »"}).where(
        Learner.id == takers["tom"].learner
    )
    html = (await client.get(page)).text
    assert "&lt;b&gt;Ah&lt;/b&gt;" in html
