"""The real server, in a process of its own, on a SQLite file of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BANK = ROOT / "content"
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")
PATIENCE = 90.0  # seconds to wait for a server that starts


def settle(folder: Path) -> Path:
    """Points this process to a fresh database in the folder, before any module of the application is imported."""
    database = folder / "prepared.sqlite"
    os.environ.update(_environment(folder, f"sqlite:///{database}", "NORMAL", 8000))
    return database


def settle_on(url: str, folder: Path) -> None:
    """The same, to a database that is there."""
    os.environ.update(_environment(folder, url, "FULL", 8000))


@dataclass(frozen=True)
class Server:
    """One that runs."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def cpu_seconds(self) -> float:
        """User and system time of the process, all its threads, and of the processes that it started."""
        return cpu_seconds(self.process.pid)


def cpu_seconds(process: int) -> float:
    """User and system time of a process and of its descendants that still run."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS + sum(cpu_seconds(int(one)) for one in children)


@contextmanager
def pix(prepared: Path, synchronous: str = "FULL") -> Iterator[Server]:
    """`pix serve` on a copy of the database."""
    folder = prepared.parent / f"{synchronous.lower()}-{free_port()}"
    folder.mkdir()
    database = folder / "pix.sqlite"
    shutil.copyfile(prepared, database)
    port = free_port()
    command = [sys.executable, "-m", "app.cli", "serve", "--port", str(port)]
    with _running(command, port, _environment(folder, f"sqlite:///{database}", synchronous, port), "/pret") as server:
        yield server


@contextmanager
def pix_workers(url: str, folder: Path, workers: int) -> Iterator[Server]:
    """`pix serve --workers` on a PostgreSQL database."""
    port = free_port()
    command = [sys.executable, "-m", "app.cli", "serve", "--port", str(port), "--workers", str(workers)]
    with _running(command, port, _environment(folder, url, "FULL", port), "/pret") as server:
        yield server


@contextmanager
def empty() -> Iterator[Server]:
    """A Litestar application with one handler that does nothing, under the same server."""
    port = free_port()
    with _running([sys.executable, "-m", "tests.benchmarks.empty", str(port)], port, {}, "/") as server:
        yield server


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, environment: dict[str, str], ready: str) -> Iterator[Server]:
    with tempfile.TemporaryFile() as log:
        # A session of its own: its workers are stopped with it, whatever happens.
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment}, stdout=log, stderr=log, start_new_session=True
        )
        try:
            _wait(process, f"http://localhost:{port}{ready}")
            yield Server(process, port)
        except BaseException:
            log.seek(0)
            print(log.read().decode(errors="replace"), file=sys.stderr)
            raise
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except urllib.error.HTTPError as answer:
            if answer.code != 503:  # it does answer
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise RuntimeError(f"no answer from {url}")


def _environment(folder: Path, url: str, synchronous: str, port: int) -> dict[str, str]:
    return {
        "PIX_ENV": "production",
        "DATABASE_URL": url,
        "SECRET_KEY": "a key for the benchmarks, of at least 32 characters",
        "BASE_URL": f"http://localhost:{port}",
        "MAIL_URL": f"file:{folder}/mails",
        "DATA_DIR": str(folder),
        "SQLITE_SYNCHRONOUS": synchronous,
    }
