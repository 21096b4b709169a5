"""A page ready to send, put together with less work than Litestar's own response, which suits any kind of content."""

from __future__ import annotations

from typing import Any

from litestar import Litestar, MediaType, Request, Response
from litestar.response.base import ASGIResponse

_ADDED_BY_LAYERS = ("background", "cookies", "headers", "is_head_response")


class HtmlResponse(Response[bytes]):
    """HTML, already encoded and compressed. A handler may still add headers and cookies to it."""

    def __init__(self, content: bytes, status_code: int, headers: dict[str, str]) -> None:
        self.content, self.status_code, self.headers = content, status_code, headers
        self.cookies, self.background = [], None
        self.encoding, self.media_type, self.response_type_encoders = "utf-8", MediaType.HTML, {}

    def to_asgi_response(self, app: Litestar | None, request: Request[Any, Any, Any], **layers: Any) -> ASGIResponse:
        """The bytes to send; Litestar's way as soon as a layer of the application has something to add."""
        if self.background or any(layers.get(name) for name in _ADDED_BY_LAYERS):
            return super().to_asgi_response(app, request, **layers)
        return _Ready(self)


class _Ready(ASGIResponse):
    """Its headers are bytes already."""

    __slots__ = ("ready_headers",)

    def __init__(self, response: HtmlResponse) -> None:
        self.body, self.status_code = response.content, response.status_code or 200
        self.background, self.is_head_response = None, False
        self.ready_headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", b"%d" % len(self.body)),
            *((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in response.headers.items()),
            *(cookie.to_encoded_header() for cookie in response.cookies),
        ]

    def encode_headers(self) -> list[tuple[bytes, bytes]]:
        return self.ready_headers
