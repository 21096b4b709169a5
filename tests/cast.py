"""The fixed cast of the tests: the same few people, each in her own browser."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx

from app.accounts import people
from app.lib.clock import now
from app.organisations import organisations
from app.organisations.space.terms import accept_terms

PASSWORD = "Demo2026!"
NAMES = {
    "louise": ("Louise", "Carré"),  # a learner
    "karim": ("Karim", "Benali"),  # a stranger
    "martine": ("Martine", "Antony"),  # her teacher
    "paul": ("Paul", "Villo"),  # the teacher's colleague
    "helene": ("Hélène", "Marchal"),  # the head: administrator of their organisation
    "nadia": ("Nadia", "Ferrand"),  # a teacher of another organisation
    "ada": ("Ada", "Lefort"),  # the service's administrator
}


@dataclass
class Cast:
    """Makes people when a test needs them."""

    ids: dict[str, int] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)

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

    async def blaison(self) -> int:
        """The university: Martine and Paul teach there, Hélène runs it. Its id."""
        return await self._organisation("Université Blaison", "SUP", {"martine": "member", "paul": "member"}, "helene")

    async def elsewhere(self) -> int:
        """Another organisation, Nadia's."""
        return await self._organisation("Lycée des Tilleuls", "SCO", {}, "nadia")

    async def _organisation(
        self, name: str, kind: organisations.Kind, team: dict[str, organisations.Role], head: str
    ) -> int:
        if name not in self.organisations:
            made = await organisations.create(name, kind, now())
            for who, role in {**team, head: "administrator"}.items():
                person = await self.person(who)
                await organisations.add_member(made, person, role, now())  # type: ignore[arg-type]
                await accept_terms(person, now())
            self.organisations[name] = made
        return self.organisations[name]
