"""`/admin/centres`: the certification centres; one of them, what it is, changing and archiving it."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.done import done
from app.admin.forms import centres as forms
from app.admin.forms.organisations import KINDS
from app.admin.guards import Staff, who_may
from app.admin.pages import admin_page
from app.admin.queries import centres as queries
from app.admin.queries.centres import CentreFacts
from app.certification import centres
from app.certification.requests.refusals import OrganisationUnknown
from app.lib.clock import now
from app.web.confirming import unsure
from app.web.forms import Errors, parse_form, read_form
from app.web.listing import address
from app.web.pages import AnyRequest, redirect

LIST = "/admin/centres"


class CentresController(Controller):
    """The list."""

    path = LIST
    dependencies = {"staff": Provide(who_may("centres.decide"))}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """One page of it, as its address wants it."""
        query = parse_form(request.scope["query_string"])
        asked = queries.wanted(query)
        return admin_page(
            request,
            staff,
            "admin/centres",
            asked=asked,
            found=await queries.centres(asked, query),
            waiting=await queries.waiting_requests(),
            kinds=[(one, one) for one in KINDS],
            here={
                "open": address(LIST, query, etat=None),
                "archived": address(LIST, query, etat="archives"),
                "cleared": f"{LIST}?etat=archives" if asked.archived else LIST,
                "page": address(LIST, query, page=""),
                "size": address(LIST, query, taille=""),
            },
        )


class CentreController(Controller):
    """One centre."""

    path = LIST + "/{centre:int}"
    dependencies = {"staff": Provide(who_may("centres.decide"))}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff], centre: FromPath[int]) -> Response[bytes]:
        """What it is, and its team."""
        return admin_page(
            request,
            staff,
            "admin/centre",
            centre=await queries.centre(centre),
            kinds=KINDS,
            done=done(parse_form(request.scope["query_string"])),
        )

    @get("/modification")
    async def ask(self, request: AnyRequest, staff: NamedDependency[Staff], centre: FromPath[int]) -> Response[bytes]:
        """The form, as it is."""
        found = await queries.centre(centre)
        return _form(request, staff, found, _as_it_is(found), Errors())

    @post("/modification")
    async def edit(self, request: AnyRequest, staff: NamedDependency[Staff], centre: FromPath[int]) -> Response[Any]:
        """Changed."""
        found = await queries.centre(centre)
        typed = forms.read(await read_form(request))
        if not (errors := forms.to_correct(typed)):
            details = forms.details_of(typed)
            try:
                await centres.edit(
                    found.id,
                    details.name,
                    details.kind,
                    details.external_id,
                    details.organisation,
                    staff.user,
                    now(),
                )
            except OrganisationUnknown as refusal:
                errors.add("organisation", refusal.message)
            else:
                return redirect(request, f"{LIST}/{centre}?fait=modification")
        return _form(request, staff, found, typed, errors)

    @get("/archivage")
    async def ask_to_archive(
        self, request: AnyRequest, staff: NamedDependency[Staff], centre: FromPath[int]
    ) -> Response[bytes]:
        """What archiving it does."""
        return _archiving(request, staff, await queries.centre(centre), None)

    @post("/archivage")
    async def archive(self, request: AnyRequest, staff: NamedDependency[Staff], centre: FromPath[int]) -> Response[Any]:
        """Archived, once the box is ticked."""
        found = await queries.centre(centre)
        if errors := unsure(await read_form(request)):
            return _archiving(request, staff, found, errors)
        await centres.archive(centre, staff.user, now())
        return redirect(request, f"{LIST}/{centre}?fait=centre-archive")

    @post("/reouverture")
    async def unarchive(
        self, request: AnyRequest, staff: NamedDependency[Staff], centre: FromPath[int]
    ) -> Response[Any]:
        """Open again."""
        await centres.unarchive((await queries.centre(centre)).id, staff.user, now())
        return redirect(request, f"{LIST}/{centre}?fait=centre-rouvert")


def _as_it_is(centre: CentreFacts) -> forms.Typed:
    return forms.Typed(centre.name, centre.kind, centre.external_id, str(centre.organisation or ""))


def _form(
    request: AnyRequest, staff: Staff, centre: CentreFacts, typed: forms.Typed, errors: Errors
) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/centre_form",
        status_code=422 if errors else 200,
        centre=centre,
        typed=typed,
        kinds=KINDS.items(),
        errors=errors,
    )


def _archiving(request: AnyRequest, staff: Staff, centre: CentreFacts, errors: Errors | None) -> Response[bytes]:
    status = 422 if errors else 200
    return admin_page(request, staff, "admin/centre_archiving", status_code=status, centre=centre, errors=errors)
