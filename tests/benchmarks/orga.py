"""Pages of Pix Orga for 10,000 participants beside 100; files of 10,000 lines beside 1,000.

    python -m tests.benchmarks.orga [--rounds 7] [--everything]

Pages are asked of the application in this process: the time of the answer, and how many statements it takes. Files are
downloaded from a server in a process of its own, a fresh one for each: how fast, and how much more memory than before
(SQLite's cache, at most 20 MB, is in it); meanwhile somebody else opens a page, ten times a second. Then each file is
made again in this process, to know what Python holds at most.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import tempfile
import threading
import time
import tracemalloc
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from tests.benchmarks import service
from tests.benchmarks.crowd import Crowd, prepare
from tests.benchmarks.service import Server

PAGES = {
    "Participants": "/orga/campagnes/{campaign}/participants",
    "Résultats collectifs": "/orga/campagnes/{campaign}/resultats",
    "Analyse": "/orga/campagnes/{campaign}/analyse",
    "Questions": "/orga/campagnes/{campaign}/questions",
    "Statistiques": "/orga/statistiques",
    "Campagnes": "/orga/campagnes",
}
FILES = {
    "CSV": "export.csv",
    "CSV of the questions": "questions.csv",
    "ODS": "export.ods",
    "XLSX": "export.xlsx",
    "ODS and questions": "export.ods?questions=oui",
    "XLSX and questions": "export.xlsx?questions=oui",
}
PIECE = 65_536


@dataclass(frozen=True)
class Asked:
    """What a page took."""

    milliseconds: float
    statements: int
    bytes: int
    status: int


@dataclass(frozen=True)
class Downloaded:
    """What a file took. `memory`: bytes of the process above what it had; `held`: the most that Python's objects took;
    `others`: the longest wait of somebody else."""

    seconds: float
    bytes: int
    memory: int
    held: int
    others: float


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="pix-benchmark-") as name:
        database = service.settle(Path(name))
        crowds = {
            one.size: one for one in asyncio.run(prepare(database, service.BANK, everything=arguments.everything))
        }
        small, large = crowds[100], crowds[10_000]
        pages = asyncio.run(_pages([small, large], arguments.rounds))
        files = {
            kind: [_download(database, small, crowds[size], path) for size in (1_000, 10_000)]
            for kind, path in FILES.items()
        }
    aim = "all the skills" if arguments.everything else "the skills of `decouverte`"
    print(f"\nCampaigns on {aim}; {os.cpu_count()} cores, Python {platform.python_version()}, SQLite")
    _report_pages(pages, arguments.rounds)
    _report_files(files)


async def _pages(crowds: list[Crowd], rounds: int) -> dict[str, list[Asked]]:
    from app.main import create_app
    from app.settings import settings

    configuration = settings()
    application = create_app(configuration)
    async with application.lifespan():
        found: dict[str, list[Asked]] = {}
        for name, path in PAGES.items():
            found[name] = [await _page(application, configuration.base_url, one, path, rounds) for one in crowds]
    return found


async def _page(application: object, base_url: str, crowd: Crowd, path: str, rounds: int) -> Asked:
    from app.persistence.engine import engine
    from app.web.cookies import session_cookie_name

    headers = {"Cookie": f"{session_cookie_name()}={crowd.cookie}", "Accept-Encoding": "br"}
    transport = httpx.ASGITransport(app=application)  # type: ignore[arg-type]
    address = path.format(campaign=crowd.campaign)
    async with httpx.AsyncClient(transport=transport, base_url=base_url, headers=headers) as client:
        times = []
        for _ in range(rounds + 1):
            before, start = engine().query_id, time.perf_counter()
            response = await client.get(address)
            times.append(time.perf_counter() - start)
            statements = engine().query_id - before
    return Asked(1e3 * median(times[1:]), statements, len(response.content), response.status_code)


def _download(database: Path, small: Crowd, crowd: Crowd, path: str) -> Downloaded:
    """From a fresh server, that has made a small file of that kind already."""
    with service.pix(database) as server:
        _fetch(server, small, path)
        _forget_peak(server)
        before, stop, waits = _memory(server, "VmRSS"), threading.Event(), [0.0]
        other = threading.Thread(target=_visit, args=(server.url, stop, waits))
        other.start()
        start = time.perf_counter()
        size = _fetch(server, crowd, path)
        seconds = time.perf_counter() - start
        stop.set()
        other.join()
        memory = _memory(server, "VmHWM") - before
    return Downloaded(seconds, size, memory, asyncio.run(_held([small, crowd], path)), max(waits))


async def _held(crowds: list[Crowd], path: str) -> int:
    """The most bytes that Python holds while the file of the last of `crowds` is made, those before being made."""
    from app.main import create_app
    from app.settings import settings

    configuration = settings()
    application = create_app(configuration)
    async with application.lifespan():
        for crowd in crowds:
            tracemalloc.start()
            sent = await _sent(application, crowd, f"/orga/campagnes/{crowd.campaign}/{path}")
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            assert sent > crowd.size, path
    return peak


async def _sent(application: Any, crowd: Crowd, address: str) -> int:
    """Asks for a file as a server would, and keeps nothing of it; its size."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"localhost"), (b"cookie", f"pix={crowd.cookie}".encode())],
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }
    size, over = 0, asyncio.Event()

    async def receive() -> dict[str, Any]:
        await over.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal size
        assert message.get("status", 200) == 200, message
        size += len(message.get("body", b""))
        if message["type"] == "http.response.body" and not message.get("more_body"):
            over.set()

    await application(scope, receive, send)
    return size


