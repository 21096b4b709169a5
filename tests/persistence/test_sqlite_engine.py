"""What is particular to SQLite kept open."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from piccolo.engine.sqlite import convert_datetime_in
from piccolo.querystring import QueryString

from app.persistence import checkpoints, sqlite_engine
from app.persistence.errors import DatabaseBusy
from app.persistence.sqlite_engine import READ, KeptOpenSQLiteEngine, moment_text

MAKE = "CREATE TABLE note (id INTEGER PRIMARY KEY, text VARCHAR)"


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[KeptOpenSQLiteEngine]:
    engine = KeptOpenSQLiteEngine(tmp_path / "folder" / "test.sqlite")
    await engine.start(checkpoints=False)
    await engine.run_ddl(MAKE)
    yield engine
    await engine.stop()


async def run(engine: KeptOpenSQLiteEngine, template: str, *arguments: object) -> list[dict[str, Any]]:
    return await engine.run_querystring(QueryString(template, *arguments))


async def pragma(engine: KeptOpenSQLiteEngine, name: str) -> object:
    (row,) = await run(engine, f"PRAGMA {name}")
    return next(iter(row.values()))


async def test_the_number_of_a_row_is_never_given_again(engine: KeptOpenSQLiteEngine) -> None:
    found = []
    for _ in range(3):
        found += await run(engine, "INSERT INTO note (text) VALUES ('x') RETURNING id")
        await run(engine, "DELETE FROM note")
    assert [row["id"] for row in found] == [1, 2, 3]


async def test_the_writer_is_set_for_safety(engine: KeptOpenSQLiteEngine) -> None:
    assert await pragma(engine, "journal_mode") == "wal"
    assert await pragma(engine, "synchronous") == 1  # and what was written reaches the disk before the answer does
    assert await pragma(engine, "foreign_keys") == 1
    assert await pragma(engine, "wal_autocheckpoint") == 0


@pytest.mark.parametrize(("setting", "value"), [("OFF", 0), ("NORMAL", 1), ("EXTRA", 3)])
async def test_synchronous_follows_the_setting(tmp_path: Path, setting: str, value: int) -> None:
    engine = KeptOpenSQLiteEngine(tmp_path / "test.sqlite", setting)
    await engine.start(checkpoints=False)
    assert await pragma(engine, "synchronous") == value
    await engine.stop()


@pytest.mark.parametrize(
    ("sql", "reads"),
    [
        ("SELECT 1", True),
        ("\n  select 1", True),
        ("EXPLAIN QUERY PLAN SELECT 1", True),
        ("WITH a AS (SELECT 1) SELECT * FROM a", True),
        ("WITH a AS (SELECT 1)\nINSERT INTO note SELECT * FROM a", False),
        ("INSERT INTO note SELECT 1", False),
        ("PRAGMA user_version = 3", False),
        ("SELECTED", False),
    ],
)
def test_only_reads_go_to_the_reader(sql: str, reads: bool) -> None:
    assert bool(READ.match(sql)) is reads


async def test_the_reader_cannot_write(engine: KeptOpenSQLiteEngine) -> None:
    with closing(engine.read_only_connection()) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("INSERT INTO note (text) VALUES ('a')")


async def test_while_somebody_writes_the_others_read_what_was_committed(engine: KeptOpenSQLiteEngine) -> None:
    writing, seen = asyncio.Event(), asyncio.Event()

    async def write() -> None:
        async with engine.transaction():
            await run(engine, "INSERT INTO note (text) VALUES ({})", "a")
            writing.set()
            await seen.wait()

    task = asyncio.create_task(write())
    await writing.wait()
    assert await run(engine, "SELECT text FROM note") == []
    seen.set()
    await task
    assert await run(engine, "SELECT text FROM note") == [{"text": "a"}]


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=2))])
async def test_a_moment_comes_back_in_utc_and_is_stored_as_piccolo_does(
    engine: KeptOpenSQLiteEngine, zone: timezone
) -> None:
    moment = datetime(2026, 11, 21, 8, 30, 0, 250, zone)
    assert moment_text(moment) == convert_datetime_in(moment)
    await engine.run_ddl("CREATE TABLE event (at TIMESTAMPTZ)")
    await run(engine, "INSERT INTO event (at) VALUES ({})", moment)
    rows = await run(engine, "SELECT at FROM event")
    assert rows == [{"at": moment}]
    assert rows[0]["at"].tzinfo is UTC


async def test_started_twice_it_closes_at_the_second_stop(engine: KeptOpenSQLiteEngine) -> None:
    await engine.start()
    await engine.stop()
    await run(engine, "INSERT INTO note (text) VALUES ({})", "a")
    assert await run(engine, "SELECT text FROM note") == [{"text": "a"}]


async def test_not_started_it_still_works_as_piccolo_does(tmp_path: Path) -> None:
    engine = KeptOpenSQLiteEngine(tmp_path / "test.sqlite")
    await engine.run_ddl(MAKE)
    async with engine.transaction():
        await run(engine, "INSERT INTO note (text) VALUES ({})", "a")
        assert engine.transaction_exists()
    assert not engine.transaction_exists()
    assert await run(engine, "SELECT text FROM note") == [{"text": "a"}]


async def test_another_process_that_writes_is_waited_for(engine: KeptOpenSQLiteEngine) -> None:
    with closing(sqlite3.connect(engine.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO note (text) VALUES ('other')")
        ours = asyncio.create_task(run(engine, "INSERT INTO note (text) VALUES ({})", "ours"))
        await asyncio.sleep(0.05)
        assert await run(engine, "SELECT text FROM note") == []  # reading waits for nobody
        assert not ours.done()
        other.execute("COMMIT")
    await ours
    assert await run(engine, "SELECT text FROM note ORDER BY id") == [{"text": "other"}, {"text": "ours"}]


async def test_patience_has_an_end(engine: KeptOpenSQLiteEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_engine, "PATIENCE", 0.05)
    with closing(sqlite3.connect(engine.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy):
            async with engine.transaction():
                pass
        with pytest.raises(DatabaseBusy):
            await run(engine, "INSERT INTO note (text) VALUES ('ours')")
        other.execute("ROLLBACK")
    async with engine.transaction():
        await run(engine, "INSERT INTO note (text) VALUES ('ours')")
    assert len(await run(engine, "SELECT id FROM note")) == 1


async def test_the_log_goes_back_into_the_database_while_it_runs(
    engine: KeptOpenSQLiteEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "EVERY", 0.02)
    await engine.start(checkpoints=True)
    copy, written, copied = tmp_path / "without-log.sqlite", 0, 0
    while copied < 50 and written < 1000:  # what is written during a checkpoint goes with the next one
        await run(engine, "INSERT INTO note (text) VALUES ({})", f"{written}" * 500)
        written += 1
        await asyncio.sleep(0.005)
        copied = notes_without_the_log(engine, copy)
    assert copied >= 50
    await engine.stop()


def notes_without_the_log(engine: KeptOpenSQLiteEngine, copy: Path) -> int:
    """How many rows the file itself holds; none while its table is not there, or half written."""
    copy.write_bytes(Path(engine.path).read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM note").fetchone()[0])
        except sqlite3.DatabaseError:
            return 0


async def test_a_long_log_starts_anew(engine: KeptOpenSQLiteEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "EVERY", 0.005)
    monkeypatch.setattr(checkpoints, "LONG_LOG", 100)
    await engine.start(checkpoints=True)
    log = Path(f"{engine.path}-wal")
    longest = 0
    for number in range(1500):
        await run(engine, "INSERT INTO note (text) VALUES ({})", f"{number}" * 1000)
        longest = max(longest, log.stat().st_size)
        await asyncio.sleep(0)
    written = 1500 * 2 * 4096
    assert longest < written / 2
    await engine.stop()


async def test_stopped_it_leaves_one_file(tmp_path: Path) -> None:
    engine = KeptOpenSQLiteEngine(tmp_path / "test.sqlite")
    await engine.start()
    await engine.run_ddl(MAKE)
    await engine.stop()
    assert [path.name for path in tmp_path.iterdir()] == ["test.sqlite"]


WRITES_UNTIL_KILLED = """
import asyncio, sys
from pathlib import Path
from piccolo.querystring import QueryString
from app.persistence import checkpoints
from app.persistence.sqlite_engine import KeptOpenSQLiteEngine

