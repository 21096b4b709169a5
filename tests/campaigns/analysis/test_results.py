"""A teacher reads the results of her campaign, together and one by one."""

from __future__ import annotations

from datetime import timedelta

import httpx
import pytest

from app.campaigns.tables import Participation
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from app.persistence.engine import Database
from tests.campaigns.analysis.conftest import CODE, Sent
from tests.campaigns.analysis.screen import table
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.cast import Cast
from tests.evaluation.learner import HTMX
from tests.house.swap import assert_swap_equals

EVERYONE = ["Férry", "Gauthier", "Kaya", "Moreau", "Zola"]


async def names(client: httpx.AsyncClient, address: str, column: str = "Nom") -> list[str]:
    response = await client.get(address)
    assert response.status_code == 200
    return [row[column] for row in table(response.text, "Résultats reçus")]


async def test_only_what_was_sent_is_there(client: httpx.AsyncClient, sent: Sent) -> None:
    html = (await client.get(f"{sent.home}/resultats")).text
    assert [row["Nom"] for row in table(html, "Résultats reçus")] == EVERYONE
    assert "Sur les 5 personnes qui ont envoyé leurs résultats, parmi 7 participants." in html.replace("\xa0", " ")
    assert "Malik" not in html
    assert "Léna" not in html


async def test_as_long_as_nothing_is_sent_the_pages_say_what_will_come(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    campaign = await new_campaign(CODE)
    await Classroom(CODE).takes("Malik", "Férry")
    await cast.sign_in(client, "martine")
    for page in ("resultats", "analyse", "questions"):
        html = (await client.get(f"/orga/campagnes/{campaign}/{page}")).text
        assert "En attente de résultats" in html
        assert CODE in html


async def test_each_has_the_result_she_sent(client: httpx.AsyncClient, sent: Sent) -> None:
    rows = table((await client.get(f"{sent.home}/resultats")).text, "Résultats reçus")
    results = {row["Nom"]: row["Résultat"] for row in rows}
    assert results["Gauthier"] == "100 %"
    zoe = await Participation.select(Participation.validated).where(
        Participation.id == sent.takers["zoe"].participation
    )
    assert results["Zola"] == f"{int(100 * zoe[0]['validated'] / 6 + 0.5)} %"
    assert {row["Nom"]: row["Numéro de l’étudiant"] for row in rows}["Kaya"] == "E3"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("nom", ["Élise", "Tom", "Deniz", "Inès", "Zoé"]),
        ("-nom", ["Zoé", "Inès", "Deniz", "Tom", "Élise"]),
        ("prenom", ["Deniz", "Élise", "Inès", "Tom", "Zoé"]),
        ("identifiant", ["Tom", "Deniz", "Élise", "Zoé", "Inès"]),
        ("groupe", ["Tom", "Deniz", "Élise", "Inès", "Zoé"]),
        ("-groupe", ["Élise", "Inès", "Tom", "Deniz", "Zoé"]),
        ("rien", ["Élise", "Tom", "Deniz", "Inès", "Zoé"]),
    ],
)
async def test_each_column_sorts(client: httpx.AsyncClient, sent: Sent, sort: str, expected: list[str]) -> None:
    assert await names(client, f"{sent.home}/resultats?tri={sort}", "Prénom") == expected


async def test_results_sort_by_what_is_shown(client: httpx.AsyncClient, sent: Sent) -> None:
    found = await names(client, f"{sent.home}/resultats?tri=-resultat", "Résultat")
    percents = [int(one.removesuffix(" %")) for one in found]
    assert percents == sorted(percents, reverse=True)
    assert percents[0] == 100
    assert percents[-1] < 100
    assert await names(client, f"{sent.home}/resultats?tri=envoye") == [
        row["last_name"]
        for row in await Participation.raw(
            "SELECT l.last_name FROM participation p JOIN learner l ON l.id = p.learner"
            " WHERE p.shared_at IS NOT NULL ORDER BY p.shared_at, l.search_name"
        )
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=ferry", ["Férry"]),
        ("q=ÉLISE fér", ["Férry"]),
        ("q=o", ["Moreau", "Gauthier", "Zola"]),
        ("q=%25", []),
        ("q=_", []),
        ("q=!", []),
    ],
)
async def test_the_list_is_filtered_by_name_and_nothing_else_is(
    client: httpx.AsyncClient, sent: Sent, query: str, expected: list[str]
) -> None:
    html = (await client.get(f"{sent.home}/resultats?{query}")).text
    if expected:
        assert {row["Nom"] for row in table(html, "Résultats reçus")} == set(expected)
    else:
        assert "Aucun résultat ne correspond" in html
        assert html.count("Effacer les filtres") == 1
    assert "Sur les 5 personnes" in html.replace("\xa0", " ")