def _fetch(server: Server, crowd: Crowd, path: str) -> int:
    """How many bytes came."""
    url = f"{server.url}/orga/campagnes/{crowd.campaign}/{path}"
    size = 0
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": f"pix={crowd.cookie}"})) as response:
        while piece := response.read(PIECE):
            size += len(piece)
    return size


def _visit(url: str, stop: threading.Event, waits: list[float]) -> None:
    while not stop.wait(0.1):
        start = time.perf_counter()
        with urllib.request.urlopen(f"{url}/connexion", timeout=60) as response:
            response.read()
        waits.append(time.perf_counter() - start)


def _forget_peak(server: Server) -> None:
    Path(f"/proc/{server.process.pid}/clear_refs").write_text("5")


def _memory(server: Server, name: str) -> int:
    lines = Path(f"/proc/{server.process.pid}/status").read_text().splitlines()
    return 1024 * int(next(one for one in lines if one.startswith(f"{name}:")).split()[1])


def _report_pages(pages: dict[str, list[Asked]], rounds: int) -> None:
    print(f"\nMedian of {rounds} requests, the answer compressed, in this process\n")
    print("| Page | 100 participants | 10,000 | Times | Statements | kB sent |")
    print("|---|---|---|---|---|---|")
    for name, (small, large) in pages.items():
        if (small.status, large.status) != (200, 200):
            print(f"| {name} | {small.status} | {large.status} | | | |")
            continue
        statements = str(large.statements)
        if small.statements != large.statements:
            statements = f"{small.statements} then {large.statements}"
        print(
            f"| {name} | {small.milliseconds:.0f} ms | {large.milliseconds:.0f} ms |"
            f" {large.milliseconds / small.milliseconds:.1f} | {statements} | {large.bytes / 1e3:.1f} |"
        )


def _report_files(files: dict[str, list[Downloaded]]) -> None:
    print("\nMemory: of the process above what it had, then held by Python; for 1,000 lines and for 10,000\n")
    print("| File | 1,000 lines | 10,000 lines | Lines a second | Size | Process | | Python | | Others wait |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for kind, (small, large) in files.items():
        print(
            f"| {kind} | {small.seconds:.1f} s | {large.seconds:.1f} s | {10_000 / large.seconds:,.0f} |"
            f" {large.bytes / 1e6:.1f} MB | +{small.memory / 1e6:.0f} MB | +{large.memory / 1e6:.0f} MB |"
            f" {small.held / 1e6:.1f} MB | {large.held / 1e6:.1f} MB |"
            f" {1e3 * large.others:.0f} ms |"
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument(
        "--everything", action="store_true", help="aim at all the skills, a column for each: the worst case"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
