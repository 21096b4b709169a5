"""How far each participant is: the same as what she sees herself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.campaigns.followup.progression import progressions
from app.campaigns.goals import Goal, decode
from app.campaigns.tables import Campaign
from app.evaluation import runs
from app.lib.clock import now
from app.persistence.engine import Database
from tests.campaigns.classroom import Classroom, Taker
from tests.campaigns.conftest import NewOne

CODE = "KXMTRB742"


async def goal_of(campaign: int) -> Goal:
    row = await Campaign.select(Campaign.goal).where(Campaign.id == campaign).first()
    assert row is not None
    return decode(row["goal"])


async def as_they_see_it(takers: list[Taker]) -> dict[int, float]:
    runs.forget()
    return {one.participation: (await runs.load(one.assessment, one.user)).progress() for one in takers}


@pytest.mark.parametrize("target", ["decouverte", "liste", "1.1"])
async def test_everyone_is_as_far_as_on_her_own_page(new_campaign: NewOne, target: str) -> None:
    goal = await goal_of(await new_campaign(CODE, target=target))
    room = Classroom(CODE)
    takers = [
        await room.takes("Inès", "Moreau", answers=0),
        await room.takes("Tom", "Gauthier", answers=1),
        await room.takes("Deniz", "Kaya", answers=2, level=8),
        await room.takes("Chloé", "Bonnet"),
        await room.takes("Léna", "Fabre", send=True),
    ]
    found = await progressions(goal, [one.participation for one in takers])
    assert found == await as_they_see_it(takers)
    assert found[takers[0].participation] == 0
    assert 0 < found[takers[1].participation] < 1
    assert found[takers[3].participation] == found[takers[4].participation] == 1


async def test_what_is_known_from_before_counts_but_old_failures_are_asked_again(new_campaign: NewOne) -> None:
    await new_campaign(CODE, target="1.1")
    goal = await goal_of(await new_campaign("BBBBBB222", target="decouverte"))
    first, second = Classroom(CODE), Classroom("BBBBBB222")
    takers = []
    for rank, (days, level) in enumerate([(0, -9.0), (30, -9.0), (30, 9.0)]):
        user = await first.person(f"Inès {rank}", "Moreau")
        await first.takes("", "", user=user, level=level, at=now() - timedelta(days=days))
        takers.append(await second.takes("", "", user=user, answers=0))
    found = await progressions(goal, [one.participation for one in takers])
    assert found == await as_they_see_it(takers)
    recent_failures, old_failures, successes = (found[one.participation] for one in takers)
    assert recent_failures > 0
    assert old_failures == 0
    assert successes > 0


async def test_two_queries_whatever_the_number(new_campaign: NewOne, database: Database) -> None:
    goal = await goal_of(await new_campaign(CODE))
    room = Classroom(CODE)
    takers = [await room.takes("Inès", f"Moreau {'abcdefgh'[rank]}", answers=1) for rank in range(8)]
    spent = []
    for some in (takers[:1], takers):
        before = database.query_id
        await progressions(goal, [one.participation for one in some])
        spent.append(database.query_id - before)
    assert spent == [2, 2]


async def test_a_request_for_profiles_has_nothing_to_finish() -> None:
    assert await progressions(None, [3, 4]) == {3: 1.0, 4: 1.0}
