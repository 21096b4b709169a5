"""Who may use a target profile: shared once, however often it is asked."""

from __future__ import annotations

import asyncio

import pytest

from app.campaigns.target_profiles import target_profiles
from app.campaigns.target_profiles.definition import Definition
from app.campaigns.target_profiles.queries import profile, shared_with
from app.campaigns.target_profiles.target_profiles import Words
from app.lib.clock import now
from app.lib.refusals import NotFound
from tests.cast import Cast

WORDS = Words("Bases", "", "custom", "", public=False)
DEFINITION = Definition({"alpha": 2})


@pytest.mark.usefixtures("world")
async def test_a_form_sent_at_the_same_moment_makes_one_profile(cast: Cast) -> None:
    ada, at = await cast.person("ada"), now()
    keys = await asyncio.gather(
        *(target_profiles.create(WORDS, DEFINITION, ada, at, sending="un jeton") for _ in range(5))
    )
    assert len(set(keys)) == 1
    assert (await profile(keys[0])).name == "Bases"


@pytest.mark.usefixtures("world")
async def test_shared_at_the_same_moment_it_is_shared_once(cast: Cast) -> None:
    ada, blaison, elsewhere = await cast.person("ada"), await cast.blaison(), await cast.elsewhere()
    key = await target_profiles.create(WORDS, DEFINITION, ada, now(), sending="un jeton")
    at = now()
    asked: list[list[int]] = [[blaison], [blaison, elsewhere], [elsewhere], [blaison]]
    more = await asyncio.gather(*(target_profiles.share(key, one, ada, at) for one in asked))
    assert sum(more) == 2
    assert {one.id for one in await shared_with(key)} == {blaison, elsewhere}


@pytest.mark.usefixtures("world")
async def test_an_unknown_profile_is_neither_shared_nor_archived(cast: Cast) -> None:
    ada = await cast.person("ada")
    for verb in (target_profiles.archive, target_profiles.unarchive):
        with pytest.raises(NotFound):
            await verb("tp-inconnu1", ada, now())
    with pytest.raises(NotFound):
        await target_profiles.share("tp-inconnu1", [], ada, now())
