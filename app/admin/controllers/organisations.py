"""`/admin/organisations`: the list, opening one, and one organisation with what it says of itself."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.closures import close_organisation
from app.admin.controllers.done import done, without_done
from app.admin.forms import organisations as forms
from app.admin.guards import Staff, staff, who_may
from app.admin.pages import admin_page
from app.admin.queries import organisations as queries
from app.admin.queries.organisations import OrganisationFacts
from app.lib.clock import now
from app.lib.fingerprints import fingerprint
from app.organisations import organisations
from app.organisations.refusals import ParentLoop, ParentUnknown
from app.web.confirming import unsure
from app.web.forms import Errors, parse_form, read_form
from app.web.listing import address
from app.web.pages import AnyRequest, redirect

LIST = "/admin/organisations"


class OrganisationsController(Controller):
    """The list, and a new one."""

    path = LIST
    dependencies = {"staff": Provide(staff)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """One page of the list, as its address wants it."""
        query = parse_form(request.scope["query_string"])
        asked = queries.wanted(query)
        return admin_page(
            request,
            staff,
            "admin/organisations",
            asked=asked,
            found=await queries.organisations(asked, query),
            kinds=[(one, one) for one in queries.KINDS],
            tags=[(one, one) for one in await queries.tags()],
            here={
                "open": address(LIST, query, etat=None),
                "archived": address(LIST, query, etat="archivees"),
                "cleared": f"{LIST}?etat=archivees" if asked.archived else LIST,
                "page": address(LIST, query, page=""),
                "size": address(LIST, query, taille=""),
            },
        )

    @get("/creation", dependencies={"staff": Provide(who_may("organisations.edit"))})
    async def ask(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """The form of a new one."""
        return await _form(request, staff, None, forms.blank(), Errors())

    @post("/creation", dependencies={"staff": Provide(who_may("organisations.edit"))})
    async def create(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[Any]:
        """Opened; sent twice, once."""
        typed = forms.read(await read_form(request))
        parent = await queries.numbered(typed.parent) if typed.parent else None
        errors = forms.to_correct(typed, parent=parent)
        if not errors:
            try:
                details = forms.details_of(typed, parent, await queries.tags())
                sending = fingerprint(typed.client_token, staff.user, typed)
                made = await organisations.open_space(details, staff.user, now(), sending=sending)
            except ParentUnknown as refusal:
                errors.add("parent", refusal.message)
            else:
                return redirect(request, f"{LIST}/{made}?fait=creation")
        return await _form(request, staff, None, typed, errors)


class OrganisationController(Controller):
    """One organisation: what it is, what belongs to it; changing and archiving it."""

    path = LIST + "/{organisation:int}"
    dependencies = {"staff": Provide(staff)}  # noqa: RUF012

    @get()
    async def show(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[bytes]:
        return admin_page(
            request,
            staff,
            "admin/organisation",
            organisation=await queries.organisation(organisation),
            kinds=forms.KINDS,
            done=done(parse_form(request.scope["query_string"])),
        )

    @get("/campagnes")
    async def campaigns(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[bytes]:
        """Its campaigns, to read."""
        query = without_done(parse_form(request.scope["query_string"]))
        found = await queries.organisation(organisation)
        lines, part = await queries.campaigns(organisation, query)
        pages = address(request.scope["path"], query, page="")
        return admin_page(
            request,
            staff,
            "admin/organisation_campaigns",
            organisation=found,
            campaigns=lines,
            part=part,
            pages=pages,
            done=None,
        )

    @get("/modification", dependencies={"staff": Provide(who_may("organisations.edit"))})
    async def ask(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[bytes]:
        """The form, as it is."""
        found = await queries.organisation(organisation)
        return await _form(request, staff, found, forms.as_it_is(found.details), Errors())

    @post("/modification", dependencies={"staff": Provide(who_may("organisations.edit"))})
    async def edit(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[Any]:
        """Changed."""
        found = await queries.organisation(organisation)
        typed = forms.read(await read_form(request))
        parent = await queries.numbered(typed.parent) if typed.parent else None
        errors = forms.to_correct(typed, parent=parent)
        if not errors:
            try:
                details = forms.details_of(typed, parent, await queries.tags())
                await organisations.edit(organisation, details, staff.user, now())
            except (ParentUnknown, ParentLoop) as refusal:
                errors.add("parent", refusal.message)
            else:
                return redirect(request, f"{LIST}/{organisation}?fait=modification")
        return await _form(request, staff, found, typed, errors)

    @get("/archivage", dependencies={"staff": Provide(who_may("organisations.archive"))})
    async def ask_to_archive(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[bytes]:
        """What archiving it does."""
        return _archiving(request, staff, await queries.organisation(organisation), None)

    @post("/archivage", dependencies={"staff": Provide(who_may("organisations.archive"))})
    async def archive(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[Any]:
        """Archived, once the box is ticked."""
        found = await queries.organisation(organisation)
        if errors := unsure(await read_form(request)):
            return _archiving(request, staff, found, errors)
        await close_organisation(organisation, staff.user, now())
        return redirect(request, f"{LIST}/{organisation}?fait=archivage")

    @post("/reouverture", dependencies={"staff": Provide(who_may("organisations.archive"))})
    async def unarchive(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[Any]:
        """Open again."""
        await organisations.unarchive((await queries.organisation(organisation)).id, staff.user, now())
        return redirect(request, f"{LIST}/{organisation}?fait=reouverture")


def _archiving(request: AnyRequest, staff: Staff, found: OrganisationFacts, errors: Errors | None) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/organisation_archiving",
        status_code=422 if errors else 200,
        organisation=found,
        errors=errors,
    )


async def _form(
    request: AnyRequest, staff: Staff, found: OrganisationFacts | None, typed: forms.Typed, errors: Errors
) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/organisation_form",
        status_code=422 if errors else 200,
        organisation=found,
        typed=typed,
        kinds=forms.KINDS.items(),
        tags=await queries.tags(),
        errors=errors,
    )
