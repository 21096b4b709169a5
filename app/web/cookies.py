"""Signed values and the cookies of the service."""

from __future__ import annotations

from functools import cache

from itsdangerous import BadSignature, URLSafeTimedSerializer
from litestar.datastructures import Cookie

from app.settings import settings
from app.web.reading_comfort import COMFORT

LANGUAGE = "langue"
_YEAR = 365 * 24 * 3600


def session_cookie_name() -> str:
    """``__Host-`` ties the cookie to this host and to https; browsers refuse it on plain http."""
    return "__Host-pix" if is_secure() else "pix"


def is_secure() -> bool:
    """Whether cookies go over https only; not in development, nor on a school server on plain http."""
    return settings().base_url.startswith("https://")


def sign(value: str, purpose: str) -> str:
    """The value with its date and a signature valid for this purpose only."""
    return _serializer(settings().secret_key, purpose).dumps(value)


def unsign(token: str, purpose: str, max_age: int | None = None) -> str | None:
    """The value; nothing when it was altered, signed for something else, or older than ``max_age`` s."""
    try:
        value = _serializer(settings().secret_key, purpose).loads(token, max_age=max_age)
    except BadSignature:
        return None
    return value if isinstance(value, str) else None


def session_cookie(value: str, max_age: int | None = None) -> Cookie:
    """The session: unreadable by scripts, not sent by other sites' forms."""
    return _cookie(session_cookie_name(), value, max_age)


def ended_session_cookie() -> Cookie:
    """Removes the session from the browser."""
    return _cookie(session_cookie_name(), "", 0)


def language_cookie(language: str) -> Cookie:
    """The language chosen by a visitor without an account."""
    return _cookie(LANGUAGE, language, _YEAR)


def comfort_cookie(value: str) -> Cookie:
    """How a reader wants pages to look."""
    return _cookie(COMFORT, value, _YEAR)


def _cookie(name: str, value: str, max_age: int | None) -> Cookie:
    return Cookie(key=name, value=value, max_age=max_age, path="/", secure=is_secure(), httponly=True, samesite="lax")


@cache
def _serializer(secret_key: str, purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret_key, salt="pix." + purpose)
