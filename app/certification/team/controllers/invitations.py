"""Who is invited: to see; for administrators, to invite, to send again, to cancel."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.certification.guards import administrator, member
from app.certification.members import CentreMember
from app.certification.pages import certif_page
from app.certification.team import invitations, queries
from app.certification.team.controllers.tabs import INVITATIONS, AnyRequest, tab
from app.certification.team.emails import post_invitations
from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.organisations.team.forms import InviteForm, read_invite, refuse_members
from app.web.forms import read_form
from app.web.messages import Message
from app.web.pages import redirect
from app.web.visitor import visitor_of

_MOVED = N_("Vous travaillez maintenant dans le centre « %(centre)s » : relisez, puis envoyez.")


class InvitationController(Controller):
    """Invitations: every member sees them, administrators make them."""

    path = INVITATIONS
    dependencies = {"member": Provide(administrator)}  # noqa: RUF012 (Litestar's way)

    @get(dependencies={"member": Provide(member)})
    async def show(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[Any]:
        """Those that wait, and for administrators the form."""
        return await _page(request, member, InviteForm())

    @post()
    async def invite(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[Any]:
        """Invite several people at once; nobody when one address is wrong."""
        sent = await read_form(request)
        form = read_invite(sent)
        refuse_members(form, await queries.already_there(member.centre, form.emails))
        if row_id(sent.text("centre")) not in (0, member.centre):  # chosen in another tab meanwhile
            form.errors.add("form", Message(_MOVED, centre=member.centre_name))
        if form.errors or form.role is None:
            return await _page(request, member, form, status_code=422)
        made = await invitations.invite(member.centre, form.emails, form.role, member.user, now())
        await post_invitations(made, member.centre_name, visitor_of(request).language)
        return redirect(request, f"{INVITATIONS}?fait={'envoi' if made else 'deja'}&nombre={len(form.emails)}")

    @post("/{invitation:int}")
    async def resend(
        self, request: AnyRequest, member: NamedDependency[CentreMember], invitation: FromPath[int]
    ) -> Response[Any]:
        """The same link once more."""
        sent = await invitations.resend(member.centre, invitation, member.user, now())
        await post_invitations([sent] if sent else [], member.centre_name, visitor_of(request).language)
        return redirect(request, f"{INVITATIONS}?fait={'renvoi' if sent else 'deja'}")

    @post("/{invitation:int}/annulation")
    async def cancel(
        self, request: AnyRequest, member: NamedDependency[CentreMember], invitation: FromPath[int]
    ) -> Response[Any]:
        """Its link is dead."""
        await invitations.cancel(member.centre, invitation, member.user, now())
        return redirect(request, f"{INVITATIONS}?fait=annulation")


async def _page(
    request: AnyRequest, member: CentreMember, form: InviteForm, *, status_code: int = 200
) -> Response[Any]:
    waiting = await queries.pending(member.centre)
    members = await queries.member_count(member.centre)
    return certif_page(
        request,
        member,
        "certification/team_invitations",
        status_code=status_code,
        form=form,
        errors=form.errors,
        **tab(request, waiting, members, len(waiting)),
    )
