"""Which program may read: the dependencies of the interfaces, from the token of the request (RFC 6750).

dependencies = {"client": Provide(reads(SCHOOL_REPORTS))}
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from app.certification.interfaces import limits, tokens
from app.certification.interfaces.clients import Client, client_of
from app.certification.interfaces.problems import REALM, Problem
from app.lib.clock import now
from app.web.pages import AnyRequest


def reads(scope: str) -> Callable[[AnyRequest], Awaitable[Client]]:
    """The guard of what this scope opens."""

    async def guard(request: AnyRequest) -> Client:
        at = now()
        token = tokens.read(_bearer(request), at)
        client = await client_of(token.client) if token is not None else None
        if token is None or client is None:
            raise Problem(
                401,
                "The token is unknown, expired, or of a disabled client: ask for another one.",
                _challenge('error="invalid_token"'),
            )
        if scope not in token.scopes & client.scopes:
            raise Problem(
                403,
                f"The token has not the scope {scope}.",
                _challenge(f'error="insufficient_scope", scope="{scope}"'),
            )
        wait = limits.seconds_to_wait(f"reads {client.id}", limits.MOST_READS, at)
        if wait:
            raise Problem(429, f"At most {limits.MOST_READS} requests a minute.", {"Retry-After": str(wait)})
        return client

    guard.__name__ = f"token:{scope}"
    return guard


def _bearer(request: AnyRequest) -> str:
    """The token, from the header alone: addresses are written in logs."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Problem(401, "A token is needed: Authorization: Bearer …", _challenge(""))
    return token.strip()


def _challenge(error: str) -> dict[str, str]:
    return {"WWW-Authenticate": f'Bearer realm="{REALM}"' + (f", {error}" if error else "")}
