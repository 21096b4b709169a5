"""Entering Pix Certif: the door, and the centre one works for."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.certification import personal_data
from app.certification.certif import CERTIF
from app.certification.guards import member
from app.certification.members import CentreMember, member_of
from app.certification.pages import certif_page
from app.lib.clock import now
from app.lib.refusals import NotFound
from app.lib.row_ids import row_id
from app.organisations.team.memberships import choose
from app.organisations.team.queries import invited
from app.web.forms import read_form
from app.web.local_paths import safe_local_path
from app.web.pages import AnyRequest, page, redirect
from app.web.visitor import visitor_of

HOME = "/certif/sessions"


class CertifController(Controller):
    """`/certif`: where everyone begins."""

    path = "/certif"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def enter(self, request: AnyRequest) -> Response[Any]:
        """On to the sessions; for anyone else, what Pix Certif is and the ways in."""
        user, suite = visitor_of(request).user_id, _suite(request)
        if user is not None and await member_of(user) is not None:
            return redirect(request, suite or HOME)
        return page(
            request,
            "certification/door",
            invitation=None if user is None else await invited(CERTIF, user),
            suite=suite or HOME,
            left=request.query_params.get("fait") == "depart",
        )


class CentreController(Controller):
    """The centre one works for, when there are several."""

    path = "/certif/centre"
    dependencies = {"member": Provide(member)}  # noqa: RUF012

    @get()
    async def list_them(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[Any]:
        """Those I may choose."""
        left = request.query_params.get("fait") == "depart"
        return certif_page(request, member, "certification/centres", left=left)

    @post()
    async def switch(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[Any]:
        """Work for another from now on; one that is not mine does not exist."""
        chosen = row_id((await read_form(request)).text("centre"))
        if await member_of(member.user, chosen) is None:
            raise NotFound
        await choose(CERTIF, member.user, chosen, now())
        return redirect(request, HOME)


def _suite(request: AnyRequest) -> str | None:
    """Where one was going, if it is a page of Pix Certif; never this door again."""
    suite = safe_local_path(request.query_params.get("suite"))
    return suite if suite is not None and suite.startswith("/certif/") else None


ROUTES: list[ControllerRouterHandler] = [CertifController, CentreController]

__all__ = ["ROUTES", "personal_data"]  # imported for what it registers
