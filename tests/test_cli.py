"""The command `pix`, as typed in a shell."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from app.settings import ROOT


async def pix(*words: str, **environ: str) -> tuple[int, str]:
    """Run a command; its exit status, and all that it said."""
    process = await start(*words, **environ)
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said.decode()


async def start(*words: str, **environ: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "app.cli",
        *words,
        cwd=ROOT,
        env={**os.environ, **environ},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


@asynccontextmanager
async def serving(database_url: str) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    """A server on a free port: its address, and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = await start("serve", "--port", str(port), DATABASE_URL=database_url, BASE_URL=address)
    try:
        yield address, process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


MOST_TRIES = 1200
"""A minute: a machine that does much else starts slowly."""


async def answer(address: str, process: asyncio.subprocess.Process, path: str) -> httpx.Response:
    """What the server answers, once it listens."""
    async with httpx.AsyncClient(base_url=address) as client:
        for _ in range(MOST_TRIES):
            assert process.returncode is None
            try:
                return await client.get(path)
            except httpx.ConnectError:
                await asyncio.sleep(0.05)
    raise AssertionError("the server does not listen")


async def test_serve_answers_and_stops_when_told(database_url: str) -> None:
    async with serving(database_url) as (address, process):
        response = await answer(address, process, "/sante")
        assert response.status_code == 200
        assert "server" not in response.headers
        process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), 10)


async def test_production_says_that_its_secret_is_missing() -> None:
    status, said = await pix("db", "status", PIX_ENV="production", SECRET_KEY="")
    assert status == 1
    assert "SECRET_KEY" in said
    assert "Traceback" not in said


async def test_sqlite_is_for_one_worker(tmp_path: Path) -> None:
    status, said = await pix("serve", "--workers", "2", DATABASE_URL=f"sqlite:///{tmp_path}/pix.sqlite")
    assert status == 1
    assert "PostgreSQL" in said
    assert "Traceback" not in said


async def test_serve_refuses_an_old_schema(tmp_path: Path) -> None:
    status, said = await pix("serve", DATABASE_URL=f"sqlite:///{tmp_path}/pix.sqlite")
    assert status == 1
    assert "pix db upgrade" in said


async def test_upgrade_makes_everything_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/folder/pix.sqlite"
    status, said = await pix("db", "status", DATABASE_URL=url)
    assert (status, "MISSING" in said) == (1, True)
    status, said = await pix("db", "upgrade", DATABASE_URL=url)
    assert (status, "Migrated" in said) == (0, True)
    status, said = await pix("db", "upgrade", DATABASE_URL=url)
    assert (status, said.strip()) == (0, "The database is up to date.")
    status, said = await pix("db", "status", DATABASE_URL=url)
    assert (status, "MISSING" in said) == (0, False)


async def test_backup_then_restore_elsewhere(database_url: str, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy")
    assert await pix("db", "backup", copy, DATABASE_URL=database_url) == (0, f"Saved in {copy}.\n")
    status, said = await pix("db", "backup", copy, DATABASE_URL=database_url)
    assert (status, "--force" in said) == (1, True)
    status, said = await pix("db", "restore", copy, DATABASE_URL=database_url)
    assert (status, "--force" in said) == (1, True)
    status, _ = await pix("db", "restore", copy, "--force", DATABASE_URL=database_url)
    assert status == 0
    status, _ = await pix("db", "restore", copy, DATABASE_URL=f"sqlite:///{tmp_path}/new.sqlite")
    assert (status == 0) == database_url.startswith("sqlite")


@pytest.mark.parametrize("words", [[], ["db"], ["nonsense"], ["db", "backup"]])
async def test_a_wrong_command_says_how_to_write_it(words: list[str]) -> None:
    status, said = await pix(*words)
    assert status == 2
    assert said.startswith("usage: pix")
