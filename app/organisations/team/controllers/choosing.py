"""For which of several teams one works."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post

from app.lib.clock import now
from app.lib.refusals import NotFound
from app.lib.row_ids import row_id
from app.organisations.team.controllers.pages import TheMember, TheSpace, team_page
from app.organisations.team.memberships import choose
from app.web.forms import read_form
from app.web.pages import AnyRequest, redirect


class ChoiceController(Controller):
    """The workplaces of someone, when there are several."""

    @get()
    async def show(self, request: AnyRequest, space: TheSpace, member: TheMember) -> Response[Any]:
        """Those I may choose."""
        left = request.query_params.get("fait") == "depart"
        return team_page(request, space, member, space.choice_page, left=left)

    @post()
    async def switch(self, request: AnyRequest, space: TheSpace, member: TheMember) -> Response[Any]:
        """Work for another from now on; one that is not mine does not exist."""
        chosen = row_id((await read_form(request)).text(space.noun))
        if chosen not in {one.id for one in member.workplaces}:
            raise NotFound
        await choose(space, member.user, chosen, now())
        return redirect(request, space.home)
