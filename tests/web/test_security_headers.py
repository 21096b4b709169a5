from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from app.settings import settings
from app.web.security_headers import security_headers


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "/page"),
        ("GET", "/nulle-part"),
        ("DELETE", "/page"),
        ("GET", "/panne"),
        ("GET", "/sante"),
        ("GET", "/robots.txt"),
        ("POST", "/reserve"),
        ("GET", "/static/rien.js"),
    ],
)
async def test_every_answer_is_protected(site: httpx.AsyncClient, method: str, address: str) -> None:
    answer = await site.request(method, address)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers.get_list("content-security-policy") == [policy]


async def _sent(environment: str, base_url: str, *already: tuple[bytes, bytes]) -> dict[bytes, bytes]:
    hook = security_headers(replace(settings(), environment=environment, base_url=base_url))  # type: ignore[arg-type]
    message = {"type": "http.response.start", "status": 200, "headers": list(already)}
    await hook(message, {})  # type: ignore[arg-type]
    return dict(message["headers"])  # type: ignore[call-overload]


async def test_https_is_remembered_in_production_only() -> None:
    assert b"strict-transport-security" in await _sent("production", "https://pix.example")
    assert b"strict-transport-security" not in await _sent("production", "http://192.168.1.10:8000")
    assert b"strict-transport-security" not in await _sent("test", "https://pix.test")


async def test_a_stricter_answer_keeps_its_own_policy() -> None:
    headers = await _sent("production", "https://x", (b"content-security-policy", b"sandbox"))
    assert headers[b"content-security-policy"] == b"sandbox"
