"""Entering Pix Orga: the door, the terms."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.lib.clock import now
from app.organisations import personal_data
from app.organisations.guards import member_whatever_the_terms
from app.organisations.members import Member, member_of
from app.organisations.orga import ORGA
from app.organisations.space.terms import VERSION, accept_terms, has_accepted_terms
from app.organisations.team.queries import invited
from app.web.forms import read_form
from app.web.local_paths import safe_local_path
from app.web.pages import page, redirect

AnyRequest = Request[Any, Any, Any]
TERMS = "/orga/conditions"


class EntryController(Controller):
    """`/orga`: where everyone begins."""

    path = "/orga"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def enter(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """On to the campaigns; the terms come first; without a team, an explanation and the ways in."""
        suite = _suite(request)
        if await member_of(user) is None:
            has_left = request.query_params.get("fait") == "depart"
            return page(
                request,
                "space/no_team",
                status_code=403,
                invitation=await invited(ORGA, user),
                suite=suite,
                left=has_left,
            )
        if not await has_accepted_terms(user):
            return redirect(request, TERMS + (f"?suite={quote(suite, safe='/')}" if suite else ""))
        return redirect(request, suite or ORGA.home)


class TermsController(Controller):
    """The terms of use of Pix Orga, accepted once for each version."""

    path = TERMS
    dependencies = {"member": Provide(member_whatever_the_terms)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """The text; with the question, for who has not accepted this one."""
        accepted = await has_accepted_terms(member.user)
        return page(
            request,
            "space/terms",
            since=date.fromisoformat(VERSION),
            accepted=accepted,
            suite=_suite(request),
            member=member,
        )

    @post()
    async def accept(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """Accepted, with the date; on to where one was going."""
        form = await read_form(request)
        await accept_terms(member.user, now())
        return redirect(request, safe_local_path(form.text("suite")) or ORGA.home)


def _suite(request: AnyRequest) -> str | None:
    """Where one was going, if it is a page of Pix Orga; never this door again."""
    suite = safe_local_path(request.query_params.get("suite"))
    return suite if suite is not None and suite.startswith("/orga/") else None


ROUTES: list[ControllerRouterHandler] = [EntryController, TermsController]

__all__ = ["ROUTES", "personal_data"]  # imported for what it registers
