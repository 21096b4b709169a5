"""The pages of a team, and the page where one joins it."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.certification.team.controllers.invitations import InvitationController
from app.certification.team.controllers.joining import JoinController
from app.certification.team.controllers.members import DepartureController, MembersController, TeamMateController

ROUTES: list[ControllerRouterHandler] = [
    MembersController,
    DepartureController,
    InvitationController,
    TeamMateController,
    JoinController,
]
