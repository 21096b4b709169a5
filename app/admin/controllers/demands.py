"""`/admin/demandes`: who asks for a space, and what becomes of it."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.demand_pages import demand_list, demand_page
from app.admin.forms import organisations as forms
from app.admin.forms.reasons import check_reason
from app.admin.guards import Staff, who_may
from app.lib.clock import now
from app.organisations.orga import ORGA
from app.organisations.requests import openings, queries, requests
from app.web.forms import read_form
from app.web.pages import AnyRequest, redirect

LIST = "/admin/demandes"


class DemandsController(Controller):
    """Requests for a space: those that wait, and the others."""

    path = LIST
    dependencies = {"staff": Provide(who_may("requests.decide"))}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """Those that wait, or the others."""
        return await demand_list(request, staff, ORGA)


class DemandController(Controller):
    """One request: to read, to accept, to decline."""

    path = LIST + "/{demand:int}"
    dependencies = {"staff": Provide(who_may("requests.decide"))}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff], demand: FromPath[int]) -> Response[bytes]:
        """What was asked, and for one that waits, the organisation it would become."""
        found = await queries.request(ORGA, demand)
        return demand_page(request, staff, "admin/demand", found, _organisation(found))

    @post("/acceptation")
    async def accept(self, request: AnyRequest, staff: NamedDependency[Staff], demand: FromPath[int]) -> Response[Any]:
        """It becomes an organisation; who asked is invited as its administrator."""
        found = await queries.request(ORGA, demand)
        typed = forms.read(await read_form(request))
        if errors := forms.to_correct(typed, parent=None):
            return demand_page(request, staff, "admin/demand", found, typed, errors=errors)
        details = forms.details_of(typed, None, ())
        made = await openings.accept(
            demand,
            staff.user,
            now(),
            name=details.name,
            kind=details.kind,
            external_id=details.external_id or None,
            province=details.province,
            manages_learners=details.manages_learners,
            uses_credits=details.uses_credits,
        )
        return redirect(request, f"/admin/organisations/{made}?fait=demande")

    @post("/refus")
    async def decline(self, request: AnyRequest, staff: NamedDependency[Staff], demand: FromPath[int]) -> Response[Any]:
        """A polite answer, with the reason."""
        found = await queries.request(ORGA, demand)
        reason = (await read_form(request)).text("reason")
        if errors := check_reason(reason):
            return demand_page(
                request, staff, "admin/demand", found, _organisation(found), reason=reason, errors=errors
            )
        await requests.decline(ORGA, demand, staff.user, now(), reason)
        return redirect(request, f"{LIST}?fait=refus")


def _organisation(found: queries.Request) -> forms.Typed:
    return forms.Typed(
        name=found.workplace_name, kind=found.kind, external_id=found.external_id, province=found.province
    )
