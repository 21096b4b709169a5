"""Commits that reach the disk together.

At `synchronous=FULL` SQLite flushes its write-ahead log to the disk at the end of each commit, and the process waits:
a few milliseconds in which it answers nobody. Here the writer commits at `NORMAL`, which only writes the log; whoever
committed then waits for a flush that began after that, made in a thread. Those who wait at the same time share one.
Nobody is told that something is stored before it is on the disk, as with `FULL`.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_flush = getattr(os, "fdatasync", os.fsync)


def flush_file(path: Path) -> None:
    """Wait until all that was written in a file is on the disk, whoever wrote it."""
    with path.open("rb+") as file:
        _flush(file.fileno())


class SharedSync:
    """Flushes of one file, one at a time."""

    def __init__(self, flush: Callable[[], None]) -> None:
        self._flush = flush
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sync")
        self._last: asyncio.Task[None] | None = None
        self._begun = True
        """Whether the last flush has begun: it may miss what is written from now on."""

    async def reached(self) -> None:
        """Returns when all that was written before the call is on the disk. Raises OSError when the disk fails."""
        if self._begun:
            self._begun = False
            self._last = asyncio.create_task(self._after(self._last))
        assert self._last is not None
        await asyncio.shield(self._last)

    async def close(self) -> None:
        """Returns when no flush is under way any more."""
        if self._last is not None:
            await asyncio.wait([self._last])
        self._thread.shutdown()

    async def _after(self, former: asyncio.Task[None] | None) -> None:
        if former is not None and not former.done():
            await asyncio.wait([former])
        self._begun = True
        await asyncio.get_running_loop().run_in_executor(self._thread, self._flush)
