"""Thirty learners start the same campaign together behind one line: when does the last one see her question?

Each does what a browser does: the page, then its files on up to six connections, signing up, the rules of the game,
the question; then an answer.
"""

from __future__ import annotations

import asyncio
import re
import sys
import time
from dataclasses import dataclass
from html import unescape
from typing import Any

import httpx

LEARNERS = 30
FILES = re.compile(r'(?:href|src)="(/static/[^"#]+)')
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin", "Accept-Encoding": "br, gzip"}


@dataclass(frozen=True)
class Times:
    """Seconds until the last of the class saw it, and requests that failed."""

    first_question: float
    next_question: float
    failed: int


async def class_of_thirty(url: str, code: str, answers: dict[str, Any]) -> Times:
    learners = [Pupil(url, code, number, answers) for number in range(LEARNERS)]
    began = time.perf_counter()
    await asyncio.gather(*(one.reach_the_question() for one in learners))
    first = time.perf_counter() - began
    began = time.perf_counter()
    await asyncio.gather(*(one.answer() for one in learners))
    following = time.perf_counter() - began
    for one in learners:
        await one.client.aclose()
    return Times(first, following, sum(one.failed for one in learners))


class Pupil:
    """One learner and her browser."""

    def __init__(self, url: str, code: str, number: int, answers: dict[str, Any]) -> None:
        limits = httpx.Limits(max_connections=6, max_keepalive_connections=6)
        self.client = httpx.AsyncClient(
            base_url=url, limits=limits, timeout=120, headers=SAME_ORIGIN, follow_redirects=True
        )
        self.code, self.number, self.answers = code, number, answers
        self.kept: set[str] = set()
        self.failed = 0
        self.page = ""

    async def reach_the_question(self) -> None:
        await self._open("GET", f"/campagnes/{self.code}")
        await self._send({})
        typed = {"first_name": "Inès", "last_name": "Moreau", "password": "Demo2026!", "terms": "yes"}
        typed["email"] = f"ines{self.number}-{time.time_ns()}@exemple.fr"
        await self._send(typed)
        while 'class="challenge' not in self.page:
            await self._send({})

    async def answer(self) -> None:
        challenge = _attribute(self.page, "data-challenge")
        right = self.answers[challenge]
        values = {f"answer.{name}" if name else "answer": list(given) for name, given in right.items()}
        await self._send({**values, "action": "validate"}, HTMX)

    async def _send(self, typed: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        """The first form of the page that posts, with its hidden fields."""
        forms = self.page.partition("<main")[2].split("<form ")[1:]
        form = next(one for one in forms if 'method="post"' in one.partition(">")[0]).partition("</form>")[0]
        hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
        data = {**{name: unescape(value) for name, value in hidden}, **typed}
        await self._open("POST", unescape(_attribute(form, "action")), data, headers)

    async def _open(
        self, method: str, path: str, data: dict[str, Any] | None = None, headers: dict[str, str] | None = None
    ) -> None:
        answer = await self.client.request(method, path, data=data, headers=headers)
        self._look_at(answer)
        self.page = answer.text
        new = {file for file in FILES.findall(self.page) if file not in self.kept}
        self.kept |= new
        for file in await asyncio.gather(*(self.client.get(file) for file in new)):
            self._look_at(file)

    def _look_at(self, answer: httpx.Response) -> None:
        if answer.status_code >= 400:
            self.failed += 1
            print(answer.request.method, answer.url.path, answer.status_code, file=sys.stderr)


def _attribute(html: str, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', html)
    assert found, name
    return found[1]
