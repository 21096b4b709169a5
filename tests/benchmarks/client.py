"""A browser that costs little: HTTP/1.1 over one connection kept open, the headers that Chromium and HTMX send."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlencode

import brotli  # type: ignore[import-untyped]

BROWSER = (
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
    'sec-ch-ua: "Chromium";v="131", "Not_A Brand";v="24"',
    "sec-ch-ua-mobile: ?0",
    'sec-ch-ua-platform: "Linux"',
    "Accept: text/html",
    "Accept-Encoding: gzip, deflate, br, zstd",
    "Accept-Language: fr-FR,fr;q=0.9",
    "Sec-Fetch-Site: same-origin",
    "Sec-Fetch-Mode: cors",
    "Sec-Fetch-Dest: empty",
)
HTMX = ("HX-Request: true", "HX-Request-Type: partial", "HX-Source: form", "HX-Target: main#contenu")


class Connection(asyncio.Protocol):
    """One exchange at a time."""

    def __init__(self) -> None:
        self.received = b""
        self.complete = 0  # size of the answer, once its headers are there
        self.answer: asyncio.Future[bytes] | None = None

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    async def exchange(self, request: bytes) -> tuple[int, bytes]:
        """The whole answer, headers included, and where its body begins."""
        self.received, self.complete = b"", 0
        self.answer = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        answer = await self.answer
        return answer.find(b"\r\n\r\n") + 4, answer

    def data_received(self, data: bytes) -> None:
        self.received += data
        if not self.complete:
            end = self.received.find(b"\r\n\r\n")
            if end < 0:
                return
            self.complete = end + 4 + _content_length(self.received[:end])
        if len(self.received) >= self.complete and self.answer is not None:
            if not self.answer.done():  # who asked is gone
                self.answer.set_result(self.received)
            self.answer = None

    def connection_lost(self, error: Exception | None) -> None:
        if self.answer is not None:
            self.answer.set_exception(error or ConnectionResetError("the server closed the connection"))


class Browser:
    """A learner's: her cookie, her connection."""

    def __init__(self, port: int, connection: Connection, cookie: str = "") -> None:
        self.origin, self.connection = f"http://localhost:{port}", connection
        self.cookie = cookie

    async def get(self, path: str) -> tuple[int, str]:
        return read(*await self.connection.exchange(self.request("GET", path, b"")))

    async def post(self, path: str, body: bytes) -> tuple[int, str]:
        return read(*await self.connection.exchange(self.request("POST", path, body)))

    def request(self, method: str, path: str, body: bytes, *, htmx: bool = True) -> bytes:
        """What travels up; `htmx`: a form that HTMX posts, not the browser."""
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {self.origin.removeprefix('http://')}",
            "Connection: keep-alive",
            *BROWSER,
            f"Referer: {self.origin}/evaluations/1",
            f"Cookie: pix={self.cookie}",
        ]
        if method == "POST":
            lines += [*HTMX, f"HX-Current-URL: {self.origin}/evaluations/1"] * htmx
            lines += [f"Origin: {self.origin}"]
            lines += ["Content-Type: application/x-www-form-urlencoded;charset=UTF-8", f"Content-Length: {len(body)}"]
        return "\r\n".join((*lines, "", "")).encode() + body


async def connected(port: int) -> Connection:
    _, connection = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", port)
    return connection


def read(body_starts: int, answer: bytes) -> tuple[int, str]:
    """Status and text, or the address where one is sent when the text is empty."""
    head, body = answer[:body_starts].lower(), answer[body_starts:]
    text = (brotli.decompress(body) if b"content-encoding: br" in head else body).decode()
    for name in (b"\r\nhx-redirect: ", b"\r\nlocation: "):
        if not text and name in head:
            text = answer[head.find(name) + len(name) :].split(b"\r\n", 1)[0].decode()
    return int(answer[9:12]), text


def form(**values: str) -> bytes:
    return urlencode(values).encode()


def _content_length(head: bytes) -> int:
    start = head.lower().find(b"content-length:")
    return int(head[start + 15 :].split(b"\r\n", 1)[0]) if start >= 0 else 0
