"""Security headers of every answer, those of unknown addresses and of crashes included."""

from __future__ import annotations

from litestar.types import BeforeMessageSendHookHandler, Message, Scope

from app.settings import Settings

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; "
    "worker-src 'self'"
)
_ALWAYS = {
    b"content-security-policy": CONTENT_SECURITY_POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"cross-origin-opener-policy": b"same-origin",
}
_HTTPS_ONLY = {b"strict-transport-security": b"max-age=31536000; includeSubDomains"}


def security_headers(settings: Settings) -> BeforeMessageSendHookHandler:
    """A ``before_send`` hook of Litestar: middlewares do not see the 404 and 405 of unknown routes.

    A header that the answer already has is kept: a handler may be stricter, or open what it must.
    """
    over_https = settings.environment == "production" and settings.base_url.startswith("https://")
    ours = list({**_ALWAYS, **(_HTTPS_ONLY if over_https else {})}.items())

    async def add_headers(message: Message, scope: Scope) -> None:
        del scope
        if message["type"] != "http.response.start":
            return
        headers = list(message["headers"])
        present = {name for name, _ in headers}
        headers.extend(header for header in ours if header[0] not in present)
        message["headers"] = headers

    return add_headers
