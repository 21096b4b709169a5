"""One transaction on the writer of SQLite."""

from __future__ import annotations

import asyncio
import sqlite3
from contextvars import Token
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from piccolo.engine.exceptions import TransactionError
from piccolo.engine.sqlite import Savepoint, SQLiteTransaction, TransactionType

if TYPE_CHECKING:
    from app.persistence.sqlite_engine import KeptOpenSQLiteEngine


class WriteTransaction(SQLiteTransaction):
    """`BEGIN IMMEDIATE` … `COMMIT`, alone on the writer. A second one inside it joins it.

    It belongs to the task that began it. A task started inside would sometimes be in and sometimes out of the
    transaction: its queries raise TransactionError until the transaction has ended.
    """

    engine: KeptOpenSQLiteEngine
    connection: sqlite3.Connection
    context: Token[Any]

    def __init__(self, engine: KeptOpenSQLiteEngine, *, allow_nested: bool = True) -> None:
        self.engine = engine
        self.transaction_type = TransactionType.immediate
        self.ended = False
        self._savepoint_id = 0
        self._committed = self._rolled_back = False
        current = engine.current.get()
        self._parent: WriteTransaction | None = current if current is not None and not current.ended else None
        if self._parent is not None and not allow_nested:
            raise TransactionError("A transaction is already active.")

    async def __aenter__(self) -> WriteTransaction:
        if self._parent is not None:
            self._parent.check_task()
            return self._parent
        engine = self.engine
        await engine.turn.acquire()
        try:
            self.connection = engine.opened_writer()
            self._task = asyncio.current_task()
            self._changes = self.connection.total_changes
            await engine.run_patiently(self.connection, "BEGIN IMMEDIATE")
        except BaseException:
            engine.turn.release()
            raise
        self.context = engine.current.set(self)
        return self

    async def __aexit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        if self._parent is not None:
            return False
        try:
            if exception is None:
                await self.commit()
        finally:
            # Nothing here awaits anything that can wait: no cancellation can leave the writer locked.
            try:
                await self.rollback()
            finally:
                self._leave()
        if self._committed and self.connection.total_changes != self._changes:
            await self.engine.reached_disk()
        return False

    def _leave(self) -> None:
        self.ended = True
        try:
            self.engine.current.reset(self.context)
        except ValueError:  # closed from another context: `ended` is enough
            pass
        finally:
            self.engine.turn.release()

    def check_task(self) -> None:
        """Refuse a task that was started inside the transaction."""
        if asyncio.current_task() is not self._task:
            raise TransactionError("A task started inside a transaction cannot use it: start it afterwards.")

    async def commit(self) -> None:
        """Make the changes durable; the transaction is over."""
        if self.connection.in_transaction:
            self.connection.execute("COMMIT")
            self.engine.commits += self.connection.total_changes != self._changes
            self._committed = True

    async def rollback(self) -> None:
        """Forget the changes; the transaction is over. Does nothing after a commit."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
            self._rolled_back = True

    async def savepoint(self, name: str | None = None) -> Savepoint:
        """A point to come back to without losing what was done before."""
        name = name or f"savepoint_{self.get_savepoint_id()}"
        self.connection.execute(f"SAVEPOINT {name}")
        return WriterSavepoint(name, self)

    async def rollback_to(self, savepoint_name: str) -> None:
        """Forget what was done since the savepoint."""
        self.connection.execute(f"ROLLBACK TO SAVEPOINT {savepoint_name}")


class WriterSavepoint(Savepoint):
    """A savepoint on the writer."""

    async def rollback_to(self) -> None:
        """Forget what was done since this point, which stays."""
        await self.transaction.rollback_to(self.name)

    async def release(self) -> None:
        """Keep what was done since this point, which disappears."""
        cast(WriteTransaction, self.transaction).connection.execute(f"RELEASE SAVEPOINT {self.name}")
