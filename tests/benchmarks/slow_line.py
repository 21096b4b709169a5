"""A slow line on loopback: one bandwidth shared by everybody behind it, a round trip, packets lost.

The kernels we build on have no `netem`. This relays TCP instead: each piece of 1,460 bytes waits for its turn on the
line, then travels half a round trip; opening a connection costs a round trip; a lost piece is sent again after one
more, and what follows it on the same connection waits for it, as TCP does. Slow start is not imitated.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

PACKET = 1460


@dataclass
class Way:
    """One direction: when the line is free again, in the clock of the loop."""

    bytes_per_second: float
    free_at: float = 0.0

    def leaves(self, size: int, now: float) -> float:
        self.free_at = max(self.free_at, now) + size / self.bytes_per_second
        return self.free_at


@dataclass
class SlowLine:
    """`with SlowLine(port, kilobits=400, round_trip=0.4) as line:`, then `line.port`. Seconds; `loss` from 0 to 1."""

    server: int
    kilobits: float
    round_trip: float
    loss: float = 0.0
    port: int = 0
    down: Way = field(init=False)
    up: Way = field(init=False)

    def __post_init__(self) -> None:
        self.down, self.up = (Way(self.kilobits * 125), Way(self.kilobits * 125))
        self.random, self.ready, self.loop = Random(1), threading.Event(), asyncio.new_event_loop()

    def __enter__(self) -> SlowLine:
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        self.ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._hang_up(), self.loop)
        self.thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        listener = self.loop.run_until_complete(asyncio.start_server(self._relay, "127.0.0.1", 0))
        self.port = listener.sockets[0].getsockname()[1]
        self.ready.set()
        self.loop.run_forever()
        self.loop.close()

    async def _hang_up(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        self.loop.stop()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        opened = self.loop.time() + self.round_trip
        ours, theirs = await asyncio.open_connection("127.0.0.1", self.server)
        with suppress(ConnectionError, asyncio.CancelledError):
            await asyncio.gather(self._carry(reader, theirs, self.up, opened), self._carry(ours, writer, self.down, 0))

    async def _carry(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, way: Way, not_before: float
    ) -> None:
        """Pieces in order: none arrives before the one that left first."""
        travelling: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def deliver() -> None:
            arrived = 0.0
            while True:
                at, piece = await travelling.get()
                arrived = max(arrived, at)
                await asyncio.sleep(arrived - self.loop.time())
                if not piece:
                    target.close()
                    return
                target.write(piece)

        delivery = asyncio.create_task(deliver())
        with suppress(ConnectionError):
            while piece := await source.read(PACKET):
                left = way.leaves(len(piece), max(self.loop.time(), not_before))
                while self.random.random() < self.loss:
                    way.free_at += len(piece) / way.bytes_per_second
                    left += self.round_trip
                travelling.put_nowait((left + self.round_trip / 2, piece))
        travelling.put_nowait((self.loop.time(), b""))
        await delivery
