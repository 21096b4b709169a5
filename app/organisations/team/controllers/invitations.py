"""Who is invited: to see; for administrators, to invite, to send again, to cancel."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.organisations.guards import administrator, member
from app.organisations.members import Member
from app.organisations.pages import orga_page
from app.organisations.team import invitations, queries
from app.organisations.team.controllers.tabs import INVITATIONS, AnyRequest, tab
from app.organisations.team.emails import post_invitations
from app.organisations.team.forms import InviteForm, read_invite, refuse_members
from app.web.forms import read_form
from app.web.messages import Message
from app.web.pages import redirect
from app.web.visitor import visitor_of

_MOVED = N_("Vous travaillez maintenant dans l'espace « %(organisation)s » : relisez, puis envoyez.")


class InvitationController(Controller):
    """Invitations: every member sees them, administrators make them."""

    path = INVITATIONS
    dependencies = {"member": Provide(administrator)}  # noqa: RUF012 (Litestar's way)

    @get(dependencies={"member": Provide(member)})
    async def show(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """Those that wait, and for administrators the form."""
        return await _page(request, member, InviteForm())

    @post()
    async def invite(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """Invite several people at once; nobody when one address is wrong."""
        sent = await read_form(request)
        form = read_invite(sent)
        refuse_members(form, await queries.already_there(member.organisation, form.emails))
        if row_id(sent.text("organisation")) not in (0, member.organisation):  # chosen in another tab meanwhile
            form.errors.add("form", Message(_MOVED, organisation=member.organisation_name))
        if form.errors or form.role is None:
            return await _page(request, member, form, status_code=422)
        made = await invitations.invite(member.organisation, form.emails, form.role, member.user, now())
        await post_invitations(made, member.organisation_name, visitor_of(request).language)
        return redirect(request, f"{INVITATIONS}?fait={'envoi' if made else 'deja'}&nombre={len(form.emails)}")

    @post("/{invitation:int}")
    async def resend(
        self, request: AnyRequest, member: NamedDependency[Member], invitation: FromPath[int]
    ) -> Response[Any]:
        """The same link once more."""
        sent = await invitations.resend(member.organisation, invitation, member.user, now())
        await post_invitations([sent] if sent else [], member.organisation_name, visitor_of(request).language)
        return redirect(request, f"{INVITATIONS}?fait={'renvoi' if sent else 'deja'}")

    @post("/{invitation:int}/annulation")
    async def cancel(
        self, request: AnyRequest, member: NamedDependency[Member], invitation: FromPath[int]
    ) -> Response[Any]:
        """Its link is dead."""
        await invitations.cancel(member.organisation, invitation, member.user, now())
        return redirect(request, f"{INVITATIONS}?fait=annulation")


async def _page(request: AnyRequest, member: Member, form: InviteForm, *, status_code: int = 200) -> Response[Any]:
    waiting = await queries.pending(member.organisation)
    members = await queries.member_count(member.organisation)
    return orga_page(
        request,
        member,
        "team/invitations",
        status_code=status_code,
        form=form,
        errors=form.errors,
        **tab(request, waiting, members, len(waiting)),
    )
