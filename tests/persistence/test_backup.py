"""`pix db backup` and `pix db restore`, on both engines."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.persistence.backup import BackupRefused, backup, restore
from app.persistence.engine import Database
from app.persistence.sqlite_engine import KeptOpenSQLiteEngine
from app.persistence.transactions import write_transaction
from tests.persistence.thing import Thing, names

pytestmark = pytest.mark.usefixtures("things")


async def add_pairs(done: list[int], stop: asyncio.Event) -> None:
    """Two rows at a time, always together."""
    while not stop.is_set():
        async with write_transaction():
            await Thing.insert(Thing(name="left", count=len(done)))
            await asyncio.sleep(0)
            await Thing.insert(Thing(name="right", count=len(done)))
        done.append(1)
        await asyncio.sleep(0)


async def test_a_backup_made_while_others_write_is_a_moment_that_was(tmp_path: Path) -> None:
    done: list[int] = []
    stop = asyncio.Event()
    writing = asyncio.create_task(add_pairs(done, stop))
    while len(done) < 20:
        await asyncio.sleep(0.001)
    before = len(done)
    await backup(tmp_path / "copy")
    after = len(done)
    while len(done) < after + 5:
        await asyncio.sleep(0.001)
    stop.set()
    await writing

    await restore(tmp_path / "copy", force=True)
    rows = await Thing.raw("SELECT name, count FROM thing ORDER BY id")
    assert before <= len(rows) / 2 <= after + 1
    assert [row["count"] for row in rows[::2]] == [row["count"] for row in rows[1::2]] == list(range(len(rows) // 2))


async def test_the_restored_database_goes_on(tmp_path: Path) -> None:
    await Thing.insert(Thing(name="kept"))
    await backup(tmp_path / "copy")
    await Thing.insert(Thing(name="later"))
    await restore(tmp_path / "copy", force=True)
    assert await names() == ["kept"]
    await Thing.insert(Thing(name="after"))
    assert await names() == ["kept", "after"]


async def test_restore_does_not_overwrite_by_accident(tmp_path: Path) -> None:
    await backup(tmp_path / "copy")
    await Thing.insert(Thing(name="precious"))
    with pytest.raises(BackupRefused, match="--force"):
        await restore(tmp_path / "copy")
    assert await names() == ["precious"]


async def test_backup_does_not_overwrite_by_accident(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("dear")
    with pytest.raises(BackupRefused, match="--force"):
        await backup(tmp_path / "letter")
    assert (tmp_path / "letter").read_text() == "dear"
    await backup(tmp_path / "letter", force=True)
    assert (tmp_path / "letter").read_bytes() != b"dear"
    assert [path.name for path in tmp_path.iterdir()] == ["letter"]


@pytest.mark.parametrize("content", [b"", b"not a database at all, whatever its name says" * 100])
async def test_a_file_that_is_no_backup_changes_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy").write_bytes(content)
    await Thing.insert(Thing(name="precious"))
    with pytest.raises(BackupRefused):
        await restore(tmp_path / "copy", force=True)
    with pytest.raises(BackupRefused, match="does not exist"):
        await restore(tmp_path / "missing", force=True)
    assert await names() == ["precious"]


async def test_a_damaged_copy_is_refused(tmp_path: Path, database: Database) -> None:
    for number in range(2000):
        await Thing.insert(Thing(name=f"a rather long name, so that there are several pages {number}"))
    await backup(tmp_path / "copy")
    content = bytearray((tmp_path / "copy").read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3000] = b"\xff" * 3000
    (tmp_path / "copy").write_bytes(content)
    with pytest.raises(BackupRefused):
        await restore(tmp_path / "copy", force=True)
    assert len(await names()) == 2000


async def test_the_copy_of_sqlite_is_a_database_of_its_own(tmp_path: Path, database: Database) -> None:
    if not isinstance(database, KeptOpenSQLiteEngine):
        pytest.skip("about SQLite")
    await Thing.insert(Thing(name="kept"))
    await backup(tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as connection:
        assert connection.execute("SELECT name FROM thing").fetchall() == [("kept",)]
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with pytest.raises(BackupRefused, match="itself"):
        await backup(Path(database.path), force=True)
