"""`/admin/demandes`: who asks for a space, and what becomes of it."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.done import done, without_done
from app.admin.forms import organisations as forms
from app.admin.guards import Staff, who_may
from app.admin.pages import admin_page
from app.lib.clock import now
from app.lib.msgids import N_
from app.organisations.orga import ORGA
from app.organisations.requests import openings, queries, requests
from app.web.forms import Errors, Form, parse_form, read_form
from app.web.listing import address, slice_of
from app.web.messages import Message
from app.web.pages import AnyRequest, redirect

LIST = "/admin/demandes"
LONGEST_REASON = 2_000


class DemandsController(Controller):
    """Requests for a space: those that wait, and the others."""

    path = LIST
    dependencies = {"staff": Provide(who_may("requests.decide"))}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """One page of the list."""
        query = parse_form(request.scope["query_string"])
        decided = query.text("etat") == "traitees"
        waiting, total = await queries.pending_requests(ORGA), await queries.decided_count(ORGA)
        part = slice_of(query, total if decided else len(waiting))
        return admin_page(
            request,
            staff,
            "admin/demands",
            demands=await queries.decided(ORGA, part.size, part.offset)
            if decided
            else waiting[part.offset : part.last],
            decided=decided,
            counts={"waiting": len(waiting), "decided": total},
            part=part,
            pages=address(LIST, without_done(query), page=""),
            done=done(query),
        )


class DemandController(Controller):
    """One request: to read, to accept, to decline."""

    path = LIST + "/{demand:int}"
    dependencies = {"staff": Provide(who_may("requests.decide"))}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff], demand: FromPath[int]) -> Response[bytes]:
        """What was asked, and for one that waits, the organisation it would become."""
        found = await queries.request(ORGA, demand)
        return _page(request, staff, found, _organisation(found))

    @post("/acceptation")
    async def accept(self, request: AnyRequest, staff: NamedDependency[Staff], demand: FromPath[int]) -> Response[Any]:
        """It becomes an organisation; who asked is invited as its administrator."""
        found = await queries.request(ORGA, demand)
        typed = forms.read(await read_form(request))
        if errors := forms.to_correct(typed, parent=None):
            return _page(request, staff, found, typed, errors=errors)
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
        form = await read_form(request)
        if errors := _check_reason(form):
            return _page(request, staff, found, _organisation(found), reason=form.text("reason"), errors=errors)
        await requests.decline(ORGA, demand, staff.user, now(), form.text("reason"))
        return redirect(request, f"{LIST}?fait=refus")


def _organisation(found: queries.Request) -> forms.Typed:
    return forms.Typed(
        name=found.workplace_name, kind=found.kind, external_id=found.external_id, province=found.province
    )


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
        "admin/demand",
        status_code=422 if errors else 200,
        demand=found,
        typed=typed,
        kinds=forms.KINDS.items(),
        reason=reason,
        longest=LONGEST_REASON,
        errors=errors or Errors(),
    )
