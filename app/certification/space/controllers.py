"""Entering Pix Certif: the door."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get
from litestar.types import ControllerRouterHandler

from app.certification import personal_data
from app.certification.certif import CERTIF
from app.certification.members import member_of
from app.organisations.team.queries import invited
from app.web.local_paths import safe_local_path
from app.web.pages import AnyRequest, page, redirect
from app.web.visitor import visitor_of


class CertifController(Controller):
    """`/certif`: where everyone begins."""

    path = "/certif"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def enter(self, request: AnyRequest) -> Response[Any]:
        """On to the sessions; for anyone else, what Pix Certif is and the ways in."""
        user, suite = visitor_of(request).user_id, _suite(request)
        if user is not None and await member_of(user) is not None:
            return redirect(request, suite or CERTIF.home)
        return page(
            request,
            "certification/door",
            invitation=None if user is None else await invited(CERTIF, user),
            suite=suite or CERTIF.home,
            left=request.query_params.get("fait") == "depart",
        )


def _suite(request: AnyRequest) -> str | None:
    """Where one was going, if it is a page of Pix Certif; never this door again."""
    suite = safe_local_path(request.query_params.get("suite"))
    return suite if suite is not None and suite.startswith("/certif/") else None


ROUTES: list[ControllerRouterHandler] = [CertifController]

__all__ = ["ROUTES", "personal_data"]  # imported for what it registers
