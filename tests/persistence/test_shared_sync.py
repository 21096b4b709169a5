"""At FULL, nobody is told that something is stored before it is on the disk; several commits share a flush."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from piccolo.querystring import QueryString

from app.persistence import shared_sync
from app.persistence.shared_sync import SharedSync
from app.persistence.sqlite_engine import KeptOpenSQLiteEngine


class Disk:
    """Flushes that end when the test says so."""

    def __init__(self) -> None:
        self.flushes = 0
        self.gate = threading.Event()

    def flush(self) -> None:
        self.flushes += 1
        self.gate.wait(5)
        self.gate.clear()

    async def until(self, flushes: int) -> None:
        while self.flushes < flushes:
            await asyncio.sleep(0.001)


@pytest.fixture
async def disk() -> AsyncIterator[Disk]:
    disk = Disk()
    yield disk
    disk.gate.set()


async def test_who_comes_during_a_flush_waits_for_the_next_one(disk: Disk) -> None:
    sync = SharedSync(disk.flush)
    first = asyncio.create_task(sync.reached())
    await disk.until(1)
    others = [asyncio.create_task(sync.reached()) for _ in range(5)]
    await asyncio.sleep(0.01)
    assert disk.flushes == 1
    disk.gate.set()
    await first
    await disk.until(2)
    assert not any(one.done() for one in others)
    disk.gate.set()
    await asyncio.gather(*others)
    assert disk.flushes == 2
    await sync.close()


async def test_a_failing_disk_is_told_to_all_who_wait_and_forgotten_by_the_next() -> None:
    failures = [OSError("no space left")]

    def flush() -> None:
        if failures:
            raise failures.pop()

    sync = SharedSync(flush)
    outcomes = await asyncio.gather(*(sync.reached() for _ in range(3)), return_exceptions=True)
    assert [type(one) for one in outcomes] == [OSError] * 3
    await sync.reached()
    await sync.close()


async def test_every_commit_is_followed_by_a_flush_of_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []  # rows in the log at each flush

    def flush(descriptor: int) -> None:
        flushed.append(os.fstat(descriptor).st_size)
        os.fsync(descriptor)

    monkeypatch.setattr(shared_sync, "_flush", flush)
    engine = KeptOpenSQLiteEngine(tmp_path / "test.sqlite", "FULL")
    await engine.start(checkpoints=False)
    await engine.run_ddl("CREATE TABLE note (text VARCHAR)")
    log = tmp_path / "test.sqlite-wal"
    insert = QueryString("INSERT INTO note VALUES ({})", "x")
    await engine.run_querystring(insert)
    assert flushed == [log.stat().st_size]
    async with engine.transaction():
        await engine.run_querystring(insert)
        await engine.run_querystring(insert)
        assert len(flushed) == 1
    assert flushed[1:] == [log.stat().st_size]

    async def write() -> None:
        async with engine.transaction():
            await engine.run_querystring(insert)

    await asyncio.gather(*(write() for _ in range(20)))
    assert flushed[-1] == log.stat().st_size
    assert len(flushed) < 10
    await engine.run_querystring(QueryString("SELECT * FROM note"))
    async with engine.transaction():
        await engine.run_querystring(QueryString("SELECT * FROM note"))
    assert len(flushed) < 10
    await engine.stop()


async def test_at_normal_nothing_is_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def flush(descriptor: int) -> None:
        raise AssertionError(descriptor)

    monkeypatch.setattr(shared_sync, "_flush", flush)
    engine = KeptOpenSQLiteEngine(tmp_path / "test.sqlite", "NORMAL")
    await engine.start(checkpoints=False)
    await engine.run_ddl("CREATE TABLE note (text VARCHAR)")
    await engine.run_querystring(QueryString("INSERT INTO note VALUES ({})", "x"))
    await engine.stop()
