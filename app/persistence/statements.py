"""SQL written once by hand, for the few paths where the query builder's own work would weigh more than the query."""

from __future__ import annotations

from typing import Any

from piccolo.querystring import QueryString

from app.persistence.engine import engine
from app.persistence.sqlite_engine import KeptOpenSQLiteEngine, Row, with_marks


class Statement:
    """`RECENT = Statement("SELECT … WHERE id = {}")`, then `await RECENT(7)`: the rows, as dictionaries.

    `{}` stands for a value on either engine. It runs in the transaction of this task if it has one.
    """

    __slots__ = ("_marked", "_sql")

    def __init__(self, sql: str) -> None:
        self._sql = sql
        self._marked = with_marks(sql)

    async def __call__(self, *values: Any) -> list[Row]:
        """Run it with these values."""
        database = engine()
        if isinstance(database, KeptOpenSQLiteEngine):
            return await database.run_sql(self._marked, values)
        return [dict(row) for row in await database.run_querystring(QueryString(self._sql, *values))]
