"""Who is asking, as every page needs to know it."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import Any, cast

import msgspec
from litestar.connection import ASGIConnection
from litestar.types import Scope

from app.web.cookies import LANGUAGE
from app.web.languages import LANGUAGES, preferred_language

KEY = "visitor"


class Visitor(msgspec.Struct, frozen=True):
    """A person with an account, or (``user_id`` is nothing) anyone."""

    user_id: int | None
    name: str  # first and last name
    first_name: str
    language: str
    session_id: str | None
    is_staff: bool

    @property
    def signed_in(self) -> bool:
        return self.user_id is not None


def visitor_of(request: ASGIConnection[Any, Any, Any, Any]) -> Visitor:
    """The visitor found by the session middleware; anonymous when it did not run (an unknown address)."""
    state = request.scope["state"]
    visitor = state.get(KEY)
    if visitor is None:
        visitor = state[KEY] = anonymous(request.scope)
    return cast(Visitor, visitor)


def set_visitor(scope: Scope, visitor: Visitor) -> None:
    """Called by the session middleware."""
    scope["state"][KEY] = visitor


def anonymous(scope: Scope) -> Visitor:
    """A visitor without an account; language by cookie, then by the browser's preference."""
    return Visitor(
        user_id=None,
        name="",
        first_name="",
        language=language_asked(scope),
        session_id=None,
        is_staff=False,
    )


def language_asked(scope: Scope) -> str:
    """The language of the cookie ``langue``, else the browser's, else French."""
    accept = ""
    for name, value in scope["headers"]:
        if name == b"cookie":
            chosen = _cookie(value.decode("latin-1"), LANGUAGE)
            if chosen in LANGUAGES:
                return chosen
        elif name == b"accept-language":
            accept = value.decode("latin-1")
    return preferred_language(accept)


def _cookie(header: str, name: str) -> str:
    if name + "=" not in header:
        return ""
    try:
        morsel = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""
