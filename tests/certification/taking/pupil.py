"""A candidate at work over HTTP, from the form that joins to the last question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

import httpx

from app.content.index import ContentIndex
from tests.served import PASSWORD, wrong_answers

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
Answer = Mapping[str, Sequence[str]]
Answers = Mapping[str, Mapping[str, Sequence[Answer]]]
"""By challenge, its `right` and `wrong` answers."""


def answers_of(index: ContentIndex) -> Answers:
    """What is done in an environment has none: it is passed."""
    bodies = {name: one.body for name, one in index.challenges.items() if not one.body.environment}
    return {name: {"right": list(one.right_answers()), "wrong": wrong_answers(one)} for name, one in bodies.items()}


@dataclass
class Pupil:
    """One of them, in her browser."""

    client: httpx.AsyncClient
    login: str
    first_name: str
    last_name: str
    born: date
    answers: Answers
    able: float = 0.7
    """How often she is right."""
    candidate: str = ""
    url: str = ""
    html: str = ""
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = Random(self.login)

    @property
    def challenge(self) -> str:
        """The one on the page, empty when there is none."""
        return self._found(r'data-challenge="([^"]+)"')

    async def signs_in(self) -> None:
        response = await self.client.post("/connexion", data={"login": self.login, "password": PASSWORD})
        assert response.status_code == 303, response.text

    async def joins(self, session: int) -> None:
        form = {
            "session": str(session),
            "first_name": self.first_name.upper(),
            "birth_name": self.last_name,
            "birthdate.day": str(self.born.day),
            "birthdate.month": str(self.born.month),
            "birthdate.year": str(self.born.year),
        }
        response = await self.client.post("/certifications", data=form)
        assert response.status_code == 303, response.text
        self.candidate = response.headers["location"].split("/")[2]

    async def asks_to_begin(self, code: str) -> httpx.Response:
        """After the commitment."""
        committed = await self.client.post(f"/certifications/{self.candidate}/engagement", data={"commitment": "yes"})
        proof = committed.headers["location"].partition("engagement=")[2]
        form = {"engagement": proof, "code": code.lower(), "locale": "fr"}
        return await self.client.post(f"/certifications/{self.candidate}/code", data=form)

    async def begins(self, code: str) -> None:
        response = await self.asks_to_begin(code)
        assert response.status_code == 303, response.text
        self.url = response.headers["location"]
        await self.opens()

    async def opens(self, path: str = "") -> None:
        response = await self.client.get(path or self.url, follow_redirects=True)
        assert response.status_code == 200
        self.html = response.text

    async def answers_on(self, count: int = 32) -> None:
        """So many questions, or until there is none."""
        for _ in range(count):
            if not self.challenge:
                return
            await self.answers_one()

    async def answers_one(self) -> None:
        if f'action="{self.url}/depart"' in self.html:
            await self._sends("depart", {"challenge": self.challenge})
        right = self.random.random() < self.able
        known = self.answers.get(self.challenge, {})
        given = next(iter(known.get("right" if right else "wrong", ())), {})
        form: dict[str, str | list[str]] = {
            "challenge": self.challenge,
            "client_token": self._found(r'name="client_token" value="([^"]*)"'),
            "action": "validate" if given else "skip",
        }
        form |= {f"answer.{name}" if name else "answer": list(values) for name, values in given.items()}
        self.asked.append(self.challenge)
        await self._sends("reponses", form)

    async def signals(self) -> None:
        """« Signaler un problème avec cette question »."""
        response = await self.client.post("/certifications/alerte", data={"challenge": self.challenge})
        assert response.headers["location"] == self.url
        await self.opens()

    async def _sends(self, what: str, form: Mapping[str, str | list[str]]) -> None:
        response = await self.client.post(f"{self.url}/{what}", data=dict(form), headers=HTMX)
        assert response.status_code == 200, response.text
        self.html = response.text
        if place := response.headers.get("HX-Redirect"):
            await self.opens(place)

    def _found(self, pattern: str) -> str:
        found = re.search(pattern, self.html)
        return found[1] if found else ""
