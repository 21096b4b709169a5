"""Long reads leave the event loop to the others, on either engine."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from time import perf_counter

import pytest

from app.persistence.engine import Database
from app.persistence.reports import report
from app.persistence.transactions import write_transaction
from tests.persistence.thing import Thing, things

__all__ = ["things"]  # a fixture

pytestmark = pytest.mark.usefixtures("things")

LONG = (
    "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {})"
    " SELECT SUM(n) AS total FROM numbers"
)


async def test_it_reads_what_was_committed() -> None:
    await Thing.insert(*(Thing(name=f"{{thing}} {number}", count=number) for number in range(5)))
    rows = await report("SELECT name, count FROM thing WHERE count >= {} ORDER BY count", 3)
    assert rows == [{"name": "{thing} 3", "count": 3}, {"name": "{thing} 4", "count": 4}]
    assert await report("SELECT name FROM thing WHERE count > {}", 9) == []


async def test_moments_come_back_as_they_do_elsewhere() -> None:
    await Thing.insert(Thing(name="a", count=1))
    (row,) = await report("SELECT made_at FROM thing")
    assert row["made_at"] == (await Thing.select(Thing.made_at).first() or {})["made_at"]


async def test_inside_a_transaction_it_sees_what_was_written_there() -> None:
    async with write_transaction():
        await Thing.insert(Thing(name="a", count=1))
        assert len(await report("SELECT name FROM thing")) == 1


async def test_it_counts_as_one_query(database: Database) -> None:
    before = database.query_id
    await report("SELECT name FROM thing")
    assert database.query_id - before == 1


async def test_the_others_go_on_meanwhile() -> None:
    ticks = [perf_counter()]

    async def tick() -> None:
        while True:
            await asyncio.sleep(0.001)
            ticks.append(perf_counter())

    ticking = asyncio.create_task(tick())
    began = perf_counter()
    await report(LONG, 1_000_000)
    lasted = perf_counter() - began
    ticking.cancel()
    assert max(after - before for before, after in pairwise(ticks)) < lasted / 2
