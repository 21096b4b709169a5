"""A fresh database for each test, on the engine named by PIX_TEST_DATABASE: `sqlite` (default) or `postgres`.

The schema is made once per session, in a template that each test gets a copy of. PostgreSQL is started here
from the installed binaries: a server of our own, on a socket in a temporary folder, stopped at the end.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote

import asyncpg
from piccolo.table import create_db_tables

from app.persistence import migrations
from app.persistence.database import database_running
from app.persistence.engine import engine
from app.persistence.postgres_engine import PooledPostgresEngine
from app.persistence.registry import tables, unique_indexes
from app.persistence.sqlite_engine import KeptOpenSQLiteEngine

CONTENT = Path(__file__).parents[1] / "content"
MEMORY = Path("/dev/shm")
PR_SET_PDEATHSIG = 1
OPTIONS = (
    "listen_addresses=",
    "max_connections=100",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "shared_buffers=64MB",
)


Fill = Callable[[], Awaitable[object]]


class PostgresMissing(Exception):
    """No PostgreSQL server is installed here."""


def memory_folder(prefix: str) -> Path:
    """A new folder, in memory where the system has such a place."""
    return Path(tempfile.mkdtemp(prefix=prefix, dir=MEMORY if os.access(MEMORY, os.W_OK) else None))


async def make_schema() -> None:
    """The schema as migrations make it; as the code declares it, while there is none."""
    async with database_running():
        if migrations.migrations():
            await migrations.upgrade()
            return
        await create_db_tables(*tables())
        for index in unique_indexes():
            await migrations.run(migrations.unique_index_sql(index))


async def fill_with_demo() -> None:
    """The real content and the demonstration, as `pix demo` does."""
    from app.content import releases
    from app.demo.world import fill
    from app.lib.clock import now

    releases.forget()
    await releases.load_tree(CONTENT, now())
    await fill(now())


# SQLite


@dataclass
class SQLiteFiles:
    """Copies of a template file."""

    folder: Path

    def __post_init__(self) -> None:
        self._numbers = count()
        self.template = self.folder / "template.sqlite"

    def make_template(self) -> None:
        use_sqlite(self.template)
        asyncio.run(make_schema())

    async def with_demo(self) -> Path:
        """Another template, which has the real content and the demonstration."""
        from tests.accessibility.demo_server import demo

        return demo() / "pix.sqlite"

    async def filled(self, name: str, fill: Fill) -> Path:
        """Another template, of this name, filled the first time."""
        file = self.folder / f"{name}.sqlite"
        if not file.exists():
            unfinished = self.folder / f"{name}.part"
            shutil.copyfile(self.template, unfinished)
            use_sqlite(unfinished)
            async with database_running():
                await fill()
            unfinished.rename(file)
        return file

    @asynccontextmanager
    async def fresh(self, template: Path | None = None) -> AsyncIterator[str]:
        """The engine of this process points to a new copy, which is opened; gives its URL."""
        file = self.folder / f"{next(self._numbers)}.sqlite"
        shutil.copyfile(template or self.template, file)
        use_sqlite(file)
        async with database_running():
            yield f"sqlite:///{file}"
        for leftover in self.folder.glob(f"{file.name}*"):
            leftover.unlink()


def use_sqlite(file: Path) -> None:
    database = engine()
    assert isinstance(database, KeptOpenSQLiteEngine)
    database.path = str(file)


# PostgreSQL


@dataclass
class PostgresServer:
    """A running server of our own, and copies of its template database."""

    socket: Path

    def __post_init__(self) -> None:
        self._numbers = count()
        self._filled: set[str] = set()

    def url(self, name: str) -> str:
        return f"postgresql://pix@/{name}?host={quote(str(self.socket), safe='/')}"

    def make_template(self) -> None:
        asyncio.run(self.command("CREATE DATABASE template_pix"))
        use_postgres(self.url("template_pix"))
        asyncio.run(make_schema())

    async def with_demo(self) -> str:
        """Another template, which has the real content and the demonstration."""
        return await self.filled("demo", fill_with_demo)

    async def filled(self, name: str, fill: Fill) -> str:
        """Another template, of this name, filled the first time."""
        template = f"template_{name}"
        if template not in self._filled:
            await self.copy("template_pix", template)
            use_postgres(self.url(template))
            async with database_running():
                await fill()
            self._filled.add(template)
        return template

    @asynccontextmanager
    async def fresh(self, template: str | None = None) -> AsyncIterator[str]:
        """The engine of this process points to a new copy, which is opened; gives its URL."""
        name = f"test_{next(self._numbers)}"
        await self.copy(template or "template_pix", name)
        use_postgres(self.url(name))
        async with database_running():
            yield self.url(name)
        await self.command(f"DROP DATABASE {name} WITH (FORCE)")

    async def copy(self, template: str, name: str) -> None:
        """By copying files: half the time of what PostgreSQL does by itself since its version 15."""
        await self.command(f"CREATE DATABASE {name} TEMPLATE {template}", since_15=" STRATEGY FILE_COPY")

    async def command(self, sql: str, since_15: str = "") -> None:
        connection = await asyncpg.connect(self.url("postgres"))
        try:
            await connection.execute(sql + since_15 * (connection.get_server_version() >= (15,)))
        finally:
            await connection.close()


def use_postgres(url: str) -> None:
    database = engine()
    assert isinstance(database, PooledPostgresEngine)
    database.config["dsn"] = url


@contextmanager
def postgres_server(folder: Path, settings: Sequence[str] = OPTIONS) -> Iterator[PostgresServer]:
    """A server in this folder until the end of the block; raises PostgresMissing."""
    binaries = postgres_binaries()
    account = unprivileged_account()
    data, socket = folder / "data", folder / "socket"
    socket.mkdir()
    for path in (folder, socket):
        if account:
            shutil.chown(path, account)
    initdb = ("initdb", "-D", data, "-U", "pix", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
    run_as(account, binaries, *initdb)
    options = [part for option in settings for part in ("-c", option)]
    with (folder / "log").open("wb") as output:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", data, "-k", socket, *options],
            user=account,
            stdout=output,
            stderr=output,
            preexec_fn=stop_with_parent,
        )
    try:
        wait_until_ready(server, socket, folder / "log")
        yield PostgresServer(socket)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)


def postgres_binaries() -> Path:
    """The folder of the newest installed server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    if on_path := shutil.which("postgres"):
        return Path(on_path).resolve().parent
    raise PostgresMissing("No PostgreSQL server here: install one (on Debian, apt-get install postgresql).")


def unprivileged_account() -> str | None:
    """PostgreSQL refuses to run as root: the account to run it with, None when we are not root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def run_as(account: str | None, binaries: Path, command: str, *arguments: str | Path) -> None:
    words = [binaries / command, *arguments]
    done = subprocess.run(words, user=account, capture_output=True, text=True, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr}")


def stop_with_parent() -> None:
    """Ask the kernel to stop this process when the tests die, even killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def wait_until_ready(server: subprocess.Popen[bytes], socket: Path, log: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and server.poll() is None:
        if any(socket.glob(".s.PGSQL.*[0-9]")) and asyncio.run(answers(PostgresServer(socket))):
            return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


async def answers(server: PostgresServer) -> bool:
    try:
        await server.command("SELECT 1")
    except (OSError, asyncpg.PostgresError):
        return False
    return True
