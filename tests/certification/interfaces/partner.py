"""A partner's program, as its authors would write it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

from app.certification.interfaces import clients
from app.certification.interfaces.clients import Credentials, Wanted
from app.certification.tables import MachineClient
from app.lib.clock import now
from app.lib.codes import draw_id

TOKEN = "/api/token"


@dataclass
class Partner:
    """What it was given, and what it asks."""

    client: httpx.AsyncClient
    id: int
    credentials: Credentials

    async def ask(self, **changes: str) -> httpx.Response:
        """A token, its credentials in the form."""
        own = {"client_id": self.credentials.client_id, "client_secret": self.credentials.secret}
        form = {"grant_type": "client_credentials", **own, **changes}
        return await self.client.post(TOKEN, data={name: value for name, value in form.items() if value})

    async def token(self, scope: str = "") -> str:
        answer = await self.ask(scope=scope)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["access_token"])

    async def get(self, path: str, token: str | None = None, **query: str) -> httpx.Response:
        bearer = await self.token() if token is None else token
        return await self.client.get(path, params=query or None, headers={"Authorization": f"Bearer {bearer}"})

    async def read(self, path: str, **query: str) -> Any:
        answer = await self.get(path, **query)
        assert answer.status_code == 200, answer.text
        assert answer.headers["cache-control"] == "no-store"
        assert "set-cookie" not in answer.headers
        return answer.json()


async def registered(client: httpx.AsyncClient, *scopes: str, by: int) -> Partner:
    """`by`: who of the service's staff made it."""
    made = await clients.create(Wanted("Un partenaire", frozenset(scopes), draw_id(32)), by, now())
    (row,) = await MachineClient.select(MachineClient.id).where(MachineClient.client_id == made.client_id)
    return Partner(client, row["id"], made)
