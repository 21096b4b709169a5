"""How many answers a second one process takes: answer, graded, stored, next challenge rendered.

    python -m tests.benchmarks.answers [--rounds 5] [--seconds 4] [--learners 50] [--target everything]

The servers run in processes of their own; this one plays the learners. Rounds alternate between an empty Litestar
handler and Pix, so that what else the machine does weighs on both.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import re
import tempfile
import time
from collections.abc import Coroutine, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

import uvloop

from tests.benchmarks import service
from tests.benchmarks.client import Browser, Connection, connected, form
from tests.benchmarks.learners import CAMPAIGN, EVERYTHING, TOKEN, Place, Prepared, prepare
from tests.benchmarks.service import Server

CHALLENGE = re.compile(r'data-challenge="([^"]+)"')
CLIENT_TOKEN = re.compile(r'name="client_token" value="([^"]+)"')


@dataclass
class Run:
    """What one round measured."""

    latencies: list[float] = field(default_factory=list)
    others: int = 0
    """Requests that are no answers: opening an assessment, starting a timer."""
    seconds: float = 0.0
    cpu: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.latencies) / self.seconds

    @property
    def cpu_micros(self) -> float:
        """Time of the server's processor for one request."""
        return self.cpu / (len(self.latencies) + self.others) * 1e6


@dataclass
class Learners:
    """Those who have not begun yet; when one has finished, another takes the seat."""

    prepared: Prepared
    waiting: Iterator[Place]
    random: Random = field(default_factory=lambda: Random(1))


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="pix-benchmark-") as name, ExitStack() as stack:
        database = service.settle(Path(name))
        prepared = prepare(arguments.prepared, arguments.content, arguments.target)
        servers = {
            "empty handler": stack.enter_context(service.empty()),
            "FULL": stack.enter_context(service.pix(database, "FULL")),
            "NORMAL": stack.enter_context(service.pix(database, "NORMAL")),
        }
        pools = {name: Learners(prepared, iter(prepared.places)) for name in servers}
        runs: dict[str, list[Run]] = {name: [] for name in servers}
        for turn in range(arguments.rounds + 1):
            for name, server in servers.items():
                seconds = arguments.seconds if turn else 1.0
                run = uvloop.run(_round(server, pools[name], name, arguments.learners, seconds))
                if turn:  # the first one warms up
                    runs[name].append(run)
    _report(runs, prepared, arguments)


async def _round(server: Server, pool: Learners, name: str, learners: int, seconds: float) -> Run:
    connections = [await connected(server.port) for _ in range(learners)]
    run, before, start = Run(), server.cpu_seconds(), time.perf_counter()
    end = start + seconds
    play = _knock if name == "empty handler" else _learn
    seats: list[Coroutine[Any, Any, None]] = [play(server.port, one, pool, run, end) for one in connections]
    await asyncio.gather(*seats)
    run.seconds, run.cpu = time.perf_counter() - start, server.cpu_seconds() - before
    for one in connections:
        one.transport.close()
    return run


async def _knock(port: int, connection: Connection, pool: Learners, run: Run, end: float) -> None:
    """The same request as an answer, to who does nothing with it."""
    challenge = next(iter(pool.prepared.right))
    browser = Browser(port, connection, pool.prepared.places[0].cookie)
    while time.perf_counter() < end:
        request = browser.request("POST", "/", pool.prepared.body(challenge, TOKEN, pool.random))
        sent = time.perf_counter()
        _, answer = await connection.exchange(request)
        run.latencies.append(time.perf_counter() - sent)
        assert answer.startswith(b"HTTP/1.1 200 "), answer


async def _learn(port: int, connection: Connection, pool: Learners, run: Run, end: float) -> None:
    """One seat: question after question, assessment after assessment."""
    while time.perf_counter() < end:
        place = next(pool.waiting)
        browser = Browser(port, connection, place.cookie)
        url = f"/evaluations/{place.assessment}"
        status, html = await browser.get(url)
        run.others += 1
        while time.perf_counter() < end and html != "/accueil":
            assert status == 200, html
            asked = CHALLENGE.search(html)
            if asked is None or f'action="{url}/depart"' in html:
                found = re.search(r'name="challenge" value="([^"]+)"', html)
                assert found, html
                status, html = await browser.post(f"{url}/depart", form(challenge=found[1]))
                run.others += 1
                continue
            token = CLIENT_TOKEN.search(html)
            assert token, html
            body = pool.prepared.body(asked[1], token[1], pool.random)
            sent = time.perf_counter()
            status, html = await browser.post(f"{url}/reponses", body)
            run.latencies.append(time.perf_counter() - sent)
        if html != "/accueil":
            return


def _report(runs: dict[str, list[Run]], prepared: Prepared, arguments: argparse.Namespace) -> None:
    print(f"\n{arguments.learners} learners in parallel, {prepared.content}, median of {arguments.rounds} rounds of")
    print(f"{arguments.seconds} s; {os.cpu_count()} cores, Python {platform.python_version()}, SQLite\n")
    print("| | requests/s | ratio | p50 ms | p95 ms | p99 ms | CPU µs | CPU ratio |")
    print("|---|---|---|---|---|---|---|---|")
    for name, done in runs.items():
        empty = runs["empty handler"]
        ratio = median(other.rate / one.rate for one, other in zip(done, empty, strict=True))
        cpu_ratio = median(one.cpu_micros / other.cpu_micros for one, other in zip(done, empty, strict=True))
        cuts = [quantiles(one.latencies, n=100) for one in done]
        p50, p95, p99 = (median(one[rank] for one in cuts) * 1e3 for rank in (49, 94, 98))
        label = name if name == "empty handler" else f"answer, synchronous={name}"
        print(
            f"| {label} | {median(one.rate for one in done):,.0f} | 1/{ratio:.1f} | {p50:.0f} | {p95:.0f} | {p99:.0f} |"
            f" {median(one.cpu_micros for one in done):.0f} | {cpu_ratio:.1f} |"
        )
    print("\nrounds:", {name: [f"{one.rate:.0f}" for one in done] for name, done in runs.items()})
    given = sum(len(one.latencies) for name in ("FULL", "NORMAL") for one in runs[name])
    others = sum(one.others for name in ("FULL", "NORMAL") for one in runs[name])
    print(f"{given} answers, {others} other requests among them (an assessment opened, a timer started)")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4.0, help="length of a round")
    parser.add_argument("--learners", type=int, default=50, help="in parallel")
    parser.add_argument("--prepared", type=int, default=4000, help="learners to take the seats one after the other")
    parser.add_argument("--content", type=Path, default=service.BANK, help="the tree to load")
    parser.add_argument("--target", default=CAMPAIGN, help=f"a target profile, or {EVERYTHING}: the whole framework")
    return parser.parse_args()


if __name__ == "__main__":
    main()
