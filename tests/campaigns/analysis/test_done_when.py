"""The counts, means and relevance on screen are those recomputed from the raw answers by a separate, naive function."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from fractions import Fraction

import httpx
import pytest

from app.campaigns.goals import decode
from app.campaigns.refusals import AlreadyShared
from app.campaigns.tables import Campaign, Participation
from app.content.index import ContentIndex
from app.lib.clock import now
from tests.campaigns.analysis.naive import (
    Person,
    level,
    naive_bubbles,
    naive_mean,
    naive_people,
    naive_score,
    naive_validated,
    rounded,
)
from tests.campaigns.analysis.screen import dots, table
from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne
from tests.cast import Cast

CODE, OTHER = "KXMTRB742", "BBBBBB222"
LEVELS = (-9.0, 0.5, 1.5, 2.0, 2.5, 3.0, 3.5, 4.5, 9.0)
Class = tuple[str, list[str], list[Person]]


@pytest.fixture(params=["decouverte", "1.1", "liste"])
async def played(
    request: pytest.FixtureRequest,
    client: httpx.AsyncClient,
    cast: Cast,
    new_campaign: NewOne,
    world: ContentIndex,
) -> Class:
    """A class that sent; some knew things before, some sent again, some did not send.

    The address of the campaign, its goal, and what everyone showed.
    """
    campaign = await new_campaign(CODE, target=request.param, multiple_sendings=True)
    await new_campaign(OTHER, target="1.1")
    room, elsewhere, past = Classroom(CODE), Classroom(OTHER), now() - timedelta(days=20)
    for rank, ability in enumerate(LEVELS):
        user = await room.person("Inès", f"Moreau {'abcdefghi'[rank]}")
        if rank % 3 == 0:
            await elsewhere.takes("", "", user=user, level=ability, at=past - timedelta(days=10))
        await room.takes("", "", user=user, level=ability, send=rank != 4, at=past)
        if rank in (1, 2, 3):
            with suppress(AlreadyShared):  # everything was validated already
                await room.takes("", "", user=user, level=ability + 2, send=rank != 3, answers=1 if rank == 3 else None)
        if rank == 5:  # learns something after sending
            await elsewhere.takes("", "", user=user, level=9.0)
    await cast.sign_in(client, "martine")
    row = await Campaign.select(Campaign.goal).where(Campaign.id == campaign).first()
    assert row is not None
    goal = list(decode(row["goal"]).skills)
    levels = {topic: [level(name) for name in goal if name.rsplit("-", 1)[0] == topic] for topic in world.topics}
    people = await naive_people(campaign, levels)
    assert len(people) == len(LEVELS) - 1
    assert len({one.letters(goal) for one in people}) > 2
    return f"/orga/campagnes/{campaign}", goal, people


def by(goal: list[str], world: ContentIndex, key: str) -> dict[str, list[str]]:
    """The skills of the goal by competence (its name) or topic (its title)."""
    found: dict[str, list[str]] = {}
    for name in goal:
        skill = world.skills[name]
        thing = world.competences[skill.competence].name if key == "competence" else world.topics[skill.topic].title
        found.setdefault(thing, []).append(name)
    return found


def one_decimal(value: Fraction) -> str:
    tenths = rounded(10 * value)
    return f"{tenths // 10},{tenths % 10}".removesuffix(",0")


async def test_results_by_competence(client: httpx.AsyncClient, played: Class, world: ContentIndex) -> None:
    home, goal, people = played
    html = (await client.get(f"{home}/resultats")).text
    shown = {row["Compétences"]: row for row in table(html, "Résultats par compétence")}
    expected = by(goal, world, "competence")
    assert shown.keys() == expected.keys()
    for name, skills in expected.items():
        mean = naive_mean(people, skills)
        assert shown[name]["Résultats (moyenne)"] == f"{rounded(100 * mean / len(skills))} %"
        assert shown[name]["Acquis validés (moyenne)"] == one_decimal(mean)
        assert shown[name]["Acquis évalués"] == str(len(skills))


async def test_the_mean_and_the_spread(client: httpx.AsyncClient, played: Class) -> None:
    home, goal, people = played
    html = (await client.get(f"{home}/resultats")).text
    percents = [rounded(Fraction(100 * naive_validated(one, goal), len(goal))) for one in people]
    assert f'<strong class="huge">{rounded(100 * naive_mean(people, goal) / len(goal))}\xa0%</strong>' in html
    assert f"<dt>Plus bas</dt><dd>{min(percents)}\xa0%</dd>" in html
    assert f"<dt>Plus haut</dt><dd>{max(percents)}\xa0%</dd>" in html
    assert f"<dt>Résultats reçus</dt><dd>{len(people)}</dd>" in html
    bounds = [(0, 10), (11, 20), (21, 30), (31, 40), (41, 50), (51, 60), (61, 70), (71, 80), (81, 90), (91, 100)]
    expected = {f"{low}–{high}": str(sum(low <= one <= high for one in percents)) for low, high in bounds}
    assert {row["Résultat (%)"]: row["Personnes"] for row in table(html, "Répartition")} == expected


async def test_the_list_of_results(client: httpx.AsyncClient, played: Class) -> None:
    home, goal, people = played
    html = (await client.get(f"{home}/resultats?taille=100")).text
    shown = [row["Résultat"] for row in table(html, "Résultats reçus")]
    expected = [f"{rounded(Fraction(100 * naive_validated(one, goal), len(goal)))} %" for one in people]
    assert Counter(shown) == Counter(expected)


async def test_the_relevance_of_each_topic(client: httpx.AsyncClient, played: Class, world: ContentIndex) -> None:
    home, goal, people = played
    html = (await client.get(f"{home}/analyse")).text
    topics = {world.skills[name].topic for name in goal}
    scores = {
        topic: sum((naive_score(topic, goal, one.letters(goal)) for one in people), Fraction()) / len(people)
        for topic in topics
    }
    shown = dots(html)
    assert shown == {topic: naive_bubbles(score) for topic, score in scores.items()}
    assert [scores[topic] for topic in shown] == sorted(scores.values())


async def test_the_relevance_for_each_person(client: httpx.AsyncClient, played: Class, world: ContentIndex) -> None:
    home, goal, people = played
    seen = 0
    html = (await client.get(f"{home}/resultats?taille=100")).text
    for person in people:
        link = await page_of(person, home)
        assert f'"{link}"' in html
        own = (await client.get(link)).text
        expected = {
            world.skills[name].topic: naive_bubbles(naive_score(world.skills[name].topic, goal, person.letters(goal)))
            for name in goal
        }
        assert dots(own) == expected
        seen += 1
    assert seen == len(people)


async def test_each_person_by_competence_and_by_topic(
    client: httpx.AsyncClient, played: Class, world: ContentIndex
) -> None:
    home, goal, people = played
    for person in people:
        html = (await client.get(await page_of(person, home))).text
        assert f"<dt>Acquis validés</dt><dd>{naive_validated(person, goal)}</dd>" in html
        assert f"<dt>Acquis évalués</dt><dd>{len(goal)}</dd>" in html
        for row in table(html, "Résultats par compétence"):
            skills = by(goal, world, "competence")[row["Compétences"]]
            validated = naive_validated(person, skills)
            assert row["Acquis validés"] == str(validated)
            assert row["Résultats"] == f"{rounded(Fraction(100 * validated, len(skills)))} %"


async def test_success_of_each_question(client: httpx.AsyncClient, played: Class, world: ContentIndex) -> None:
    home, _, people = played
    html = (await client.get(f"{home}/questions?taille=100&tri=sujet")).text
    given: dict[str, Counter[str]] = {}
    for person in people:
        for challenge, result in person.results.items():
            given.setdefault(challenge, Counter())[result] += 1
    rows = table(html, "Réussite par question")
    order = [one.id for skill in world.skills for one in sorted(world.by_skill[skill], key=lambda each: each.id)]
    expected = [given[name] for name in order if name in given]
    assert len(rows) == len(given)
    for row, counts in zip(rows, expected, strict=True):
        assert row["Réponses"] == f"{counts.total()} réponse{'s' if counts.total() > 1 else ''}"
        assert row["Réussite"] == f"{rounded(Fraction(100 * counts['ok'], counts.total()))} %"
        assert [row[name] for name in ("Réussies", "À revoir", "Passées", "Temps")] == [
            str(counts[name]) for name in ("ok", "ko", "skipped", "timed_out")
        ]


async def test_success_of_each_topic(client: httpx.AsyncClient, played: Class, world: ContentIndex) -> None:
    home, goal, people = played
    html = (await client.get(f"{home}/questions")).text
    rows = table(html, "Réussite par sujet")
    percents = [int(row["Résultats (moyenne)"].removesuffix(" %")) for row in rows]
    assert percents == sorted(percents)
    topics = by(goal, world, "topic")
    assert len(rows) == len(topics)
    for row in rows:
        title = next(name for name in topics if row["Sujets"].startswith(name))
        mean = naive_mean(people, topics[title])
        assert row["Résultats (moyenne)"] == f"{rounded(100 * mean / len(topics[title]))} %"
        assert row["Acquis validés (moyenne)"] == one_decimal(mean)


async def page_of(person: Person, home: str) -> str:
    row = (
        await Participation.select(Participation.id)
        .where(
            (Participation.user == person.user)
            & (Participation.campaign == int(home.rsplit("/", 1)[1]))
            & Participation.shared_at.is_not_null()
        )
        .order_by(Participation.attempt, ascending=False)
        .first()
    )
    assert row is not None
    return f"{home}/participants/{row['id']}"
