"""Two hundred candidates begin their certification within a minute, on PostgreSQL and two server processes.

    python -m tests.benchmarks.certification [--candidates 200] [--within 60] [--workers 2]

The database server, the processes of `pix serve` and this one, which plays everybody, share the machine. The database
keeps what it acknowledges (fsync), on the disk. Exits with 1 when a request fails or something is missing afterwards.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import uvloop

from tests.benchmarks import service
from tests.benchmarks.certification.browsing import Measures
from tests.benchmarks.certification.day import Pace, play
from tests.benchmarks.certification.hall import Hall, prepare

DURABLE = ("listen_addresses=", "max_connections=100", "shared_buffers=128MB")


@dataclass(frozen=True)
class Spent:
    """Seconds of the clock, and of the processors by who used them."""

    clock: float
    servers: float
    database: float
    players: float


def main() -> int:
    arguments = _arguments()
    pace = Pace(arguments.within, arguments.reading, arguments.answers, arguments.polling)
    from tests.databases import postgres_server

    with tempfile.TemporaryDirectory(prefix="pix-benchmark-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # PostgreSQL runs under another account
        place = folder / "postgres"
        place.mkdir()
        with postgres_server(place, DURABLE) as database:
            asyncio.run(database.command("CREATE DATABASE pix"))
            service.settle_on(database.url("pix"), folder)
            hall = asyncio.run(prepare(arguments.candidates, arguments.per_session, arguments.content))
            measures = Measures()
            postmaster = int((place / "data" / "postmaster.pid").read_text().split()[0])
            with service.pix_workers(database.url("pix"), folder, arguments.workers) as server:
                spent = _measured(hall, server, postmaster, pace, measures)
            measures.failures += asyncio.run(_missing(len(hall.candidates), arguments.answers))
    _report(hall, measures, spent, arguments)
    return 1 if measures.failures else 0


def _measured(hall: Hall, server: service.Server, postmaster: int, pace: Pace, measures: Measures) -> Spent:
    watched = (server.process.pid, postmaster, os.getpid())
    # What this process plays counts alone: the others are its children.
    before = [*map(service.cpu_seconds, watched[:2]), time.process_time()]
    began = time.perf_counter()
    uvloop.run(play(hall, server.port, pace, measures))
    clock = time.perf_counter() - began
    after = [*map(service.cpu_seconds, watched[:2]), time.process_time()]
    return Spent(clock, *(late - early for late, early in zip(after, before, strict=True)))


async def _missing(candidates: int, answers: int) -> list[str]:
    """What the database should hold and does not: a test each, its answers, a chain of events that nobody changed."""
    from app.certification.events import verify
    from app.certification.tables import CertificationTest
    from app.evaluation.tables import Answer
    from app.persistence.database import database_running

    async with database_running():
        tests = await CertificationTest.select(CertificationTest.id, CertificationTest.assessment)
        wrong = [] if len(tests) == candidates else [f"{len(tests)} tests for {candidates} candidates"]
        for one in tests:
            stored = await Answer.count().where(Answer.assessment == one["assessment"])
            if stored != answers:
                wrong.append(f"test {one['id']}: {stored} answers for {answers}")
            if (broken := await verify(one["id"])) is not None:
                wrong.append(f"test {one['id']}: its chain breaks at {broken}")
    return wrong


def _report(hall: Hall, measures: Measures, spent: Spent, arguments: argparse.Namespace) -> None:
    shared = f"{spent.servers / spent.clock:.0%} of a core, {spent.servers / measures.requests * 1e3:.1f} ms a request"
    everything = [one for seconds in measures.seconds.values() for one in seconds]
    lines = [
        "",
        f"{len(hall.candidates)} candidates of {len(hall.sessions)} sessions arrive within {arguments.within:g} s;",
        f"each reads a page {arguments.reading:g} s and answers {arguments.answers} questions; lists asked for every",
        f"{arguments.polling:g} s. {hall.content}, {arguments.workers} processes, PostgreSQL; {os.cpu_count()} cores,",
        f"Python {platform.python_version()}, {time.strftime('%d %B %Y')}",
        "",
        "| step | requests | p50 ms | p95 ms | p99 ms | longest ms |",
        "|---|---|---|---|---|---|",
        *(_line(step, seconds) for step, seconds in measures.seconds.items()),
        _line("**everything**", everything),
        "",
        f"{measures.requests:,} requests in {spent.clock:.0f} s, {len(measures.failures)} failed,",
        f"{measures.told_to_wait} were told that the service is busy and asked again. Processor: servers",
        f"{spent.servers:.1f} s ({shared}), database {spent.database:.1f} s, this process {spent.players:.1f} s.",
    ]
    print("\n".join(lines))
    for failure in measures.failures[:20]:
        print(failure, file=sys.stderr)


def _line(step: str, seconds: list[float]) -> str:
    cuts = quantiles(seconds, n=100) if len(seconds) > 1 else seconds * 99
    shown = [cuts[49], cuts[94], cuts[98], max(seconds)]
    return f"| {step} | {len(seconds):,} | " + " | ".join(f"{one * 1e3:.0f}" for one in shown) + " |"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--candidates", type=int, default=200)
    parser.add_argument("--per-session", type=int, default=25)
    parser.add_argument("--within", type=float, default=60.0, help="seconds over which they arrive")
    parser.add_argument("--reading", type=float, default=0.5, help="seconds that a page is read, on average")
    parser.add_argument("--answers", type=int, default=5, help="of each candidate")
    parser.add_argument("--polling", type=float, default=10.0, help="seconds between two looks of a list")
    parser.add_argument("--workers", type=int, default=2, help="processes of the server")
    parser.add_argument("--content", type=Path, default=service.BANK, help="the tree to load")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
