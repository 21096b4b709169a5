"""The pages of a centre's team, and the page where one joins it."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.certification.certif import CERTIF
from app.certification.guards import administrator, member
from app.organisations.team.controllers.routes import team_routes

ROUTES: list[ControllerRouterHandler] = team_routes(CERTIF, member=member, administrator=administrator, leaver=member)
