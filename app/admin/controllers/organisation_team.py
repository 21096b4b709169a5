"""`/admin/organisations/{organisation}/equipe`: who works there, who is invited; inviting someone."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.done import done
from app.admin.controllers.organisations import LIST
from app.admin.guards import Staff, staff, who_may
from app.admin.pages import admin_page
from app.admin.queries import organisations as queries
from app.admin.queries.organisations import OrganisationFacts
from app.lib.clock import now
from app.organisations.orga import ORGA
from app.organisations.refusals import OrganisationArchived
from app.organisations.team import invitations
from app.organisations.team.emails import post_invitations
from app.organisations.team.forms import InviteForm, read_invite, refuse_members
from app.organisations.team.queries import already_there, pending, team
from app.web.forms import parse_form, read_form
from app.web.pages import AnyRequest, redirect
from app.web.visitor import visitor_of


class OrganisationTeamController(Controller):
    """Its team, as support sees it."""

    path = LIST + "/{organisation:int}/equipe"
    dependencies = {"staff": Provide(staff)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[bytes]:
        """Members and invitations; the form invites an administrator."""
        found = await queries.organisation(organisation)
        return await _page(request, staff, found, InviteForm(role="administrator"))

    @post(dependencies={"staff": Provide(who_may("teams.invite"))})
    async def invite(
        self, request: AnyRequest, staff: NamedDependency[Staff], organisation: FromPath[int]
    ) -> Response[Any]:
        """Invited by e-mail; the same address again, sooner than a minute later, once."""
        found = await queries.organisation(organisation)
        if found.archived:
            raise OrganisationArchived
        form = read_invite(await read_form(request))
        refuse_members(form, await already_there(ORGA, organisation, form.emails))
        if form.errors or form.role is None:
            return await _page(request, staff, found, form)
        sent = await invitations.invite(ORGA, organisation, form.emails, form.role, staff.user, now())
        await post_invitations(ORGA, sent, found.name, visitor_of(request).language)
        return redirect(request, f"{LIST}/{organisation}/equipe?fait={'invitation' if sent else 'deja'}")

    @post("/{invitation:int}/annulation", dependencies={"staff": Provide(who_may("teams.invite"))})
    async def cancel(
        self,
        request: AnyRequest,
        staff: NamedDependency[Staff],
        organisation: FromPath[int],
        invitation: FromPath[int],
    ) -> Response[Any]:
        """Its link is dead."""
        found = await queries.organisation(organisation)
        await invitations.cancel(ORGA, found.id, invitation, staff.user, now())
        return redirect(request, f"{LIST}/{organisation}/equipe?fait=annulation")


async def _page(request: AnyRequest, staff: Staff, found: OrganisationFacts, form: InviteForm) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/organisation_team",
        status_code=422 if form.errors else 200,
        organisation=found,
        words=ORGA.words,
        team=await team(ORGA, found.id),
        invitations=await pending(ORGA, found.id),
        form=form,
        errors=form.errors,
        done=done(parse_form(request.scope["query_string"])),
    )
