"""A line between browsers and the server, cut where a test says: a proxy on loopback."""

from __future__ import annotations

import socket
import struct
import threading
from collections import deque
from contextlib import suppress
from typing import Literal

Cut = Literal["before", "stored", "middle", "busy"]
"""Where an answer is cut: before it leaves, once the server has stored it, in the middle of the response.

Or it is not: the server says that too many people want something at once.
"""
CUTS: tuple[Cut, ...] = ("before", "stored", "middle")
BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 3\r\nContent-Security-Policy: default-src 'none'\r\n"
    b"Content-Length: 0\r\n\r\n"
)


class CuttingLine:
    """Forwards requests one by one; each answer sent takes the next cut that is due, if any."""

    def __init__(self, port: int) -> None:
        self.server = port
        self.due: deque[Cut] = deque()
        self.done = 0
        self.entrance = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.entrance.getsockname()[1])

    def close(self) -> None:
        self.entrance.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.entrance.accept()
                threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with suppress(OSError), client:
            while request := _message(client):
                first = request.partition(b"\r\n")[0]
                cut = self._next_cut() if first.startswith(b"POST") and b"/reponses" in first else None
                response = b"" if cut == "before" else BUSY if cut == "busy" else self._ask(request)
                if cut and cut != "busy":
                    _break(client, response[: len(response) * 2 // 3] if cut == "middle" else b"")
                    self.done += 1
                    return
                client.sendall(response)

    def _next_cut(self) -> Cut | None:
        return self.due.popleft() if self.due else None

    def _ask(self, request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.server)) as server:
            server.sendall(request)
            return _message(server)


def _message(peer: socket.socket) -> bytes:
    """One request or response, whole; empty when the peer is gone."""
    received = b""
    while b"\r\n\r\n" not in received:
        piece = peer.recv(65536)
        if not piece:
            return b""
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    lines = dict(line.lower().partition(b": ")[::2] for line in head.split(b"\r\n")[1:])
    if lines.get(b"transfer-encoding") == b"chunked":
        while not body.endswith(b"0\r\n\r\n"):
            body += peer.recv(65536)
        return head + b"\r\n\r\n" + body
    missing = int(lines.get(b"content-length", 0)) - len(body)
    while missing > 0:
        piece = peer.recv(65536)
        body, missing = body + piece, missing - len(piece)
    return head + b"\r\n\r\n" + body


def _break(client: socket.socket, last: bytes) -> None:
    """What had time to arrive, then nothing: the connection is reset."""
    client.sendall(last)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
