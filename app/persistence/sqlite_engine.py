"""SQLite with its connections kept open: one that writes, one that reads.

Piccolo's own engine opens a connection and a thread for every query, and lets two transactions read
before they write: one of them then fails. Here a process has

* one writer, behind an `asyncio.Lock`: every transaction is `BEGIN IMMEDIATE`, so it waits for its turn
  before it reads, and none is refused;
* one reader, read-only, never inside a transaction: while somebody writes, it sees what was committed, and
  waits for nobody; when nobody does, the writer itself reads;
* in the server, a checkpointer: a thread with a connection of its own;
* at `synchronous=FULL`, flushes to the disk shared by the commits of the moment (`shared_sync`).

Queries run on the thread of the event loop: they take microseconds, a thread would cost more. A long report
belongs in a thread with a connection of its own (`read_only_connection`).

Until `start` and after `stop` the engine behaves as Piccolo's does: its command line needs no more.
"""

from __future__ import annotations

import asyncio
import logging
import random
import re
import sqlite3
from collections.abc import Sequence
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from string import Formatter
from typing import Any, cast

from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType, convert_datetime_in
from piccolo.querystring import QueryString

from app.persistence.checkpoints import checkpoint_regularly
from app.persistence.errors import DatabaseBusy
from app.persistence.shared_sync import SharedSync, flush_file
from app.persistence.write_transaction import WriteTransaction

log = logging.getLogger(__name__)

OLDEST_VERSION = (3, 35)  # RETURNING
PATIENCE = 5.0  # seconds to wait for another process that writes
FIRST_WAIT, LONGEST_WAIT = 0.0005, 0.02
BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
# Piccolo reads the integers of a row through Decimal, ten times slower; its columns hold nothing but integers.
sqlite3.register_converter("INTEGER", int)
NUMBERED = " INTEGER PRIMARY KEY"
READ = re.compile(r"\s*(SELECT|EXPLAIN|WITH(?!.*\b(INSERT|UPDATE|DELETE|REPLACE)\b))\b", re.I | re.S)

Row = dict[str, Any]


