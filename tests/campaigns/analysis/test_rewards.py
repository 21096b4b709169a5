"""Stages and badges in the results of a campaign: the rules, then what a teacher sees and filters by."""

from __future__ import annotations

import httpx
import pytest

from app.campaigns.analysis.rewards import Rewards, StageBar, mean_stars, rewards_of
from app.campaigns.tables import Participation
from app.campaigns.target_profiles.badges import Badge, Criterion
from app.campaigns.target_profiles.queries import badges_of
from app.campaigns.target_profiles.rewards import create_badge, save_stages
from app.campaigns.target_profiles.stages import Stage
from app.lib.clock import now
from app.persistence.engine import Database
from tests.campaigns.analysis.conftest import Sent
from tests.campaigns.analysis.rules import content
from tests.campaigns.analysis.screen import has_table, table

SKILLS = ("alpha-1", "alpha-2", "alpha-3", "gamma-1", "gamma-2", "gamma-3")
STAGES = (
    Stage("à l’aise", "Bravo.", threshold=80, prescriber_title="Autonomes"),
    Stage("au départ", "On commence.", threshold=0, prescriber_title="À accompagner"),
    Stage("premier pas", "C’est parti.", first_skill=True, prescriber_description="Un premier acquis."),
    Stage("en chemin", "Encore un effort.", threshold=50),
)


def a_badge(title: str, threshold: int, number: int = 0, **topics: int) -> Badge:
    criteria = (Criterion(threshold, topics, title),)
    return Badge(number, "", title, "", "", "compass", always_visible=True, certifiable=False, criteria=criteria)


@pytest.fixture
def given() -> Rewards:
    badges = [a_badge("Alpha", 100, 1, alpha=3), a_badge("Gamma", 60, 2, gamma=3)]
    return rewards_of(STAGES, badges, SKILLS, content())


def test_stages_come_in_their_order(given: Rewards) -> None:
    assert given.stage_choices == [(1, "À accompagner"), (2, "premier pas"), (3, "en chemin"), (4, "Autonomes")]
    reached = [given.stage_reached(validated) for validated in range(7)]
    assert [one.number if one else None for one in reached] == [1, 2, 2, 3, 3, 4, 4]


def test_badges_are_those_whose_skills_are_validated(given: Rewards) -> None:
    assert [one.title for one in given.badges_earned("VVVVV-")] == ["Alpha", "Gamma"]
    assert [one.title for one in given.badges_earned("VVFVVF")] == ["Gamma"]
    assert given.badges_earned("------") == []


def test_people_at_each_stage(given: Rewards) -> None:
    bars = given.spread({0: 2, 1: 1, 2: 1, 5: 4, 6: 1})
    assert [(one.number, one.people) for one in bars] == [(1, 2), (2, 2), (3, 0), (4, 5)]
    assert mean_stars(bars) == 1.9
    assert mean_stars([StageBar(STAGES[0], 1, 0)]) == 0


@pytest.mark.parametrize(
    ("stages", "badges", "kept"),
    [
        ((1,), (), ["------"]),
        ((1, 4), (), ["------", "VVVVV-"]),
        ((), (1,), ["VVVVV-", "VVV---"]),
        ((), (1, 2), ["VVVVV-"]),
        ((3,), (1,), ["VVV---"]),
        ((99,), (2, 99), ["VVVVV-", "---VV-"]),
    ],
)
def test_any_of_the_stages_and_all_of_the_badges(
    given: Rewards, stages: tuple[int, ...], badges: tuple[int, ...], kept: list[str]
) -> None:
    keep = given.filter(stages, badges)
    assert keep is not None
    assert [one for one in ("------", "VVVVV-", "VVV---", "---VV-") if keep(one)] == kept


def test_nothing_asked_keeps_everyone(given: Rewards) -> None:
    assert given.filter((), ()) is None
    assert given.filter((99,), (99,)) is None


def test_a_target_without_any() -> None:
    nothing = rewards_of((), (), SKILLS, content())
    assert nothing.stage_reached(3) is None
    assert nothing.spread({3: 2}) == []
    assert nothing.filter((1,), (1,)) is None


