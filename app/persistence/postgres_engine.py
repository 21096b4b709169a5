"""PostgreSQL: Piccolo's engine, opened when asked and never left holding a broken transaction."""

from __future__ import annotations

import asyncio
import logging
from contextvars import ContextVar
from types import TracebackType
from typing import Any, cast

from piccolo.engine.exceptions import TransactionError
from piccolo.engine.postgres import PostgresEngine, PostgresTransaction

from app.persistence.errors import DatabaseBusy

log = logging.getLogger(__name__)

POOL_MIN, POOL_MAX = 2, 10
PATIENCE = 5.0  # seconds to wait for a connection
LONGEST_QUERY = 60.0  # seconds


class PooledPostgresEngine(PostgresEngine):
    """Piccolo's PostgreSQL engine with a pool of connections once it is started."""

    def __init__(self, url: str) -> None:
        super().__init__(config={"dsn": url}, extensions=())
        self.current = cast("ContextVar[Any]", self.current_transaction)
        self._starts = 0

    @property
    def url(self) -> str:
        """Where the server is."""
        return str(self.config["dsn"])

    async def check_version(self) -> None:
        """Nothing: making the engine must not need the server. `start` says which version runs."""

    async def start(self, *, checkpoints: bool = True) -> None:  # noqa: ARG002  (PostgreSQL does its own)
        """Open the pool. Each start has its stop; the first opens, the last closes."""
        if self.pool is None:
            await self.start_connection_pool(
                min_size=POOL_MIN, max_size=POOL_MAX, timeout=PATIENCE, command_timeout=LONGEST_QUERY
            )
            log.info("PostgreSQL %s", await self.get_version())
        self._starts += 1

    async def stop(self) -> None:
        """Close the pool, once the running queries have ended."""
        self._starts -= 1
        if not self._starts and self.pool is not None:
            await self.close_connection_pool()

    def transaction(self, allow_nested: bool = True) -> PostgresTransaction:
        """A transaction on a connection of its own."""
        if self.pool is None:
            return super().transaction(allow_nested)
        return PooledTransaction(self, allow_nested)

    def transaction_exists(self) -> bool:
        """Whether this task is inside a transaction."""
        return bool(self.current.get())

    async def run_querystring(self, querystring: Any, in_pool: bool = True) -> Any:
        """Run one statement: in the transaction of this task if it has one, else alone."""
        self._check_task()
        return await super().run_querystring(querystring, in_pool)

    async def run_ddl(self, ddl: str, in_pool: bool = True) -> Any:
        """Run one statement that changes the schema."""
        self._check_task()
        return await super().run_ddl(ddl, in_pool)

    def _check_task(self) -> None:
        transaction = self.current.get()
        if isinstance(transaction, PooledTransaction) and transaction:
            transaction.check_task()


class PooledTransaction(PostgresTransaction):
    """Piccolo's transaction; however it ends, its connection goes back and its task is free again.

    It belongs to the task that began it, as on SQLite.
    """

    engine: PooledPostgresEngine

    def __init__(self, engine: PooledPostgresEngine, allow_nested: bool = True) -> None:
        super().__init__(engine, allow_nested)
        self.ended = False

    def __bool__(self) -> bool:
        """False once ended: Piccolo then sees no transaction."""
        return not self.ended

    async def __aenter__(self) -> PostgresTransaction:
        if self._parent is not None:
            cast(PooledTransaction, self._parent).check_task()
            return self._parent
        pool = self.engine.pool
        if pool is None:
            raise DatabaseBusy("The database has been closed.")
        self._task = asyncio.current_task()
        self.connection = await self._acquire()
        try:
            self.transaction = self.connection.transaction()
            await self.transaction.start()
        except BaseException:
            await pool.release(self.connection)
            raise
        self.context = self.engine.current.set(self)
        return self

    async def _acquire(self) -> Any:
        assert self.engine.pool is not None
        try:
            return await self.engine.pool.acquire(timeout=PATIENCE)
        except TimeoutError as error:
            raise DatabaseBusy("All connections to the database are taken.") from error

    async def __aexit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        if self._parent is not None:
            return False
        try:
            if self._committed or self._rolled_back:
                return False
            await (self.transaction.commit() if exception is None else self.transaction.rollback())
        finally:
            await self._leave()
        return False

    async def _leave(self) -> None:
        self.ended = True
        try:
            self.engine.current.reset(self.context)
        except ValueError:  # closed from another context: `ended` is enough
            pass
        finally:
            if self.engine.pool is not None:
                await self.engine.pool.release(self.connection)  # rolls back what is left open

    def check_task(self) -> None:
        """Refuse a task that was started inside the transaction."""
        if asyncio.current_task() is not self._task:
            raise TransactionError("A task started inside a transaction cannot use it: start it afterwards.")
