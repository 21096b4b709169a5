"""What they do: candidates from the sign-in to their first answers, invigilators before their lists."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from urllib.parse import urlencode

from tests.benchmarks.certification.browsing import Failed, Measures, TimedBrowser
from tests.benchmarks.certification.hall import PASSWORD, Enrolled, Hall, Session

CARDS = 5
PRESENCE = 20.0
"""Seconds between two signs of a page that is open."""
CHALLENGE = re.compile(r'data-challenge="([^"]+)"')
CLIENT_TOKEN = re.compile(r'name="client_token" value="([^"]+)"')


@dataclass(frozen=True)
class Pace:
    """Seconds over which they arrive, seconds that each page is read (on average), answers of each."""

    within: float
    reading: float
    answers: int
    polling: float
    """Seconds between two looks of an invigilator's list."""


@dataclass
class Candidate:
    """One of them."""

    who: Enrolled
    hall: Hall
    browser: TimedBrowser
    random: Random
    pace: Pace
    url: str = ""
    """Of the test, once it is begun."""

    async def takes_the_test(self, arrives_after: float) -> None:
        """From the sign-in to the first answers."""
        await asyncio.sleep(arrives_after)
        with suppress(Failed):
            await self._signs_in()
            self.url = await self._starts(await self._joins())
            await self._answers(self.url)

    async def is_there(self) -> None:
        """Until she is stopped: the page of her question says that it is open, by a connection that is free."""
        beside = TimedBrowser(self.browser.port, self.browser.measures, self.browser.cookies)
        with suppress(Failed):
            await asyncio.sleep(self.random.uniform(0, PRESENCE))  # pages are not opened at the same instant
            while True:
                await asyncio.sleep(PRESENCE)
                if self.url:
                    await beside.get("page that is open", f"{self.url}/presence", htmx=True)

    async def _signs_in(self) -> None:
        await self.browser.with_files("sign-in page", "/connexion?suite=/certifications")
        form = {"login": self.who.login, "password": PASSWORD, "suite": "/certifications"}
        await self.browser.post("sign-in (Argon2)", "/connexion", urlencode(form))
        await self._reads()

    async def _joins(self) -> str:
        """To the instructions; her address as a candidate."""
        await self.browser.with_files("certification page", "/certifications")
        await self._reads()
        form = {
            "session": str(self.who.session.id),
            "first_name": self.who.first_name.upper(),
            "birth_name": self.who.birth_name,
            "birthdate.day": "23",
            "birthdate.month": "06",
            "birthdate.year": "2005",
        }
        place = await self.browser.post("joining", "/certifications", urlencode(form))
        return place.removesuffix("/consignes/1")

    async def _starts(self, candidate: str) -> str:
        """From the instructions to the address of the test."""
        for card in range(1, CARDS + 1):
            await self.browser.get("instructions", f"{candidate}/consignes/{card}")
            await self._reads()
        check = await self.browser.post("commitment", f"{candidate}/engagement", "commitment=yes")
        await self.browser.get("check of the computer", check)
        proof = check.partition("engagement=")[2]
        await self.browser.get("page of the code", f"{candidate}/code?engagement={proof}")
        await self._reads()
        form = {"engagement": proof, "code": self.who.session.access_code.lower(), "locale": "fr"}
        return await self.browser.post("start", f"{candidate}/code", urlencode(form))

    async def _answers(self, url: str) -> None:
        page = await self.browser.with_files("first question", url)
        for _ in range(self.pace.answers):
            await self._reads()
            if f'action="{url}/depart"' in page:
                asked = urlencode({"challenge": _found(CHALLENGE, page)})
                page = await self.browser.post("timer", f"{url}/depart", asked, htmx=True)
            challenge, token = _found(CHALLENGE, page), _found(CLIENT_TOKEN, page)
            form = f"challenge={challenge}&client_token={token}&{self.hall.answer(challenge, self.random)}"
            page = await self.browser.post("answer", f"{url}/reponses", form, htmx=True)

    async def _reads(self) -> None:
        await asyncio.sleep(self.random.uniform(0, 2 * self.pace.reading))


@dataclass
class Invigilator:
    """Of a session: she has let everybody in, then her list is asked for again and again."""

    session: Session
    browser: TimedBrowser
    pace: Pace

    @property
    def room(self) -> str:
        return f"/certif/surveillance/{self.session.id}"

    async def enters(self) -> None:
        """Signs in, gives the password of the session, confirms every presence."""
        form = {"login": self.session.invigilator, "password": PASSWORD}
        await self.browser.post("invigilator: sign-in", "/connexion", urlencode(form))
        form = {"session": str(self.session.id), "password": self.session.password}
        await self.browser.post("invigilator: door", "/certif/surveillance", urlencode(form))
        await self.browser.post("invigilator: everybody is here", f"{self.room}/presences", "")
        await self.browser.with_files("invigilator: page", self.room)

    async def watches(self, first: float) -> None:
        """Until she is stopped."""
        await asyncio.sleep(first)
        with suppress(Failed):
            while True:
                await self.browser.get("invigilator: list", self.room, htmx=True)
                await asyncio.sleep(self.pace.polling)


async def play(hall: Hall, port: int, pace: Pace, measures: Measures) -> None:
    """The invigilators enter; then the candidates arrive, evenly, and everybody goes on to the end."""
    random = Random(1)
    invigilators = [Invigilator(one, TimedBrowser(port, measures), pace) for one in hall.sessions]
    for one in invigilators:
        await one.enters()
    watching = [asyncio.create_task(one.watches(random.uniform(0, pace.polling))) for one in invigilators]
    candidates = [
        Candidate(who, hall, TimedBrowser(port, measures), Random(number), pace)
        for number, who in enumerate(hall.candidates)
    ]
    random.shuffle(candidates)  # sessions begin together
    watching += [asyncio.create_task(one.is_there()) for one in candidates]
    step = pace.within / len(candidates)
    await asyncio.gather(*(one.takes_the_test(place * step) for place, one in enumerate(candidates)))
    for task in watching:
        task.cancel()
    for left in (*invigilators, *candidates):
        left.browser.close()


def _found(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    assert found, page
    return found[1]
