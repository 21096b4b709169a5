"""Long reads, over the participations or the answers of a whole campaign: nobody waits for them but who asked."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from typing import Any

import asyncpg
from piccolo.querystring import QueryString

from app.persistence.engine import engine
from app.persistence.sqlite_engine import PATIENCE, KeptOpenSQLiteEngine, Row, rows_of, with_marks


async def report(sql: str, *values: Any) -> list[Row]:
    """`await report("SELECT … WHERE campaign = {}", 7)`: the rows, as dictionaries.

    On SQLite it runs in a thread, on a connection of its own: a query of a tenth of a second on the thread of the
    event loop would be a tenth of a second of silence for every learner. It sees what was committed.
    """
    database = engine()
    if isinstance(database, KeptOpenSQLiteEngine) and not database.transaction_exists():
        database.query_id += 1
        return await asyncio.to_thread(_read, database, with_marks(sql), values)
    return [dict(row) for row in await database.run_querystring(QueryString(sql, *values))]


async def can_report(table: str) -> bool:
    """Whether there is a database with this table. Nothing is created, nothing needs to be open."""
    try:
        await report(f'SELECT 1 FROM "{table}" LIMIT 1')
    except (sqlite3.Error, asyncpg.PostgresError, OSError):
        return False
    return True


def _read(database: KeptOpenSQLiteEngine, sql: str, values: Sequence[Any]) -> list[Row]:
    connection = database.read_only_connection()
    try:
        connection.execute(f"PRAGMA busy_timeout={int(1000 * PATIENCE)}")
        return rows_of(connection.execute(sql, values))
    finally:
        connection.close()
