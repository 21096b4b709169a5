"""Saving the database in one file while it runs, and putting it back."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

import asyncpg

from app.persistence.engine import engine
from app.persistence.postgres_engine import PooledPostgresEngine
from app.persistence.sqlite_engine import KeptOpenSQLiteEngine


class BackupRefused(Exception):
    """It would overwrite something, or the file is not a good copy. The message says what to do."""


async def backup(file: Path, *, force: bool = False) -> None:
    """Save everything committed until now in a new file; the service may go on meanwhile.

    The file appears complete and checked, or not at all.
    """
    if file.exists() and not force:
        raise BackupRefused(f"{file} exists already: give another name, or --force to replace it.")
    database = engine()
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        if isinstance(database, KeptOpenSQLiteEngine):
            await asyncio.to_thread(_save_sqlite, database, file, unfinished)
        else:
            command = ("pg_dump", "--format=custom", "--no-owner", f"--file={unfinished}")
            await asyncio.to_thread(_run_postgres, database, *command)
        _make_durable(unfinished)
        unfinished.replace(file)
        _make_durable(file.parent)
    finally:
        unfinished.unlink(missing_ok=True)


async def restore(file: Path, *, force: bool = False) -> None:
    """Put a backup in place of the database: refused where there is data, unless `force`."""
    database = engine()
    if not file.is_file():
        raise BackupRefused(f"{file} does not exist.")
    if not force and await _holds_tables(database):
        raise BackupRefused("This database is not empty: --force replaces all that it holds.")
    if isinstance(database, KeptOpenSQLiteEngine):
        await asyncio.to_thread(_restore_sqlite, database, file)
    else:
        command = ("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(file))
        await asyncio.to_thread(_run_postgres, database, *command)


async def _holds_tables(database: KeptOpenSQLiteEngine | PooledPostgresEngine) -> bool:
    if isinstance(database, KeptOpenSQLiteEngine):
        if not Path(database.path).exists():
            return False
        with closing(database.read_only_connection()) as connection:
            return bool(connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone())
    connection = await asyncpg.connect(database.url)
    try:
        return bool(await connection.fetch("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1"))
    finally:
        await connection.close()


# SQLite


def _save_sqlite(database: KeptOpenSQLiteEngine, file: Path, unfinished: Path) -> None:
    source = Path(database.path)
    if not source.exists():
        raise BackupRefused(f"There is no database yet: {source} does not exist.")
    if file.exists() and file.samefile(source):
        raise BackupRefused(f"{file} is the database itself.")
    with closing(database.writing_connection()) as connection:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
    _check_sqlite(unfinished)


def _restore_sqlite(database: KeptOpenSQLiteEngine, file: Path) -> None:
    """Through SQLite itself, not by replacing the file: whoever has it open sees the restored rows."""
    _check_sqlite(file)
    Path(database.path).parent.mkdir(parents=True, exist_ok=True)
    with (
        closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(database.writing_connection()) as target,
    ):
        target.execute("PRAGMA busy_timeout=5000")
        source.backup(target)


def _check_sqlite(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
            empty = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    except sqlite3.DatabaseError as error:
        raise BackupRefused(f"{file} is not a database that can be read: {error}.") from error
    if found != "ok" or empty:
        raise BackupRefused(f"{file} is not a good copy: {'it is empty' if empty else found}.")


# PostgreSQL


def _run_postgres(database: PooledPostgresEngine, command: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own commands; the password stays out of the list of processes."""
    url, password = _without_password(database.url)
    environment = {**os.environ, **({"PGPASSWORD": password} if password else {})}
    try:
        done = subprocess.run([command, f"--dbname={url}", *arguments], env=environment, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise BackupRefused(f"{command} is not installed (apt-get install postgresql-client).") from error
    if done.returncode:
        raise BackupRefused(f"{command} failed: {done.stderr.strip()}")


def _without_password(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    account, at, place = parts.netloc.rpartition("@")
    name, _, password = account.partition(":")
    return urlunsplit(parts._replace(netloc=f"{name}{at}{place}")), unquote(password)


def _make_durable(path: Path) -> None:
    """Wait until the file, or the name in the folder, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
