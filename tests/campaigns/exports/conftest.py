"""A campaign of Martine's with people at every stage, and its files as they are read."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import httpx
import pytest

from tests.campaigns.classroom import Classroom
from tests.campaigns.conftest import NewOne

CODE = "KXMTRB742"


@dataclass
class Files:
    """Downloads the files of a campaign with someone's browser."""

    client: httpx.AsyncClient
    campaign: int

    @property
    def here(self) -> str:
        return f"/orga/campagnes/{self.campaign}"

    async def get(self, name: str) -> httpx.Response:
        response = await self.client.get(f"{self.here}/{name}")
        assert response.status_code == 200, response.text
        return response

    async def table(self, name: str = "export.csv") -> list[dict[str, str]]:
        """The lines of a CSV, by heading; the mark of the beginning must be there."""
        text = (await self.get(name)).content.decode("utf-8")
        assert text.startswith("\ufeff")
        return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))


@pytest.fixture
async def a_class(new_campaign: NewOne) -> int:
    """The campaign, where Inès sent, Zoé finished, Tom is at work and Malo has just begun."""
    campaign = await new_campaign(CODE, external_id_label="Numéro d’étudiant")
    classroom = Classroom(CODE)
    await classroom.takes("Inès", "Moreau", send=True, group="TD 1", external_id="0042", level=1.0)
    await classroom.takes("Zoé", "Abadie", external_id="E-7")
    await classroom.takes("Tom", "Villiers", answers=2, external_id="20-31")
    await classroom.takes("Malo", "Collet", answers=0, external_id="x")
    return campaign
