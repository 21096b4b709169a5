"""Who may: the dependency of every page that is for people with an account.

dependencies = {"user_id": Provide(signed_in, sync_to_thread=False)}

async def show(self, request: Request, user_id: NamedDependency[int]) -> …
"""

from __future__ import annotations

from typing import Any

from litestar import Request

from app.accounts.middleware import TERMS_CHANGED
from app.web.errors import SignInNeeded
from app.web.visitor import visitor_of


class TermsNeeded(SignInNeeded):
    """The terms have changed since this person accepted them."""

    step = "/conditions-d-utilisation"


def signed_in(request: Request[Any, Any, Any]) -> int:
    """The id of the person signed in. Raises `SignInNeeded`, or `TermsNeeded` when the terms have changed.

    Terms are asked before showing a page, never in the middle of sending a form: nothing typed is lost.
    """
    user_id = visitor_of(request).user_id
    if user_id is None:
        raise SignInNeeded
    if request.scope["state"].get(TERMS_CHANGED) and request.method in ("GET", "HEAD"):
        raise TermsNeeded
    return user_id


def signed_in_whatever_the_terms(request: Request[Any, Any, Any]) -> int:
    """The same for the few pages one may always use: leaving, taking one's data away, accepting the terms."""
    user_id = visitor_of(request).user_id
    if user_id is None:
        raise SignInNeeded
    return user_id
