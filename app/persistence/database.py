"""Opening and closing the database of this process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.persistence.engine import engine
from app.persistence.sqlite_engine import KeptOpenSQLiteEngine


class TooManyWorkers(Exception):
    """SQLite is for one process: several that write and copy the same file are slower, and not safe."""


async def start_database(*, checkpoints: bool = True) -> None:
    """Open the database. The server keeps `checkpoints`; a command beside it must not."""
    await engine().start(checkpoints=checkpoints)


async def stop_database() -> None:
    """Close what `start_database` opened."""
    await engine().stop()


@asynccontextmanager
async def database_running(*, checkpoints: bool = False) -> AsyncIterator[None]:
    """The database is open inside: `async with database_running(): …`."""
    await start_database(checkpoints=checkpoints)
    try:
        yield
    finally:
        await stop_database()


def check_workers(workers: int) -> None:
    """Refuse several processes on SQLite (TooManyWorkers)."""
    if workers > 1 and isinstance(engine(), KeptOpenSQLiteEngine):
        raise TooManyWorkers(f"{workers} workers need PostgreSQL (DATABASE_URL=postgresql://…): with SQLite, run one.")
