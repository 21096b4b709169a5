"""Who works here: to see, to leave; for administrators, to change a role and to remove someone."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from app.lib.clock import now
from app.lib.row_ids import row_id
from app.organisations.members import AtWork
from app.organisations.spaces import Space
from app.organisations.team import memberships, queries
from app.organisations.team.controllers.pages import TheMember, TheSpace, tab, team_page
from app.organisations.team.forms import RoleForm, read_role
from app.organisations.team.queries import TeamMate
from app.organisations.team.refusals import LastAdministrator
from app.organisations.team.roles import is_last_administrator
from app.web.forms import read_form
from app.web.pages import AnyRequest, redirect


class MembersController(Controller):
    """The list, for every member."""

    @get()
    async def show(self, request: AnyRequest, space: TheSpace, member: TheMember) -> Response[Any]:
        """Names, roles, since when."""
        team = await queries.team(space, member.workplace.id)
        waiting = await queries.pending_count(space, member.workplace.id)
        return team_page(request, space, member, "team/members", **tab(request, space, team, len(team), waiting))


class DepartureController(Controller):
    """Leaving, also for who may do nothing else."""

    path = "/depart"

    @get()
    async def ask(self, request: AnyRequest, space: TheSpace, member: TheMember) -> Response[Any]:
        """What it means, and the button; the last administrator is told what to do first."""
        return await _departure(request, space, member)

    @post()
    async def leave(self, request: AnyRequest, space: TheSpace, member: TheMember) -> Response[Any]:
        """Leave the workplace that the page named, whatever was chosen elsewhere meanwhile."""
        workplace = row_id((await read_form(request)).text(space.noun))
        try:
            await memberships.leave(space, workplace, member.user, now())
        except LastAdministrator:
            return await _departure(request, space, member, status_code=409)
        works_elsewhere = any(one.id != workplace for one in member.workplaces)
        return redirect(request, f"{space.choice if works_elsewhere else space.path}?fait=depart")


class TeamMateController(Controller):
    """One member of the team, for administrators."""

    path = "/{membership:int}"

    @get()
    async def show(
        self, request: AnyRequest, space: TheSpace, administrator: TheMember, membership: FromPath[int]
    ) -> Response[Any]:
        """Her role, to change."""
        mate = await queries.team_mate(space, administrator.workplace.id, membership)
        return _role(
            request, space, administrator, mate, RoleForm("administrator" if mate.is_administrator else "member")
        )

    @post("/role")
    async def change_role(
        self, request: AnyRequest, space: TheSpace, administrator: TheMember, membership: FromPath[int]
    ) -> Response[Any]:
        """Give her another role."""
        here = administrator.workplace.id
        mate = await queries.team_mate(space, here, membership)
        form = read_role(await read_form(request))
        if form.role is None:
            return _role(request, space, administrator, mate, form, status_code=422)
        try:
            await memberships.change_role(space, here, membership, form.role, administrator.user, now())
        except LastAdministrator as refusal:
            form.errors.add("role", refusal.message)
            return _role(request, space, administrator, mate, form, status_code=409)
        return redirect(request, f"{space.team}?fait=role")

    @get("/retrait")
    async def ask_to_remove(
        self, request: AnyRequest, space: TheSpace, administrator: TheMember, membership: FromPath[int]
    ) -> Response[Any]:
        """What removing her means, and the button; one leaves by oneself from another page."""
        mate = await queries.team_mate(space, administrator.workplace.id, membership)
        if mate.user == administrator.user:
            return redirect(request, f"{space.team}/depart")
        return team_page(request, space, administrator, "team/removal", mate=mate)

    @post("/retrait")
    async def remove(
        self, request: AnyRequest, space: TheSpace, administrator: TheMember, membership: FromPath[int]
    ) -> Response[Any]:
        """She is no longer of the team."""
        await memberships.remove(space, administrator.workplace.id, membership, administrator.user, now())
        return redirect(request, f"{space.team}?fait=retrait")


async def _departure(request: AnyRequest, space: Space, member: AtWork, *, status_code: int = 200) -> Response[Any]:
    colleagues = await memberships.colleagues(space, member.workplace.id)
    me = next((one.id for one in colleagues if one.user == member.user), 0)
    return team_page(
        request,
        space,
        member,
        "team/departure",
        status_code=status_code,
        is_last=is_last_administrator(me, colleagues),
        is_alone=len(colleagues) == 1,
    )


def _role(
    request: AnyRequest, space: Space, member: AtWork, mate: TeamMate, form: RoleForm, *, status_code: int = 200
) -> Response[Any]:
    return team_page(
        request, space, member, "team/role", status_code=status_code, mate=mate, form=form, errors=form.errors
    )
