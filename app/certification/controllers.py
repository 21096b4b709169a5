"""The pages of Pix Certif, from its sub-rooms."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.certification.candidates.controllers import ROUTES as CANDIDATES
from app.certification.mass_import.controllers import ROUTES as MASS_IMPORT
from app.certification.papers.controllers import ROUTES as PAPERS
from app.certification.requests.controllers import ROUTES as REQUESTS
from app.certification.sessions.controllers import ROUTES as SESSIONS
from app.certification.sheet.controllers import ROUTES as SHEET
from app.certification.space.controllers import ROUTES as SPACE
from app.certification.team.controllers import ROUTES as TEAM

ROUTES: list[ControllerRouterHandler] = [
    *SPACE,
    *REQUESTS,
    *SESSIONS,
    *MASS_IMPORT,
    *CANDIDATES,
    *SHEET,
    *PAPERS,
    *TEAM,
]