@pytest.fixture
async def rewarded(sent: Sent) -> Sent:
    await save_stages("decouverte", STAGES, None, now())
    await create_badge("decouverte", a_badge("Expert d’alpha !", 100, alpha=3), None, now(), sending="1")
    await create_badge("decouverte", a_badge("Gamma", 1, gamma=3), None, now(), sending="2")
    return sent


async def validated_by_name(sent: Sent) -> dict[str, int]:
    rows = await Participation.raw(
        "SELECT l.last_name, p.validated FROM participation p JOIN learner l ON l.id = p.learner"
        " WHERE p.shared_at IS NOT NULL AND p.campaign = {}",
        sent.campaign,
    )
    return {row["last_name"]: row["validated"] for row in rows}


async def test_stars_replace_percentages_and_a_bar_stands_for_each_stage(
    client: httpx.AsyncClient, rewarded: Sent
) -> None:
    html = (await client.get(f"{rewarded.home}/resultats")).text
    validated = await validated_by_name(rewarded)
    numbers = [0, 1, 1, 2, 2, 3, 3]
    assert not has_table(html, "Répartition des résultats")
    bars = {row["Palier"]: int(row["Personnes"]) for row in table(html, "Répartition par palier")}
    names = ["À accompagner", "premier pas", "en chemin", "Autonomes"]
    assert bars == {name: sum(numbers[one] == rank for one in validated.values()) for rank, name in enumerate(names)}
    stars = sum(numbers[one] for one in validated.values()) / len(validated)
    assert f"{stars:g} étoiles sur 3 en moyenne".replace(".", ",") in html.replace("\xa0", " ")
    assert 'aria-label="3 étoiles sur 3"' in html


async def test_badges_are_shown_to_whom_earned_them(client: httpx.AsyncClient, rewarded: Sent) -> None:
    rows = table((await client.get(f"{rewarded.home}/resultats")).text, "Résultats reçus")
    badges = {row["Nom"]: row["Résultats thématiques"].replace("\u202f", " ") for row in rows}
    assert badges["Gauthier"] == "Expert d’alpha ! Gamma"
    own = (await client.get(rewarded.of("tom"))).text
    assert "Résultats thématiques obtenus" in own
    assert "Autonomes" in own
    assert "Autonomes" not in (await client.get(rewarded.of("malik"))).text


async def test_results_filtered_by_stage_and_by_badge(client: httpx.AsyncClient, rewarded: Sent) -> None:
    validated = await validated_by_name(rewarded)
    page = f"{rewarded.home}/resultats"
    for number, wanted in ((2, (1, 2)), (4, (5, 6))):
        expected = {name for name, one in validated.items() if one in wanted}
        assert expected
        html = (await client.get(f"{page}?palier={number}")).text
        assert {row["Nom"] for row in table(html, "Résultats reçus")} == expected
        assert f'value="{number}" checked' in html
    alpha, gamma = await badges_of("decouverte")
    html = (await client.get(f"{page}?badge={alpha.id}&badge={gamma.id}&q=gau")).text
    assert [row["Nom"] for row in table(html, "Résultats reçus")] == ["Gauthier"]
    assert "Sur les 5 personnes" in html.replace("\xa0", " ")
    nobody = (await client.get(f"{page}?palier=1&badge={alpha.id}")).text
    assert "Aucun résultat ne correspond" in nobody


async def test_each_bar_leads_to_its_people(client: httpx.AsyncClient, rewarded: Sent) -> None:
    html = (await client.get(f"{rewarded.home}/resultats?groupe=TD 2")).text
    assert f'href="{rewarded.home}/resultats?groupe=TD+2&amp;palier=4"' in html


async def test_badges_cost_no_query_by_person(client: httpx.AsyncClient, rewarded: Sent, database: Database) -> None:
    alpha, _ = await badges_of("decouverte")
    spent = []
    for number in (0, 12):
        for rank in range(number):
            await rewarded.room.takes("Ana", f"Aa{'abcdefghijkl'[rank]}", send=True, external_id="x", level=9.0)
        before = database.query_id
        await client.get(f"{rewarded.home}/resultats?badge={alpha.id}")
        spent.append(database.query_id - before)
    assert spent[0] == spent[1]
