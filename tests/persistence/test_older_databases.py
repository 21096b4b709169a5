"""What was stored before a column existed gets what the column would have held."""

from __future__ import annotations

from importlib import import_module

import pytest

from app.campaigns.outcomes import outcomes_of
from app.campaigns.participations import read_snapshot
from app.campaigns.tables import Campaign, Participation
from app.content.index import ContentIndex
from app.demo.classes import Class, take
from app.lib.clock import now
from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation
from tests.campaigns.conftest import NewOne, new_campaign

__all__ = ["new_campaign"]  # a fixture

SENT = Participation.shared_at.is_not_null()


@pytest.mark.usefixtures("app")
async def test_names_learners_and_outcomes_of_before_pix_orga(world: ContentIndex, new_campaign: NewOne) -> None:
    await new_campaign(name="Évaluation des Œuvres")
    await take(Class("KXMTRB742", 6, unfinished=1, unsent=1), now())
    before = await _what_lists_need()
    await _forget()
    assert await _what_lists_need() != before

    await import_module("migrations.pix_2026_11_21t06_24_00_000000").fill()

    assert await _what_lists_need() == before
    goal = (await Campaign.select(Campaign.goal))[0]["goal"]
    assert '"skills"' in goal
    for row in await Participation.select(Participation.snapshot, Participation.outcomes).where(SENT):
        skills = import_module("app.campaigns.goals").decode(goal).skills
        assert row["outcomes"] == outcomes_of(skills, read_snapshot(row["snapshot"]), world)


async def _what_lists_need() -> list[object]:
    return [
        await Organisation.select(Organisation.search_name).order_by(Organisation.id),
        await Campaign.select(Campaign.search_name),
        [
            (row["search_name"], row["first_name"], row["last_name"])
            for row in await Learner.select().order_by(Learner.id)
        ],
        await Participation.select(Participation.outcomes, Participation.learner.search_name).order_by(
            Participation.id
        ),
    ]


async def _forget() -> None:
    await Organisation.update({Organisation.search_name: ""}, force=True)
    await Campaign.update({Campaign.search_name: "", Campaign.target_name: ""}, force=True)
    await Participation.update({Participation.learner: None, Participation.outcomes: ""}, force=True)
    await Learner.delete(force=True)
