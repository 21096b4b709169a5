"""Which browser somebody uses."""

from __future__ import annotations

from app.web.pages import AnyRequest
from app.web.visitor import visitor_of

NAMES = (("Firefox/", "Firefox"), ("Edg/", "Edge"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
"""What a browser says of itself; Edge says Chrome too, and Chrome Safari."""


def browser_of(request: AnyRequest) -> str:
    """The signed-in session: another browser has another one."""
    return visitor_of(request).session_id or ""


def name_of(request: AnyRequest) -> str:
    """Its name, for people; empty for one that is not known."""
    agent = request.headers.get("user-agent", "")
    return next((name for mark, name in NAMES if mark in agent), "")
