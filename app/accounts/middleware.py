"""Finds out who is asking, once per request, before anything else."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache

from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from app.accounts.sessions import Recognised, recognise, touch
from app.lib.clock import now
from app.persistence.errors import DatabaseBusy
from app.web.cookies import ended_session_cookie, session_cookie_name, sign, unsign
from app.web.static import PREFIX
from app.web.visitor import Visitor, set_visitor

TERMS_CHANGED = "terms_changed"
"""Key of the request's state: this person accepted an older text of the terms."""

_PURPOSE = "session"


class SessionMiddleware(ASGIMiddleware):
    """Sets the visitor from the session cookie.

    A cookie that is altered, unknown or over makes an anonymous visitor and is removed from the browser,
    unless the answer sets a new one. The session is noted as alive after the answer, at most once a minute.
    """

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        cookie = None if scope["path"].startswith(PREFIX) else _session_cookie(scope)
        if not cookie:
            await next_app(scope, receive, send)
            return
        at = now()
        token = _token(cookie)
        person = await recognise(token, at) if token is not None else None
        if person is None:
            await next_app(scope, receive, _removing_cookie(send))
            return
        set_visitor(scope, _visitor(person))
        if person.terms_changed:
            scope["state"][TERMS_CHANGED] = True
        await next_app(scope, receive, send)
        if person.to_touch:
            with suppress(DatabaseBusy):  # the answer is sent, and the next request will do it
                await touch(person.session, at)


def cookie_value(token: str) -> str:
    """The cookie's value for a session token."""
    return sign(token, _PURPOSE)


@lru_cache(maxsize=4096)
def _token(cookie: str) -> str | None:
    """The token of a cookie we signed; remembered, for a browser sends the same one with every request."""
    return unsign(cookie, _PURPOSE)


def _session_cookie(scope: Scope) -> str | None:
    wanted = session_cookie_name() + "="
    for name, value in scope["headers"]:
        if name == b"cookie":
            for part in value.decode("latin-1").split(";"):
                part = part.strip()
                if part.startswith(wanted):
                    return part[len(wanted) :][:300].strip('"')
    return None


def _visitor(person: Recognised) -> Visitor:
    return Visitor(
        user_id=person.id,
        name=f"{person.first_name} {person.last_name}",
        first_name=person.first_name,
        language=person.language,
        session_id=str(person.session),
        is_staff=person.staff_role is not None,
    )


def _removing_cookie(send: Send) -> Send:
    removal = ended_session_cookie()
    header = removal.to_encoded_header()
    ours = f"{removal.key}=".encode()

    async def send_with_removal(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableScopeHeaders.from_message(message)
            if not any(k == b"set-cookie" and v.startswith(ours) for k, v in headers.headers):
                headers.headers.append(header)
        await send(message)

    return send_with_removal
