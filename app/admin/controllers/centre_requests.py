"""`/admin/demandes-de-centre`: who asks for a certification centre, and what becomes of it."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.done import done, without_done
from app.admin.forms import centres as forms
from app.admin.forms.organisations import KINDS
from app.admin.guards import Staff, who_may
from app.admin.pages import admin_page
from app.certification.certif import CERTIF
from app.certification.requests import openings
from app.certification.requests.refusals import OrganisationUnknown
from app.lib.clock import now
from app.lib.msgids import N_
from app.organisations.requests import queries, requests
from app.web.forms import Errors, Form, parse_form, read_form
from app.web.listing import address, slice_of
from app.web.messages import Message
from app.web.pages import AnyRequest, redirect

LIST = "/admin/demandes-de-centre"
LONGEST_REASON = 2_000


class CentreRequestsController(Controller):
    """Requests for a centre: those that wait, and the others."""

    path = LIST
    dependencies = {"staff": Provide(who_may("centres.decide"))}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """One page of the list."""
        query = parse_form(request.scope["query_string"])
        decided = query.text("etat") == "traitees"
        waiting, total = await queries.pending_requests(CERTIF), await queries.decided_count(CERTIF)
        part = slice_of(query, total if decided else len(waiting))
        return admin_page(
            request,
            staff,
            "admin/centre_requests",
            demands=await queries.decided(CERTIF, part.size, part.offset)
            if decided
            else waiting[part.offset : part.last],
            decided=decided,
            counts={"waiting": len(waiting), "decided": total},
            part=part,
            pages=address(LIST, without_done(query), page=""),
            done=done(query),
        )


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
        return _page(request, staff, found, forms.as_asked(found))

    @post("/acceptation")
    async def accept(
        self, request: AnyRequest, staff: NamedDependency[Staff], centre_request: FromPath[int]
    ) -> Response[Any]:
        """It becomes a centre; who asked is invited as its administrator."""
        found = await queries.request(CERTIF, centre_request)
        typed = forms.read(await read_form(request))
        if errors := forms.to_correct(typed):
            return _page(request, staff, found, typed, errors=errors)
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
            return _page(request, staff, found, typed, errors=errors)
        return redirect(request, f"{LIST}?etat=traitees&fait=demande")

    @post("/refus")
    async def decline(
        self, request: AnyRequest, staff: NamedDependency[Staff], centre_request: FromPath[int]
    ) -> Response[Any]:
        """A polite answer, with the reason."""
        found = await queries.request(CERTIF, centre_request)
        form = await read_form(request)
        if errors := _check_reason(form):
            reason = form.text("reason")
            return _page(request, staff, found, forms.as_asked(found), reason=reason, errors=errors)
        await requests.decline(CERTIF, centre_request, staff.user, now(), form.text("reason"))
        return redirect(request, f"{LIST}?fait=refus")


def _check_reason(form: Form) -> Errors:
    errors, reason = Errors(), form.text("reason")
    if not reason:
        errors.add("reason", N_("Écrivez la raison : la personne la lira"))
    elif len(reason) > LONGEST_REASON:
        errors.add("reason", Message(N_("%(most)s caractères au plus"), most=LONGEST_REASON))
    return errors


def _page(
    request: AnyRequest,
    staff: Staff,
    found: queries.Request,
    typed: forms.Typed,
    *,
    reason: str = "",
    errors: Errors | None = None,
) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/centre_request",
        status_code=422 if errors else 200,
        demand=found,
        typed=typed,
        kinds=KINDS.items(),
        reason=reason,
        longest=LONGEST_REASON,
        errors=errors or Errors(),
    )
