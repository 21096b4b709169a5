"""The same pages for the teams of each space, with its guards."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from litestar import Router
from litestar.di import Provide
from litestar.types import ControllerRouterHandler

from app.organisations.members import AtWork
from app.organisations.spaces import Space
from app.organisations.team.controllers.choosing import ChoiceController
from app.organisations.team.controllers.invitations import InvitationController
from app.organisations.team.controllers.joining import JoinController
from app.organisations.team.controllers.members import DepartureController, MembersController, TeamMateController
from app.web.pages import AnyRequest

Guard = Callable[[AnyRequest], Awaitable[AtWork]]


def team_routes(space: Space, *, member: Guard, administrator: Guard, leaver: Guard) -> list[ControllerRouterHandler]:
    """`member`: anyone of the team; `administrator`: who manages it; `leaver`: a member, who may always go
    and work elsewhere."""
    this = {"space": Provide(lambda: space, sync_to_thread=False)}
    at_work = {**this, "member": Provide(member), "administrator": Provide(administrator)}
    leaving = {**this, "member": Provide(leaver)}
    return [
        Router(
            space.team,
            route_handlers=[MembersController, InvitationController, TeamMateController],
            dependencies=at_work,
        ),
        Router(space.team, route_handlers=[DepartureController], dependencies=leaving),
        Router(space.choice, route_handlers=[ChoiceController], dependencies=leaving),
        Router(space.joining, route_handlers=[JoinController], dependencies=this),
    ]
