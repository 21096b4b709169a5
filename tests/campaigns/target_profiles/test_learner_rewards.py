"""What learners see of stages and badges at the end of a journey."""

from __future__ import annotations

import re

import httpx
import pytest

from app.campaigns.tables import Participation
from app.campaigns.target_profiles import rewards
from app.campaigns.target_profiles.badges import Badge, Criterion
from app.campaigns.target_profiles.stages import Stage
from app.content.index import ContentIndex
from app.evaluation.tables import Knowledge
from app.lib.clock import now
from tests.campaigns.conftest import NewOne
from tests.campaigns.test_journey import follow, play_to_the_end
from tests.cast import Cast

CODE = "KXMTRB742"
STAGES = (
    Stage("au départ", "Tout commence ici !", threshold=0),
    Stage("en route", "Le premier pas est fait.", first_skill=True),
    Stage("à l’aise", "La moitié est là.", threshold=50),
    Stage("expert", "Rien ne vous arrête.", threshold=100),
)


def badge(title: str, *criteria: Criterion, always_visible: bool = False) -> Badge:
    return Badge(0, "", title, f"Bravo pour {title}.", "Un dessin", "star", always_visible, False, criteria)


@pytest.fixture
async def rewarded(new_campaign: NewOne) -> None:
    """« decouverte » (alpha up to 3, gamma up to 3) has four stages and three badges, two of them always shown."""
    await new_campaign(CODE)
    await rewards.save_stages("decouverte", STAGES, None, now())
    whole = badge("Tout alpha", Criterion(100, {"alpha": 3}), always_visible=True)
    hidden = badge("Toute gamma", Criterion(100, {"gamma": 3}))
    for one in (whole, hidden, badge("Participation", Criterion(0), always_visible=True)):
        await rewards.create_badge("decouverte", one, None, now(), sending=one.title)


async def finish(client: httpx.AsyncClient, cast: Cast, index: ContentIndex, *, right: bool) -> str:
    await cast.sign_in(client, "louise")
    await client.post("/regles-du-jeu", data={})
    question = await follow(client, await client.post(f"/campagnes/{CODE}"))
    return (await play_to_the_end(client, index, str(question.url), right)).html


def text_of(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).replace("\u202f", " ").replace("\u00a0", " ").split())


@pytest.mark.usefixtures("rewarded")
async def test_who_masters_all_reads_the_last_stage_and_every_badge(
    client: httpx.AsyncClient, cast: Cast, world: ContentIndex
) -> None:
    page = await finish(client, cast, world, right=True)
    words = text_of(page)
    assert "Palier 4 sur 4 : expert. Rien ne vous arrête." in words
    assert 'aria-label="3 étoiles sur 3"' in page
    assert words.count("Obtenu") == 3
    assert "Bravo pour Toute gamma." in words
    assert page.count('aria-label="Un dessin"') == 3


@pytest.mark.usefixtures("rewarded")
async def test_who_masters_nothing_reads_the_first_stage_and_what_is_left_to_earn(
    client: httpx.AsyncClient, cast: Cast, world: ContentIndex
) -> None:
    words = text_of(await finish(client, cast, world, right=False))
    assert "Palier 1 sur 4 : au départ. Tout commence ici !" in words
    assert "Tout alpha Pas encore obtenu : 0 % du chemin" in words
    assert "Participation Obtenu Bravo pour Participation." in words
    assert words.index("Participation Obtenu") < words.index("Tout alpha Pas encore")
    assert "Toute gamma" not in words
    assert "Bravo pour Tout alpha" not in words


@pytest.mark.usefixtures("rewarded")
async def test_what_was_sent_does_not_move(client: httpx.AsyncClient, cast: Cast, world: ContentIndex) -> None:
    await finish(client, cast, world, right=True)
    sent = await follow(client, await client.post(f"/campagnes/{CODE}/envoi"))
    assert "Palier 4 sur 4 : expert." in text_of(sent.text)
    await Knowledge.update({Knowledge.elements: "{}"}, force=True)
    await Participation.update({Participation.outcomes: "VV-F--"}, force=True)
    words = text_of((await client.get(f"/campagnes/{CODE}/resultats")).text)
    assert "Palier 2 sur 4 : en route. Le premier pas est fait." in words
    assert "Tout alpha Pas encore obtenu : 67 % du chemin" in words


async def test_without_stages_nor_badges_nothing_is_said_of_them(
    client: httpx.AsyncClient, cast: Cast, world: ContentIndex, new_campaign: NewOne
) -> None:
    await new_campaign(CODE)
    words = text_of(await finish(client, cast, world, right=True))
    assert "Palier" not in words
    assert "thématiques" not in words
