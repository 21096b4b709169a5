"""What several controllers answer alike: opening and closing the session of this browser."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response

from app.accounts.middleware import cookie_value
from app.accounts.sessions import open_session
from app.web.cookies import ended_session_cookie, session_cookie
from app.web.pages import redirect
from app.web.visitor import visitor_of

HOME = "/accueil"

AnyRequest = Request[Any, Any, Any]


async def enter(request: AnyRequest, user_id: int, suite: str | None) -> Response[None]:
    """Sign in on this browser with a new session, and go where one was going."""
    opened = await open_session(user_id, replaces=visitor_of(request).session_id)
    response = redirect(request, suite or HOME)
    response.set_cookie(session_cookie(cookie_value(opened.token), opened.max_age))
    return response


def leave(request: AnyRequest, url: str) -> Response[None]:
    """Remove the session and the kept pages from the browser: on a shared machine, Back shows nothing."""
    response = redirect(request, url)
    response.set_cookie(ended_session_cookie())
    response.headers["Clear-Site-Data"] = '"cache"'
    return response
