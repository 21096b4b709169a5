"""Copying SQLite's write-ahead log back into the database file, away from the queries.

SQLite before 3.51.3 can corrupt a file: a writer starts the log anew at the very moment another connection
begins a checkpoint with what it knew of the old one. A writer does so only when all of the log was copied. So

* one connection of one process checkpoints: the server's (nothing else does it, not even automatically);
* it begins only when rows were committed since its last checkpoint ended: some of the log is then not copied
  yet, and it alone could copy it. No writer can start the log anew under its feet. (Or it begins inside a
  transaction, while nobody can write.)
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.persistence.sqlite_engine import KeptOpenSQLiteEngine

log = logging.getLogger(__name__)

EVERY = 1.0  # second
LONG_LOG = 16_384
"""Pages of 4 kB. Past this, nobody writes until all is copied, so that the log can start anew."""


async def checkpoint_regularly(engine: KeptOpenSQLiteEngine) -> None:
    """Checkpoint every second in which rows were written, until cancelled."""
    connection = engine.writing_connection()
    seen = engine.commits
    try:
        while True:
            await asyncio.sleep(EVERY)
            if engine.commits != seen:
                seen = await _catch_up(engine, connection)
    finally:
        connection.close()


async def _catch_up(engine: KeptOpenSQLiteEngine, connection: sqlite3.Connection) -> int:
    """Checkpoint; returns the number of commits that a next one must exceed."""
    try:
        if await _checkpoint(connection) > LONG_LOG:
            async with engine.transaction():
                await _checkpoint(connection)
    except sqlite3.Error:
        log.exception("The write-ahead log could not be copied into the database; trying again in a second.")
    return engine.commits


async def _checkpoint(connection: sqlite3.Connection) -> int:
    """Checkpoint in a thread; returns how many pages the log has. Cancelled, it still ends what it began."""
    thread = asyncio.create_task(asyncio.to_thread(passive_checkpoint, connection))
    try:
        return await asyncio.shield(thread)
    except asyncio.CancelledError:
        await asyncio.wait([thread])
        raise


def passive_checkpoint(connection: sqlite3.Connection) -> int:
    """Copy what can be copied without making anyone wait; returns how many pages the log has."""
    pages: int = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[1]
    return pages
