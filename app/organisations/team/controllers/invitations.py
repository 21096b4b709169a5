"""Who is invited: to see; for administrators, to invite, to send again, to cancel."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.params import FromPath

from app.lib.clock import now
from app.lib.row_ids import row_id
from app.organisations.members import AtWork
from app.organisations.spaces import Space
from app.organisations.team import invitations, queries
from app.organisations.team.controllers.pages import TheMember, TheSpace, tab, team_page
from app.organisations.team.emails import post_invitations
from app.organisations.team.forms import InviteForm, read_invite, refuse_members
from app.web.forms import read_form
from app.web.messages import Message
from app.web.pages import AnyRequest, redirect
from app.web.visitor import visitor_of

PATH = "/invitations"


class InvitationController(Controller):
    """Invitations: every member sees them, administrators make them."""

    path = PATH

    @get()
    async def show(self, request: AnyRequest, space: TheSpace, member: TheMember) -> Response[Any]:
        """Those that wait, and for administrators the form."""
        return await _page(request, space, member, InviteForm())

    @post()
    async def invite(self, request: AnyRequest, space: TheSpace, administrator: TheMember) -> Response[Any]:
        """Invite several people at once; nobody when one address is wrong."""
        here, sent = administrator.workplace, await read_form(request)
        form = read_invite(sent)
        refuse_members(form, await queries.already_there(space, here.id, form.emails))
        if row_id(sent.text(space.noun)) not in (0, here.id):  # chosen in another tab meanwhile
            form.errors.add("form", Message(space.words.moved, workplace=here.name))
        if form.errors or form.role is None:
            return await _page(request, space, administrator, form, status_code=422)
        made = await invitations.invite(space, here.id, form.emails, form.role, administrator.user, now())
        await post_invitations(space, made, here.name, visitor_of(request).language)
        done = "envoi" if made else "deja"
        return redirect(request, f"{space.team}{PATH}?fait={done}&nombre={len(form.emails)}")

    @post("/{invitation:int}")
    async def resend(
        self, request: AnyRequest, space: TheSpace, administrator: TheMember, invitation: FromPath[int]
    ) -> Response[Any]:
        """The same link once more."""
        here = administrator.workplace
        sent = await invitations.resend(space, here.id, invitation, administrator.user, now())
        await post_invitations(space, [sent] if sent else [], here.name, visitor_of(request).language)
        return redirect(request, f"{space.team}{PATH}?fait={'renvoi' if sent else 'deja'}")

    @post("/{invitation:int}/annulation")
    async def cancel(
        self, request: AnyRequest, space: TheSpace, administrator: TheMember, invitation: FromPath[int]
    ) -> Response[Any]:
        """Its link is dead."""
        await invitations.cancel(space, administrator.workplace.id, invitation, administrator.user, now())
        return redirect(request, f"{space.team}{PATH}?fait=annulation")


async def _page(
    request: AnyRequest, space: Space, member: AtWork, form: InviteForm, *, status_code: int = 200
) -> Response[Any]:
    waiting = await queries.pending(space, member.workplace.id)
    members = await queries.member_count(space, member.workplace.id)
    return team_page(
        request,
        space,
        member,
        "team/invitations",
        status_code=status_code,
        form=form,
        errors=form.errors,
        **tab(request, space, waiting, members, len(waiting)),
    )