checkpoints.EVERY = 0.01

async def write(engine, name):
    number = 0
    while True:
        async with engine.transaction():
            rows = await engine.run_querystring(
                QueryString("INSERT INTO note (text) VALUES ({}) RETURNING id", f"{name}-{number}")
            )
        print(rows[0]["id"], f"{name}-{number}", flush=True)
        number += 1
        await asyncio.sleep(0)

async def main():
    engine = KeptOpenSQLiteEngine(Path(sys.argv[1]))
    await engine.start()
    await asyncio.gather(*(write(engine, f"{sys.argv[2]}-{name}") for name in "abc"))

asyncio.run(main())
"""


async def test_a_killed_process_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    file = tmp_path / "test.sqlite"
    engine = KeptOpenSQLiteEngine(file)
    await engine.run_ddl(MAKE)
    acknowledged: dict[int, str] = {}
    for life in range(5):
        acknowledged |= await acknowledged_by_one_life(file, life)

    with closing(sqlite3.connect(file)) as connection:
        stored = dict(connection.execute("SELECT id, text FROM note").fetchall())
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert len(acknowledged) > 500
    assert acknowledged.items() <= stored.items()
    assert len(stored) - len(acknowledged) <= 5 * 3  # stored, but killed before saying so
    assert len(set(stored.values())) == len(stored)


async def acknowledged_by_one_life(file: Path, life: int) -> dict[int, str]:
    """Start the writer, kill it at some moment, and collect what it had said was stored."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITES_UNTIL_KILLED, str(file), str(life), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    lines = [await process.stdout.readline() for _ in range(120 + 37 * life)]
    process.kill()
    lines += (await process.stdout.read()).splitlines(keepends=True)
    await process.wait()
    words = [line.decode().split() for line in lines if line.endswith(b"\n")]
    return {int(number): text for number, text in words}
