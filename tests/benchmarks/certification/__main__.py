"""Two hundred candidates begin their certification within a minute, on PostgreSQL and two server processes.

    python -m tests.benchmarks.certification [--candidates 200] [--within 60] [--workers 2 | --sqlite]

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
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
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


@dataclass(frozen=True)
class Engine:
    """Where the data is: `server` starts Pix on it; `process`: of the database server, None when it has none."""

    server: Callable[[], AbstractContextManager[service.Server]]
    process: int | None = None
    look: Callable[[], None] = lambda: None
    """Points this process to what the server wrote."""


def main() -> int:
    arguments = _arguments()
    pace = Pace(arguments.within, arguments.reading, arguments.answers, arguments.polling)
    measures = Measures()
    with tempfile.TemporaryDirectory(prefix="pix-benchmark-") as name, ExitStack() as stack:
        folder = Path(name)
        engine = _sqlite(folder) if arguments.sqlite else stack.enter_context(_postgres(folder, arguments.workers))
        hall = asyncio.run(prepare(arguments.candidates, arguments.per_session, arguments.content))
        with engine.server() as server:
            spent = _measured(hall, server, engine.process, pace, measures)
        engine.look()
        measures.failures += asyncio.run(_missing(len(hall.candidates), arguments.answers))
    _report(hall, measures, spent, arguments)
    return 1 if measures.failures else 0


@contextmanager
def _postgres(folder: Path, workers: int) -> Iterator[Engine]:
    """A database server of our own, that keeps what it acknowledges."""
    from tests.databases import postgres_server

    folder.chmod(0o755)  # PostgreSQL runs under another account
    place = folder / "postgres"
    place.mkdir()
    with postgres_server(place, DURABLE) as database:
        asyncio.run(database.command("CREATE DATABASE pix"))
        url = database.url("pix")
        service.settle_on(url, folder)
        process = int((place / "data" / "postmaster.pid").read_text().split()[0])
        yield Engine(lambda: service.pix_workers(url, folder, workers), process)


def _sqlite(folder: Path) -> Engine:
    """A file, and one process."""
    prepared = service.settle(folder)

    def look() -> None:
        from tests.databases import use_sqlite

        use_sqlite(next(folder.glob("full-*/pix.sqlite")))

    return Engine(lambda: service.pix(prepared, "FULL"), look=look)


def _measured(hall: Hall, server: service.Server, database: int | None, pace: Pace, measures: Measures) -> Spent:
    """The processors of the servers, of the database, and of this process alone: the others are its children."""

    def used() -> tuple[float, float, float]:
        return server.cpu_seconds(), service.cpu_seconds(database) if database else 0.0, time.process_time()

    before, began = used(), time.perf_counter()
    uvloop.run(play(hall, server.port, pace, measures))
    clock = time.perf_counter() - began
    return Spent(clock, *(late - early for late, early in zip(used(), before, strict=True)))


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
    where = "one process, SQLite" if arguments.sqlite else f"{arguments.workers} processes, PostgreSQL"
    everything = [one for seconds in measures.seconds.values() for one in seconds]
    lines = [
        "",
        f"{len(hall.candidates)} candidates of {len(hall.sessions)} sessions arrive within {arguments.within:g} s;",
        f"each reads a page {arguments.reading:g} s and answers {arguments.answers} questions; lists asked for every",
        f"{arguments.polling:g} s. {hall.content}, {where}; {os.cpu_count()} cores,",
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
    parser.add_argument("--sqlite", action="store_true", help="one process, on a SQLite file")
    parser.add_argument("--content", type=Path, default=service.BANK, help="the tree to load")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
