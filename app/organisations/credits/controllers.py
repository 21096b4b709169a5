"""`/orga/credits`: what is left, lot by lot, and whom a credit covers."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.lib.clock import now
from app.organisations.credits.queries import covered, credits_of
from app.organisations.guards import member
from app.organisations.members import Member
from app.organisations.pages import orga_page
from app.web.forms import parse_form
from app.web.listing import address
from app.web.pages import AnyRequest

CREDITS = "/orga/credits"


class CreditsController(Controller):
    """For every member; only the service's staff adds lots."""

    path = CREDITS
    dependencies = {"member": Provide(member)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        query, at = parse_form(request.scope["query_string"]), now()
        found = await credits_of(member.organisation, at)
        people, part = await covered(member.organisation, query, at)
        return orga_page(
            request,
            member,
            "credits/credits",
            credits=found,
            people=people,
            part=part,
            pages=address(CREDITS, query, page=""),
            sizes=address(CREDITS, query, taille=""),
        )


ROUTES: list[ControllerRouterHandler] = [CreditsController]
