"""What is known of a request without decoding all its headers."""

from __future__ import annotations

from typing import Any

import pytest

from app.web.requests import PixRequest, headers_of


def request(*headers: tuple[bytes, bytes]) -> PixRequest:
    scope: Any = {"type": "http", "headers": list(headers), "state": {}, "path_params": {}, "query_string": b""}
    return PixRequest(scope)


@pytest.mark.parametrize(("announced", "size"), [(b"12", 12), (b"0", 0), (b"", None), (b"a lot", None), (b"-1", None)])
def test_the_size_announced_is_a_number_or_nothing(announced: bytes, size: int | None) -> None:
    assert request((b"content-length", announced)).content_length == size


def test_no_size_is_announced() -> None:
    assert request().content_length is None


def test_of_two_headers_of_one_name_the_last_counts() -> None:
    assert headers_of(request((b"host", b"a"), (b"host", b"b")).scope) == {b"host": b"b"}
