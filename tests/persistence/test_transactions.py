"""What a transaction promises, on both engines."""

from __future__ import annotations

import asyncio

import pytest
from piccolo.engine.exceptions import TransactionError

from app.lib.clock import now
from app.persistence.engine import Database
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction
from tests.persistence.thing import Part, Thing, names

pytestmark = pytest.mark.usefixtures("things")


class Oops(Exception):
    pass


async def add(name: str) -> None:
    await Thing.insert(Thing(name=name))


async def test_what_is_written_inside_is_read_inside_and_then_by_all() -> None:
    async with write_transaction():
        await add("a")
        assert await names() == ["a"]
    assert await names() == ["a"]


async def test_nobody_else_reads_what_is_not_committed() -> None:
    written, read = asyncio.Event(), asyncio.Event()

    async def write() -> None:
        async with write_transaction():
            await add("a")
            written.set()
            await read.wait()

    writing = asyncio.create_task(write())
    await written.wait()
    before = await names()
    read.set()
    await writing
    assert (before, await names()) == ([], ["a"])


async def test_an_error_undoes_everything() -> None:
    with pytest.raises(Oops):
        async with write_transaction():
            await add("a")
            raise Oops
    assert await names() == []


async def test_a_failed_statement_undoes_everything_and_leaves_the_database_usable() -> None:
    with pytest.raises(Exception, match="nowhere"):
        async with write_transaction():
            await add("a")
            await Thing.raw("SELECT 1 FROM nowhere")
    await add("b")
    assert await names() == ["b"]


async def test_an_inner_transaction_whose_failure_is_caught_undoes_only_itself() -> None:
    async with write_transaction():
        await add("a")
        with pytest.raises(Oops):
            async with write_transaction():
                await add("b")
                raise Oops
        async with write_transaction():
            await add("c")
    assert await names() == ["a", "c"]


async def test_an_outer_failure_undoes_an_inner_success() -> None:
    with pytest.raises(Oops):
        async with write_transaction():
            async with write_transaction():
                await add("a")
            raise Oops
    assert await names() == []


async def test_a_row_already_there_can_be_found_instead() -> None:
    await add("a")
    (thing,) = await Thing.raw("SELECT id FROM thing")
    await Part.insert(Part(thing=thing["id"], name="wheel"))
    async with write_transaction():
        with pytest.raises(Exception, match=r"(?i)unique") as caught:
            async with write_transaction():
                await Part.insert(Part(thing=thing["id"], name="wheel"))
        assert is_unique_violation(caught.value)
        assert len(await Part.raw("SELECT id FROM thing_part")) == 1


async def test_a_row_cannot_point_to_nothing() -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key") as caught:
        await Part.insert(Part(thing=12345, name="wheel"))
    assert not is_unique_violation(caught.value)


async def test_a_cancelled_transaction_is_undone_and_leaves_the_way_free(database: Database) -> None:
    inside = asyncio.Event()

    async def write_slowly() -> None:
        async with write_transaction():
            await add("a")
            inside.set()
            await asyncio.sleep(60)

    slow = asyncio.create_task(write_slowly())
    await inside.wait()
    waiting = asyncio.create_task(add_in_transaction("b"))
    await asyncio.sleep(0.01)
    slow.cancel()
    with pytest.raises(asyncio.CancelledError):
        await slow
    await asyncio.wait_for(waiting, 5)
    assert await names() == ["b"]
    assert not database.transaction_exists()


async def test_a_task_cancelled_while_it_waits_for_its_turn_takes_nothing_along() -> None:
    go_on = asyncio.Event()

    async def take_the_turn() -> None:
        async with write_transaction():
            await add("first")
            await go_on.wait()

    async with asyncio.TaskGroup() as group:
        group.create_task(take_the_turn())
        tasks = [group.create_task(add_in_transaction(str(number))) for number in range(20)]
        await asyncio.sleep(0)
        for task in tasks[1::2]:
            task.cancel()
        go_on.set()
    await asyncio.wait_for(add_in_transaction("last"), 5)
    done = {str(number) for number, task in enumerate(tasks) if not task.cancelled()}
    assert set(await names()) == done | {"first", "last"}


async def add_in_transaction(name: str) -> None:
    async with write_transaction():
        await add(name)


async def test_hundreds_of_transactions_that_read_then_write_lose_nothing() -> None:
    await add("counter")

    async def increment() -> None:
        while True:
            async with write_transaction():
                (row,) = await Thing.raw("SELECT count FROM thing")
                await asyncio.sleep(0)  # let the others try
                sql = "UPDATE thing SET count = {} WHERE count = {} RETURNING id"
                if await Thing.raw(sql, row["count"] + 1, row["count"]):
                    return

    await asyncio.gather(*(increment() for _ in range(300)))
    assert await Thing.raw("SELECT count FROM thing") == [{"count": 300}]


async def test_reads_go_on_while_others_write() -> None:
    await add("a")

    async def write() -> None:
        for _ in range(50):
            async with write_transaction():
                await Thing.raw("UPDATE thing SET count = count + 1")
                await asyncio.sleep(0)

    async def read() -> list[int]:
        seen = []
        for _ in range(50):
            (row,) = await Thing.raw("SELECT count FROM thing")
            seen.append(row["count"])
            await asyncio.sleep(0)
        return seen

    *_, seen = await asyncio.gather(write(), write(), read())
    assert seen == sorted(seen)
    assert await Thing.raw("SELECT count FROM thing") == [{"count": 100}]


async def test_a_task_started_inside_cannot_slip_into_the_transaction() -> None:
    async with write_transaction():
        task = asyncio.create_task(add("stray"))
        with pytest.raises(TransactionError):
            await task


async def test_a_task_started_inside_can_use_the_database_afterwards() -> None:
    ended = asyncio.Event()

    async def later() -> None:
        await ended.wait()
        await add("later")
        await add_in_transaction("later still")

    async with write_transaction():
        task = asyncio.create_task(later())
        await add("first")
    ended.set()
    await task
    assert await names() == ["first", "later", "later still"]


async def test_times_come_back_aware() -> None:
    moment = now()
    async with write_transaction():
        await Thing.insert(Thing(name="a", made_at=moment))
    (row,) = await Thing.select(Thing.made_at)
    assert row["made_at"] == moment
    assert (await Thing.raw("SELECT made_at FROM thing"))[0]["made_at"] == moment
