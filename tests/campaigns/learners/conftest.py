"""A university where a few people took part in campaigns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from app.campaigns.tables import Participation
from app.lib.clock import now
from tests.campaigns.classroom import Classroom, Taker
from tests.campaigns.conftest import NewOne

TEST, PROFILES = "KXMTRB742", "PPPPPP222"


@dataclass
class University:
    """Who is there: the learners by name."""

    takers: dict[str, Taker]

    def learner(self, name: str) -> int:
        return self.takers[name].learner


@pytest.fixture
async def university(new_campaign: NewOne) -> University:
    await new_campaign(TEST, name="UE 173", target="1.1")
    await new_campaign(PROFILES, name="Profils", kind="profiles", target="", title="")
    test, profiles, began = Classroom(TEST), Classroom(PROFILES), now() - timedelta(days=3)
    takers = {
        "ines": await test.takes("Inès", "Moreau", send=True, group="TD 2", level=9.0, at=began),
        "elise": await test.takes("Élise", "Ferry", answers=1, group="TD 10"),
        "tom": await test.takes("Tom", "Gauthier"),
        "zoe": await profiles.takes("Zoé", "Da Silva", send=True, group="TD 10"),
    }
    again = await profiles.takes("", "", user=takers["ines"].user, send=True)
    await Participation.update({Participation.certifiable: True}).where(Participation.id == again.participation)
    return University(takers)
