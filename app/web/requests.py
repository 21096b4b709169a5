"""Headers as they came: bytes by name, put in a dictionary once, where Litestar decodes all of them for one."""

from __future__ import annotations

from typing import Any, cast

from litestar import Request
from litestar.types import Scope

_KEY = "headers"


def headers_of(scope: Scope) -> dict[bytes, bytes]:
    """The headers of a request, by name in lower case; of several with the same name, the last."""
    state = scope["state"]
    headers = state.get(_KEY)
    if headers is None:
        headers = state[_KEY] = dict(scope["headers"])
    return cast("dict[bytes, bytes]", headers)


class PixRequest(Request[Any, Any, Any]):
    """Litestar's request, which asks for this one header each time a body is read."""

    @property
    def content_length(self) -> int | None:
        """The size announced; nothing when there is none, or no number (the server refuses it before us)."""
        announced = headers_of(self.scope).get(b"content-length", b"")
        return int(announced) if announced.isdigit() else None
