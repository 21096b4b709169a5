"""`/admin/demandes-de-centre`: who asks for a certification centre, and what becomes of it."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.demand_pages import demand_list, demand_page
from app.admin.forms import centres as forms
from app.admin.forms.reasons import check_reason
from app.admin.guards import Staff, who_may
from app.certification.certif import CERTIF
from app.certification.requests import openings
from app.certification.requests.refusals import OrganisationUnknown
from app.lib.clock import now
from app.organisations.requests import queries, requests
from app.web.forms import read_form
from app.web.pages import AnyRequest, redirect

LIST = "/admin/demandes-de-centre"


class CentreRequestsController(Controller):
    """Requests for a centre: those that wait, and the others."""

    path = LIST
    dependencies = {"staff": Provide(who_may("centres.decide"))}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """Those that wait, or the others."""
        return await demand_list(request, staff, CERTIF)


class CentreRequestController(Controller):
    """One request: to read, to accept, to decline."""

    path = LIST + "/{centre_request:int}"
    dependencies = {"staff": Provide(who_may("centres.decide"))}  # noqa: RUF012

    @get()
    async def show(
        self, request: AnyRequest, staff: NamedDependency[Staff], centre_request: FromPath[int]
    ) -> Response[bytes]:
        """What was asked, and for one that waits, the centre it would become."""
        found = await queries.request(CERTIF, centre_request)
        return demand_page(request, staff, "admin/centre_request", found, forms.as_asked(found))

    @post("/acceptation")
    async def accept(
        self, request: AnyRequest, staff: NamedDependency[Staff], centre_request: FromPath[int]
    ) -> Response[Any]:
        """It becomes a centre; who asked is invited as its administrator."""
        found = await queries.request(CERTIF, centre_request)
        typed = forms.read(await read_form(request))
        if errors := forms.to_correct(typed):
            return demand_page(request, staff, "admin/centre_request", found, typed, errors=errors)
        details = forms.details_of(typed)
        try:
            await openings.accept(
                centre_request,
                staff.user,
                now(),
                name=details.name,
                kind=details.kind,
                external_id=details.external_id,
                organisation=details.organisation,
            )
        except OrganisationUnknown as refusal:
            errors.add("organisation", refusal.message)
            return demand_page(request, staff, "admin/centre_request", found, typed, errors=errors)
        return redirect(request, f"{LIST}?etat=traitees&fait=demande")

    @post("/refus")
    async def decline(
        self, request: AnyRequest, staff: NamedDependency[Staff], centre_request: FromPath[int]
    ) -> Response[Any]:
        """A polite answer, with the reason."""
        found = await queries.request(CERTIF, centre_request)
        reason = (await read_form(request)).text("reason")
        if errors := check_reason(reason):
            return demand_page(
                request, staff, "admin/centre_request", found, forms.as_asked(found), reason=reason, errors=errors
            )
        await requests.decline(CERTIF, centre_request, staff.user, now(), reason)
        return redirect(request, f"{LIST}?fait=refus")
