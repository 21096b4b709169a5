"""The fixed cast of the tests: the same few people, each in her own browser."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx

from app.accounts import people
from app.lib.clock import now

PASSWORD = "Demo2026!"
NAMES = {
    "louise": ("Louise", "Carré"),  # a learner
    "karim": ("Karim", "Benali"),  # a stranger
    "martine": ("Martine", "Antony"),  # her teacher
    "paul": ("Paul", "Villo"),  # the teacher's colleague
    "ada": ("Ada", "Lefort"),  # the service's administrator
}


@dataclass
class Cast:
    """Makes people when a test needs them."""

    ids: dict[str, int] = field(default_factory=dict)

    async def person(self, name: str) -> int:
        """The id of someone, created the first time."""
        if name not in self.ids:
            first, last = NAMES[name]
            self.ids[name] = await people.create_user(
                first_name=first,
                last_name=last,
                email=f"{name}@exemple.fr",
                password=PASSWORD,
                staff_role=people.STAFF_ROLES[0] if name == "ada" else None,
                terms_accepted_at=now(),
            )
        return self.ids[name]

    async def sign_in(self, client: httpx.AsyncClient, name: str) -> int:
        """Someone signs in with this browser; her id."""
        user = await self.person(name)
        response = await client.post("/connexion", data={"login": f"{name}@exemple.fr", "password": PASSWORD})
        assert response.status_code == 303, response.text
        return user
