from __future__ import annotations

import time

import pytest

from app.web.cookies import (
    ended_session_cookie,
    language_cookie,
    session_cookie,
    session_cookie_name,
    sign,
    unsign,
)


def test_a_signed_value_comes_back() -> None:
    assert unsign(sign("é=1", "session"), "session", 60) == "é=1"


@pytest.mark.parametrize("token", ["", "abc", "a.b.c", "\x00", "é"])
def test_what_we_did_not_sign_is_nothing(token: str) -> None:
    assert unsign(token, "session") is None


def test_every_alteration_is_seen() -> None:
    token = sign("42", "session")
    for place in range(len(token) - 1):  # the last character also holds padding bits
        other = "A" if token[place] != "A" else "B"
        assert unsign(token[:place] + other + token[place + 1 :], "session") is None


def test_a_purpose_does_not_open_another() -> None:
    assert unsign(sign("42", "session"), "mot-de-passe") is None


def test_an_old_value_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    token = sign("42", "session")
    later = time.time() + 100
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: later)
    assert unsign(token, "session", 101) == "42"
    assert unsign(token, "session", 99) is None


def test_the_session_cookie_is_out_of_reach() -> None:
    cookie = session_cookie("abc").to_header(header="")
    assert session_cookie_name() == "__Host-pix"
    assert {"HttpOnly", "Secure", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert "Max-Age=0" in ended_session_cookie().to_header(header="")
    assert "langue=en" in language_cookie("en").to_header(header="")