async def test_groups_narrow_everything(client: httpx.AsyncClient, sent: Sent) -> None:
    for page in ("resultats", "analyse", "questions"):
        html = (await client.get(f"{sent.home}/{page}?groupe=TD 2")).text.replace("\xa0", " ")
        assert "2 personnes qui ont envoyé leurs résultats" in html
        assert 'value="TD 2" checked' in html
        assert "Voir tout le monde" in html
    assert await names(client, f"{sent.home}/resultats?groupe=TD 2") == ["Gauthier", "Kaya"]
    both = await names(client, f"{sent.home}/resultats?groupe=TD 2&groupe=TD 10")
    assert both == ["Férry", "Gauthier", "Kaya", "Moreau"]
    for page in ("resultats", "analyse", "questions"):
        html = (await client.get(f"{sent.home}/{page}?groupe=Ailleurs")).text
        assert "Personne de ces groupes n’a encore envoyé de résultats" in html


async def test_pages_keep_the_filters(client: httpx.AsyncClient, sent: Sent) -> None:
    for rank in range(7):
        await sent.room.takes("Ana", f"Aa{'abcdefg'[rank]}", send=True, external_id="x", group="TD 2")
    address = f"{sent.home}/resultats?taille=10&groupe=TD 2&groupe=TD 10"
    first = await client.get(address)
    assert len(table(first.text, "Résultats reçus")) == 10
    assert "taille=10&amp;groupe=TD+2&amp;groupe=TD+10&amp;page=2#analysis-received" in first.text
    assert await names(client, f"{address}&page=2") == ["Moreau"]
    assert await names(client, f"{address}&page=99") == ["Moreau"]


