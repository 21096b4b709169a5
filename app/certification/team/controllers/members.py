"""Who works here: to see, to leave; for administrators, to change a role and to remove someone."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.certification.guards import administrator, member
from app.certification.members import CentreMember
from app.certification.pages import certif_page
from app.certification.team import memberships, queries
from app.certification.team.controllers.tabs import TEAM, AnyRequest, tab
from app.lib.clock import now
from app.lib.row_ids import row_id
from app.organisations.team.forms import RoleForm, read_role
from app.organisations.team.queries import TeamMate
from app.organisations.team.refusals import LastAdministrator
from app.organisations.team.roles import is_last_administrator
from app.web.forms import read_form
from app.web.pages import redirect


class MembersController(Controller):
    """The list, for every member."""

    path = TEAM
    dependencies = {"member": Provide(member)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[Any]:
        """Names, roles, since when."""
        team = await queries.team(member.centre)
        waiting = await queries.pending_count(member.centre)
        return certif_page(request, member, "certification/team_members", **tab(request, team, len(team), waiting))


class DepartureController(Controller):
    """Leaving."""

    path = f"{TEAM}/depart"
    dependencies = {"member": Provide(member)}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[Any]:
        """What it means, and the button; the last administrator is told what to do first."""
        return await _departure(request, member)

    @post()
    async def leave(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[Any]:
        """Leave the centre that the page named, whatever was chosen elsewhere meanwhile."""
        centre = row_id((await read_form(request)).text("centre"))
        try:
            await memberships.leave(centre, member.user, now())
        except LastAdministrator:
            return await _departure(request, member, status_code=409)
        works_elsewhere = any(one.id != centre for one in member.workplaces)
        return redirect(request, "/certif/centre?fait=depart" if works_elsewhere else "/certif?fait=depart")


class TeamMateController(Controller):
    """One member of the team, for administrators."""

    path = TEAM + "/{membership:int}"
    dependencies = {"member": Provide(administrator)}  # noqa: RUF012

    @get()
    async def show(
        self, request: AnyRequest, member: NamedDependency[CentreMember], membership: FromPath[int]
    ) -> Response[Any]:
        """Her role, to change."""
        mate = await queries.team_mate(member.centre, membership)
        return _role(request, member, mate, RoleForm("administrator" if mate.is_administrator else "member"))

    @post("/role")
    async def change_role(
        self, request: AnyRequest, member: NamedDependency[CentreMember], membership: FromPath[int]
    ) -> Response[Any]:
        """Give her another role."""
        mate = await queries.team_mate(member.centre, membership)
        form = read_role(await read_form(request))
        if form.role is None:
            return _role(request, member, mate, form, status_code=422)
        try:
            await memberships.change_role(member.centre, membership, form.role, member.user, now())
        except LastAdministrator as refusal:
            form.errors.add("role", refusal.message)
            return _role(request, member, mate, form, status_code=409)
        return redirect(request, f"{TEAM}?fait=role")

    @get("/retrait")
    async def ask_to_remove(
        self, request: AnyRequest, member: NamedDependency[CentreMember], membership: FromPath[int]
    ) -> Response[Any]:
        """What removing her means, and the button; one leaves by oneself from another page."""
        mate = await queries.team_mate(member.centre, membership)
        if mate.user == member.user:
            return redirect(request, f"{TEAM}/depart")
        return certif_page(request, member, "certification/team_removal", mate=mate)

    @post("/retrait")
    async def remove(
        self, request: AnyRequest, member: NamedDependency[CentreMember], membership: FromPath[int]
    ) -> Response[Any]:
        """She is no longer of the team."""
        await memberships.remove(member.centre, membership, member.user, now())
        return redirect(request, f"{TEAM}?fait=retrait")


async def _departure(request: AnyRequest, member: CentreMember, *, status_code: int = 200) -> Response[Any]:
    colleagues = await memberships.colleagues(member.centre)
    me = next((one.id for one in colleagues if one.user == member.user), 0)
    return certif_page(
        request,
        member,
        "certification/team_departure",
        status_code=status_code,
        is_last=is_last_administrator(me, colleagues),
        is_alone=len(colleagues) == 1,
    )


def _role(
    request: AnyRequest, member: CentreMember, mate: TeamMate, form: RoleForm, *, status_code: int = 200
) -> Response[Any]:
    return certif_page(
        request, member, "certification/team_role", status_code=status_code, mate=mate, form=form, errors=form.errors
    )
