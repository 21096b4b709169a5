"""Martine's campaign, and a class that took it through the real engine."""

from __future__ import annotations

from dataclasses import dataclass

import httpx
import pytest

from tests.campaigns.classroom import Classroom, Taker
from tests.campaigns.conftest import NewOne
from tests.cast import Cast

CODE = "KXMTRB742"


@dataclass(frozen=True)
class Sent:
    """A campaign with results, and who is who."""

    campaign: int
    takers: dict[str, Taker]
    room: Classroom

    @property
    def home(self) -> str:
        return f"/orga/campagnes/{self.campaign}"

    def of(self, name: str) -> str:
        """The page of one of them."""
        return f"{self.home}/participants/{self.takers[name].participation}"


@pytest.fixture
async def sent(client: httpx.AsyncClient, cast: Cast, new_campaign: NewOne) -> Sent:
    """Five people who sent, one who did not, one in the middle; Martine looks."""
    campaign = await new_campaign(CODE, external_id_label="Numéro de l’étudiant")
    room = Classroom(CODE)
    takers = {
        "ines": await room.takes("Inès", "Moreau", level=1.0, send=True, external_id="E10", group="TD 10"),
        "tom": await room.takes("Tom", "Gauthier", level=9.0, send=True, external_id="E2", group="TD 2"),
        "deniz": await room.takes("Deniz", "Kaya", level=2.0, send=True, external_id="E3", group="TD 2"),
        "elise": await room.takes("Élise", "Férry", level=3.0, send=True, external_id="E4", group="TD 10"),
        "zoe": await room.takes("Zoé", "Zola", level=-9.0, send=True, external_id="E5"),
        "malik": await room.takes("Malik", "Férry", level=3.0, external_id="E6", group="TD 2"),
        "lena": await room.takes("Léna", "Fabre", level=3.0, answers=1, external_id="E7"),
    }
    await cast.sign_in(client, "martine")
    return Sent(campaign, takers, room)
