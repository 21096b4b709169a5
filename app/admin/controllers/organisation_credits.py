"""`/admin/organisations/{organisation}/credits`: its lots; adding one, cancelling what is left of one."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.done import done
from app.admin.controllers.organisations import LIST
from app.admin.forms import lots as forms
from app.admin.guards import Staff, staff, who_may
from app.admin.pages import admin_page
from app.admin.queries import organisations as queries
from app.admin.queries.organisations import OrganisationFacts
from app.lib.clock import now
from app.organisations.credits import lots
from app.organisations.credits.queries import credits_of
from app.organisations.credits.rules import day_of
from app.web.forms import Errors, parse_form, read_form
from app.web.pages import AnyRequest, redirect


class OrganisationCreditsController(Controller):
    """Its credits, as the staff sees them."""

    path = LIST + "/{organisation:int}/credits"
    dependencies = {"staff": Provide(staff)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[bytes]:
        """The lots, and for who may, the form that adds one."""
        found = await queries.organisation(organisation)
        return await _page(request, staff, found, forms.blank(day_of(now())), Errors())

    @post(dependencies={"staff": Provide(who_may("lots.manage"))})
    async def add(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[Any]:
        """One more lot; sent twice, one."""
        found = await queries.organisation(organisation)
        typed, at = forms.read(await read_form(request)), now()
        if errors := forms.to_correct(typed, day_of(at)):
            return await _page(request, staff, found, typed, errors)
        await lots.add(organisation, forms.lot_of(typed, staff.user), staff.user, at)
        return redirect(request, f"{LIST}/{organisation}/credits?fait=lot")

    @post("/{lot:int}/annulation", dependencies={"staff": Provide(who_may("lots.manage"))})
    async def cancel(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int], lot: FromPath[int]
    ) -> Response[Any]:
        """What is left of it is withdrawn."""
        found = await queries.organisation(organisation)
        await lots.cancel(found.id, lot, staff.user, now())
        return redirect(request, f"{LIST}/{organisation}/credits?fait=lot-annule")


async def _page(
    request: AnyRequest, staff: Staff, found: OrganisationFacts, typed: forms.Typed, errors: Errors
) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/organisation_credits",
        status_code=422 if errors else 200,
        organisation=found,
        credits=await credits_of(found.id, now()),
        typed=typed,
        errors=errors,
        done=done(parse_form(request.scope["query_string"])),
    )