class KeptOpenSQLiteEngine(SQLiteEngine):
    """Piccolo's SQLite engine, with the connections of the module's description once it is started."""

    def __init__(self, path: Path, synchronous: str = "FULL") -> None:
        super().__init__(path=str(path), timeout=PATIENCE)
        self.synchronous = synchronous
        self.turn = asyncio.Lock()
        self.commits = 0
        """How many commits of this process changed rows."""
        self.current = cast("ContextVar[WriteTransaction | None]", self.current_transaction)
        self._starts = 0
        self._writer: sqlite3.Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._checkpointer: asyncio.Task[None] | None = None
        self._sync: SharedSync | None = None

    # Opening and closing

    async def start(self, *, checkpoints: bool = True) -> None:
        """Open the connections. Each start has its stop; the first opens, the last closes."""
        if self._writer is None:
            self._open_all()
        self._starts += 1
        if checkpoints and self._checkpointer is None:
            self._checkpointer = asyncio.create_task(checkpoint_regularly(self))

    async def stop(self) -> None:
        """Close the connections, once the running transaction has ended."""
        self._starts -= 1
        if self._starts or self._writer is None or self._reader is None:
            return
        if self._checkpointer is not None:
            self._checkpointer.cancel()
            await asyncio.wait([self._checkpointer])
            self._checkpointer = None
        async with self.turn:
            self._reader.close()
            self._writer.close()
            self._reader = self._writer = None
            if self._sync is not None:
                await self._sync.close()
                self._sync = None

    def _open_all(self) -> None:
        if sqlite3.sqlite_version_info < OLDEST_VERSION:
            raise RuntimeError(f"SQLite {sqlite3.sqlite_version} is too old: 3.35 is needed.")
        Path(self.path).parent.mkdir(parents=True, exist_ok=True)
        self.turn = asyncio.Lock()
        self._writer = self.writing_connection()
        self._reader = self.read_only_connection()
        if self.synchronous == "FULL":
            self._sync = SharedSync(partial(flush_file, Path(f"{self.path}-wal")))
        log.info("SQLite %s, %s, synchronous=%s", sqlite3.sqlite_version, self.path, self.synchronous)

    def writing_connection(self) -> sqlite3.Connection:
        """A new connection that may write; close it yourself."""
        return self._open(
            self.path,
            "journal_mode=WAL",
            "wal_autocheckpoint=0",
            f"synchronous={'NORMAL' if self.synchronous == 'FULL' else self.synchronous}",
            "foreign_keys=1",
        )

    def read_only_connection(self) -> sqlite3.Connection:
        """A new connection that cannot write; its rows are tuples; close it yourself."""
        return self._open(f"{Path(self.path).absolute().as_uri()}?mode=ro", "query_only=1")

    @staticmethod
    def _open(database: str, *pragmas: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            database,
            uri=database.startswith("file:"),
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=512,
            detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES,
        )
        for pragma in (*pragmas, "cache_size=-20000", "temp_store=MEMORY", "busy_timeout=0"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    # Queries

    async def run_querystring(self, querystring: QueryString, in_pool: bool = False) -> list[Row]:
        """Run one statement: in the transaction of this task if it has one, else alone."""
        if self._writer is None:
            return cast(list[Row], await super().run_querystring(querystring, in_pool))
        sql, arguments = compiled(querystring)
        return await self.run_sql(sql, arguments)

    async def run_ddl(self, ddl: str, in_pool: bool = False) -> list[Row]:
        """Run one statement that changes the schema."""
        ddl = never_reusing(ddl)
        if self._writer is None:
            return cast(list[Row], await super().run_ddl(ddl, in_pool))
        return await self.run_sql(ddl, ())

    async def run_sql(self, sql: str, arguments: Sequence[Any]) -> list[Row]:
        """Run one statement written for SQLite: in the transaction of this task if it has one, else alone."""
        self.query_id += 1
        if self.log_queries:
            self.print_query(self.query_id, sql)
        transaction = self.current.get()
        if transaction is not None and not transaction.ended:
            transaction.check_task()
            return rows_of(transaction.connection.execute(sql, arguments))
        if reads_only(sql):
            return await self.run_patiently(self._opened(self._free_connection()), sql, arguments)
        async with self.turn:
            writer = self._opened(self._writer)
            before = writer.total_changes
            rows = await self.run_patiently(writer, sql, arguments)
            changed = writer.total_changes != before
            self.commits += changed
        if changed:
            await self.reached_disk()
        return rows

    async def reached_disk(self) -> None:
        """Returns when every commit of this process until now is as durable as the setting wants it."""
        if self._sync is not None:
            await self._sync.reached()

    async def run_patiently(self, connection: sqlite3.Connection, sql: str, arguments: Sequence[Any] = ()) -> list[Row]:
        """Run a statement; while another process holds the file, let the other tasks of ours go on."""
        waited, wait = 0.0, FIRST_WAIT
        while True:
            try:
                return rows_of(connection.execute(sql, arguments))
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in BUSY:
                    raise
                if waited > PATIENCE:
                    raise DatabaseBusy("Another process has been writing for too long.") from error
            pause = random.uniform(wait / 2, wait)
            await asyncio.sleep(pause)
            waited, wait = waited + pause, min(2 * wait, LONGEST_WAIT)

    # Transactions

    def transaction(
        self, transaction_type: TransactionType = TransactionType.immediate, allow_nested: bool = True
    ) -> SQLiteTransaction:
        """A transaction that may write, whatever its type: it waits for its turn before its first query."""
        if self._writer is None:
            return super().transaction(transaction_type, allow_nested)
        return WriteTransaction(self, allow_nested=allow_nested)

    def transaction_exists(self) -> bool:
        """Whether this task is inside a transaction."""
        current = self.current.get()
        return current is not None and not getattr(current, "ended", False)

    def opened_writer(self) -> sqlite3.Connection:
        """The connection that writes: for who has the turn."""
        return self._opened(self._writer)

    def _free_connection(self) -> sqlite3.Connection | None:
        """For a read: the writer while nobody writes, for it still has in memory what it wrote; else the reader."""
        return self._reader if self.turn.locked() else self._writer

    @staticmethod
    def _opened(connection: sqlite3.Connection | None) -> sqlite3.Connection:
        if connection is None:
            raise DatabaseBusy("The database has been closed.")
        return connection


def moment_of(text: bytes) -> datetime:
    """A moment that was stored."""
    return datetime.fromisoformat(text.decode()).replace(tzinfo=UTC)


def moment_text(moment: datetime) -> str:
    """What is stored of a moment, as Piccolo writes it: the few of a request are written several times each."""
    return _text_in_utc(moment) if moment.tzinfo is UTC else convert_datetime_in(moment)


@lru_cache(maxsize=256)
def _text_in_utc(moment: datetime) -> str:
    return str(moment)


sqlite3.register_adapter(datetime, moment_text)
sqlite3.register_converter("TIMESTAMPTZ", moment_of)


def never_reusing(ddl: str) -> str:
    """The same statement; a table that it creates gives no row the number that another had, as PostgreSQL does.

    Without that SQLite gives the number of the last row again once it is deleted: a key of a deleted session, or the
    name of a browser that signed out, would be somebody else's.
    """
    if not ddl.startswith("CREATE TABLE"):
        return ddl
    return ddl.replace(NUMBERED, f"{NUMBERED} AUTOINCREMENT", 1)


@lru_cache(maxsize=1024)
def reads_only(sql: str) -> bool:
    """Whether a statement leaves the database as it is."""
    return READ.match(sql) is not None


def compiled(querystring: QueryString) -> tuple[str, Sequence[Any]]:
    """The SQL of a statement and its values. Raw SQL is parsed once: Piccolo would do it at each request."""
    for value in querystring.args:
        if isinstance(value, QueryString):
            return cast("tuple[str, Sequence[Any]]", querystring.compile_string(engine_type="sqlite"))
    return with_marks(querystring.template), querystring.args


@lru_cache(maxsize=1024)
def with_marks(template: str) -> str:
    """Raw SQL with the marks of SQLite where `{}` stands for a value."""
    return "".join(
        words + ("" if field is None else "?") for words, field, _format, _conversion in Formatter().parse(template)
    )


def rows_of(cursor: sqlite3.Cursor) -> list[Row]:
    """All the rows of a statement, as Piccolo wants them; the statement is over, whatever happens."""
    try:
        rows = cursor.fetchall()
        if not rows:
            return rows
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in rows]  # noqa: B905 (as long as each other, and read at every request)
    finally:
        cursor.close()
