"""Joining a team by the link of an invitation, with an account or before having one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from litestar import Controller, Response, get, post

from app.lib.clock import now
from app.lib.refusals import Refusal
from app.lib.row_ids import row_id
from app.organisations.spaces import Space
from app.organisations.team import invitations, queries
from app.organisations.team.controllers.pages import TheSpace
from app.organisations.team.memberships import workplaces_of
from app.organisations.team.queries import Opened
from app.web.forms import Form, parse_form, read_form
from app.web.pages import AnyRequest, page, redirect
from app.web.visitor import visitor_of

STATUSES: Mapping[str, int] = {
    "waiting": 200,
    "unknown": 404,
    "already": 409,
    "accepted": 409,
    "cancelled": 410,
    "closed": 410,
}


class JoinController(Controller):
    """`…/rejoindre?invitation=…&code=…`."""

    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, space: TheSpace) -> Response[Any]:
        """Who invites, and the ways in; or why this link does not work (any more)."""
        return await _answer(request, space, parse_form(request.scope["query_string"]))

    @post()
    async def join(self, request: AnyRequest, space: TheSpace) -> Response[Any]:
        """Join; someone whose session has ended signs in first. Sent twice, one has joined."""
        form = await read_form(request)
        user = visitor_of(request).user_id
        invitation, code = row_id(form.text("invitation")), form.text("code")
        if user is None:
            return redirect(request, space.join_path(invitation, quote(code)))
        try:
            await invitations.accept(space, invitation, code, user, now())
        except Refusal:
            return await _answer(request, space, form)
        return redirect(request, space.path)


async def _answer(request: AnyRequest, space: Space, form: Form) -> Response[Any]:
    found = await queries.opened(space, row_id(form.text("invitation")), form.text("code"))
    state = await _state(space, found, visitor_of(request).user_id)
    here = space.join_path(found.id, found.code) if found else ""
    return page(
        request,
        "team/join",
        status_code=STATUSES[state],
        space=space,
        invitation=found,
        state=state,
        here=here,
        ways_in=urlencode({"suite": here, "adresse": found.email if found else ""}),
    )


async def _state(space: Space, found: Opened | None, user: int | None) -> str:
    if found is None:
        return "unknown"
    works_there = user is not None and found.workplace in await workplaces_of(space, user)
    return "already" if works_there and found.state in ("waiting", "accepted") else found.state
