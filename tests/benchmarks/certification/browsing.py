"""A browser whose requests are timed, step by step."""

from __future__ import annotations

import asyncio
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import NoReturn

from tests.benchmarks.client import Browser, Connection, connected, read

FILES = re.compile(r'(?:href|src)="(/static/[^"#]+)')
COOKIE = re.compile(r"\r\nset-cookie: ([^=]+)=([^;]*)", re.IGNORECASE)
TRIES, SECONDS_BEFORE_AGAIN = 5, 3.0
CONNECTIONS = 2
"""Connections of a browser: its requests take them in turn, so that any of the processes answers."""


@dataclass
class Measures:
    """Seconds of each request by step, and what failed."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: list[str] = field(default_factory=list)
    told_to_wait: int = 0

    @property
    def requests(self) -> int:
        return sum(len(one) for one in self.seconds.values())


class Failed(Exception):
    """A request was not answered as it should."""


@dataclass
class TimedBrowser:
    """Somebody's: her cookies, her connections."""

    port: int
    measures: Measures
    cookies: dict[str, str] = field(default_factory=dict)
    connections: list[Connection] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    """Files it has already."""

    async def get(self, step: str, path: str, *, htmx: bool = False) -> str:
        """The page."""
        return await self._ask(step, "GET", path, "", htmx=htmx)

    async def post(self, step: str, path: str, form: str, *, htmx: bool = False) -> str:
        """The page, or the address where one is sent."""
        return await self._ask(step, "POST", path, form, htmx=htmx)

    async def with_files(self, step: str, path: str) -> str:
        """The page, then what of its files the cache has not."""
        page = await self.get(step, path)
        new = {file for file in FILES.findall(page) if file not in self.kept}
        self.kept |= new
        for file in sorted(new):
            await self._ask("file of a page", "GET", file, "", htmx=False, text=False)
        return page

    def close(self) -> None:
        for one in self.connections:
            one.transport.close()

    async def _ask(self, step: str, method: str, path: str, form: str, *, htmx: bool, text: bool = True) -> str:
        """Once more when the service says that it is busy, as often as people would."""
        for _ in range(TRIES):
            begins, answer = await self._once(step, method, path, form, htmx=htmx)
            if answer[9:12] != b"503":
                break
            self.measures.told_to_wait += 1
            await asyncio.sleep(SECONDS_BEFORE_AGAIN)
        if answer[9:10] not in b"23":
            self._fail(f"{step}: {method} {path} {answer[9:12].decode()}")
        return read(begins, answer)[1] if text else ""

    async def _once(self, step: str, method: str, path: str, form: str, *, htmx: bool) -> tuple[int, bytes]:
        if len(self.connections) < CONNECTIONS:
            self.connections.append(await connected(self.port))
        connection = self.connections[next(_turn) % len(self.connections)]
        request = Browser(self.port, connection, self._cookie()).request(method, path, form.encode(), htmx=htmx)
        sent = time.perf_counter()
        try:
            begins, answer = await connection.exchange(request)
        except OSError as error:
            self._fail(f"{step}: {error!r}")
        self.measures.seconds[step].append(time.perf_counter() - sent)
        self.cookies |= dict(COOKIE.findall(answer[:begins].decode("latin-1")))
        return begins, answer

    def _cookie(self) -> str:
        """The session first: the header names it."""
        others = [f"{name}={value}" for name, value in self.cookies.items() if name != "pix"]
        return "; ".join((self.cookies.get("pix", ""), *others))

    def _fail(self, what: str) -> NoReturn:
        self.measures.failures.append(what)
        raise Failed(what)


_turn = count()
