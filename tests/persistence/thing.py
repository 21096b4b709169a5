"""A table of the tests' own."""

from __future__ import annotations

import pytest
from piccolo.columns import ForeignKey, Integer, Timestamptz, Varchar
from piccolo.table import Table

from app.lib.clock import now
from app.persistence import migrations


class Thing(Table, tablename="thing"):
    name = Varchar(length=100)
    count = Integer(default=0)
    made_at = Timestamptz(default=now)


class Part(Table, tablename="thing_part"):
    thing = ForeignKey(Thing)
    name = Varchar(length=100)


@pytest.fixture
async def things(database: object) -> type[Thing]:
    """The two tables above exist."""
    await Thing.create_table()
    await Part.create_table()
    await migrations.run(migrations.unique_index_sql(("thing_part", ("thing", "name"))))
    return Thing


async def names() -> list[str]:
    return [row["name"] for row in await Thing.raw("SELECT name FROM thing ORDER BY id")]