async def test_the_last_sending_counts_and_says_what_changed(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    campaign = await new_campaign(CODE, multiple_sendings=True)
    room, past = Classroom(CODE), now() - timedelta(days=10)
    ines = await room.takes("Inès", "Moreau", level=-9.0, send=True, at=past)
    tom = await room.takes("Tom", "Gauthier", level=2.0, send=True, at=past)
    again = await room.takes("", "", user=ines.user, level=9.0, send=True)
    await room.takes("", "", user=tom.user, answers=1)
    await cast.sign_in(client, "martine")
    html = (await client.get(f"/orga/campagnes/{campaign}/resultats")).text
    rows = {row["Nom"]: row for row in table(html, "Résultats reçus")}
    assert rows["Moreau"]["Résultat"] == "100 %"
    before = await Participation.select(Participation.validated).where(Participation.id == ines.participation)
    assert rows["Moreau"]["Évolution"] == f"en hausse de {100 - int(100 * before[0]['validated'] / 6 + 0.5)} points"
    assert rows["Moreau"]["Envois"] == "2"
    assert rows["Gauthier"]["Évolution"] == "–"
    assert rows["Gauthier"]["Envois"] == "1"
    assert f"/participants/{again.participation}" in html
    assert f"/participants/{ines.participation}" not in html


async def test_trials_and_deleted_participations_count_nowhere(client: httpx.AsyncClient, sent: Sent) -> None:
    await Participation.update({Participation.trial: True}).where(Participation.id == sent.takers["zoe"].participation)
    await Participation.update({Participation.deleted_at: now()}).where(
        Participation.id == sent.takers["tom"].participation
    )
    for page in ("resultats", "analyse", "questions"):
        html = (await client.get(f"{sent.home}/{page}")).text.replace("\xa0", " ")
        assert "3 personnes qui ont envoyé leurs résultats" in html
    assert await names(client, f"{sent.home}/resultats") == ["Férry", "Kaya", "Moreau"]


async def test_names_with_tags_are_text(client: httpx.AsyncClient, sent: Sent) -> None:
    await Learner.update({Learner.last_name: "<b>Ah</b> !", Learner.group: "« 3e : B »"}).where(
        Learner.id == sent.takers["tom"].learner
    )
    html = (await client.get(f"{sent.home}/resultats")).text
    assert "&lt;b&gt;Ah&lt;/b&gt;" in html
    assert (await client.get(sent.of("tom"))).status_code == 200


async def test_a_request_for_profiles_has_no_such_pages(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne
) -> None:
    campaign = await new_campaign(CODE, kind="profiles", target="", title="")
    await cast.sign_in(client, "martine")
    for page in ("resultats", "analyse", "questions", "questions/ch-c6ep34wk"):
        assert (await client.get(f"/orga/campagnes/{campaign}/{page}")).status_code == 404


PAGES = ("resultats", "analyse", "questions")


@pytest.mark.parametrize("name", ["martine", "paul", "helene"])
async def test_the_whole_team_sees_them(client: httpx.AsyncClient, cast: Cast, sent: Sent, name: str) -> None:
    await cast.sign_in(client, name)
    for page in PAGES:
        assert (await client.get(f"{sent.home}/{page}")).status_code == 200
    assert (await client.get(sent.of("ines"))).status_code == 200


async def test_a_stranger_finds_nothing(client: httpx.AsyncClient, cast: Cast, sent: Sent) -> None:
    question = table((await client.get(f"{sent.home}/questions")).text, "Réussite par question")
    assert question
    await cast.elsewhere()
    await cast.sign_in(client, "nadia")
    for address in (*(f"{sent.home}/{page}" for page in PAGES), sent.of("ines"), f"{sent.of('ines')}/reponses/1"):
        assert (await client.get(address)).status_code == 404
        assert (await client.get(address.replace(str(sent.campaign), "999999", 1))).status_code == 404


async def test_nobody_without_signing_in(client: httpx.AsyncClient, sent: Sent) -> None:
    client.cookies.clear()
    for address in (*(f"{sent.home}/{page}" for page in PAGES), sent.of("ines")):
        response = await client.get(address)
        assert response.status_code == 303
        assert response.headers["location"].startswith("/connexion")


@pytest.mark.parametrize(
    ("page", "target", "changed"),
    [
        ("resultats", "#analysis-results", "?tri=-resultat&groupe=TD 2"),
        ("resultats", "#analysis-results", "?q=mor"),
        ("analyse", "#analysis-recommendations", "?tri=pertinence"),
        ("questions", "#analysis-questions", "?tri=-reponses&competence=5.1"),
    ],
)
async def test_sorting_and_filtering_swapped_is_the_page_of_its_address(
    client: httpx.AsyncClient, sent: Sent, page: str, target: str, changed: str
) -> None:
    before = await client.get(f"{sent.home}/{page}")
    address = f"{sent.home}/{page}{changed}"
    answer, after = await client.get(address, headers=HTMX), await client.get(address)
    assert before.text != after.text
    assert_swap_equals(before.text, answer.text, after.text, target=target, swap="outerHTML")


@pytest.mark.parametrize(
    "page",
    [
        *("resultats", "resultats?tri=-resultat&q=m", "resultats?tri=prenom&groupe=TD 2"),
        *("analyse", "questions", "questions?competence=1.1&tri=-reponses"),
    ],
)
async def test_as_many_queries_for_three_as_for_thirty(
    client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne, database: Database, page: str
) -> None:
    campaign = await new_campaign(CODE, multiple_sendings=True)
    room, spent = Classroom(CODE), []
    await cast.sign_in(client, "martine")
    for number in (3, 27):
        for rank in range(number):
            name = f"Martin {number} {'abcdefghijklmnopqrstuvwxyzé'[rank]}"
            await room.takes("Ana", name, send=True, level=float(rank % 8), group=f"TD {rank % 3}")
        address = f"/orga/campagnes/{campaign}/{page}"
        await client.get(address)
        before = database.query_id
        assert (await client.get(address)).status_code == 200
        spent.append(database.query_id - before)
    assert spent[0] == spent[1] < 20, spent
