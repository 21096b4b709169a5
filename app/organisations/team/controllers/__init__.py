"""The pages of a team, and the page where one joins it."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.organisations.guards import administrator, member, member_whatever_the_terms
from app.organisations.orga import ORGA
from app.organisations.team.controllers.routes import team_routes

ROUTES: list[ControllerRouterHandler] = team_routes(
    ORGA, member=member, leaver=member_whatever_the_terms, administrator=administrator
)
