"""A learner at work over HTTP: reads the form on the page, answers it right or wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

import httpx

from app.content.challenge import Answer
from app.content.index import ContentIndex
from app.content.kinds.environment import EnvironmentChallenge

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@dataclass
class Learner:
    """Follows an assessment from page to page."""

    client: httpx.AsyncClient
    index: ContentIndex
    assessment: int
    html: str = ""
    asked: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"/evaluations/{self.assessment}"

    @property
    def challenge(self) -> str:
        """The challenge on the page, empty when there is none."""
        found = re.search(r'data-challenge="([^"]+)"', self.html)
        return found[1] if found else ""

    @property
    def at_checkpoint(self) -> bool:
        return "data-checkpoint" in self.html

    def hidden(self, name: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.html)
        return unescape(found[1]) if found else ""

    async def open(self) -> httpx.Response:
        response = await self.client.get(self.url, follow_redirects=True)
        self.html = response.text
        return response

    async def start_timer_if_asked(self) -> None:
        if f'action="{self.url}/depart"' in self.html:
            response = await self.client.post(f"{self.url}/depart", data={"challenge": self.challenge}, headers=HTMX)
            self.html = response.text

    async def send(self, answer: Answer, *, action: str = "validate", htmx: bool = True) -> httpx.Response:
        """Posts the form of the page."""
        data: dict[str, str | list[str]] = {
            "challenge": self.challenge,
            "client_token": self.hidden("client_token"),
            "action": action,
        }
        data |= {f"answer.{name}" if name else "answer": list(values) for name, values in answer.items()}
        response = await self.client.post(
            f"{self.url}/reponses", data=data, headers=HTMX if htmx else {}, follow_redirects=True
        )
        return await self._arrive(response)

    async def _arrive(self, response: httpx.Response) -> httpx.Response:
        """Goes where HTMX is told to go."""
        if "HX-Redirect" in response.headers:
            response = await self.client.get(response.headers["HX-Redirect"], follow_redirects=True)
        self.html = response.text
        return response

    async def answer(self, right: bool, *, htmx: bool = True) -> httpx.Response:
        await self.start_timer_if_asked()
        body = self.index.challenges[self.challenge].body
        self.asked.append(self.challenge)
        if isinstance(body, EnvironmentChallenge):
            await self.act(*(body.path if right else body.wrong_paths[0]))
            return await self.send({}, htmx=htmx)
        return await self.send(next(body.right_answers() if right else body.wrong_answers()), htmx=htmx)

    async def act(self, *actions: Mapping[str, str]) -> httpx.Response:
        """Acts in the environment of the page, one form after the other."""
        for action in actions:
            data = {"challenge": self.challenge, "step": self.hidden("step"), **action}
            response = await self.client.post(f"{self.url}/environnement", data=data, follow_redirects=True)
            self.html = response.text
        return response

    async def go_on(self) -> httpx.Response:
        response = await self.client.post(
            f"{self.url}/bilans", data={"answers": self.hidden("answers")}, headers=HTMX, follow_redirects=True
        )
        return await self._arrive(response)
