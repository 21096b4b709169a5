"""All or nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from app.persistence.engine import engine


def write_transaction() -> AbstractAsyncContextManager[Any]:
    """Everything written inside is stored together, or nothing is: `async with write_transaction(): …`.

    Reads inside see what was written inside. On SQLite no other transaction runs meanwhile; on PostgreSQL
    others do: compare and set (`update … where state is still X`, count the rows), never trust a read.

    One inside another is a savepoint: when it fails and the failure is caught, only its own writes are
    undone.
    """
    database = engine()
    return _savepoint() if database.transaction_exists() else database.transaction()


@asynccontextmanager
async def _savepoint() -> AsyncIterator[None]:
    async with engine().transaction() as outer:
        savepoint: Any = await outer.savepoint()
        try:
            yield
        except BaseException:
            await savepoint.rollback_to()
            raise
        finally:
            await savepoint.release()
