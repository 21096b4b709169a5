"""The pages of the certification, from its sub-rooms; those of the jury are in the administration (`app/main.py`)."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.certification.badge.controllers import ROUTES as BADGES
from app.certification.candidates.controllers import ROUTES as CANDIDATES
from app.certification.certificates.controllers import ROUTES as CERTIFICATES
from app.certification.classes.controllers import ROUTES as CLASSES
from app.certification.closing.controllers import ROUTES as CLOSING
from app.certification.interfaces.controllers import ROUTES as INTERFACES
from app.certification.invigilation.controllers import ROUTES as INVIGILATION
from app.certification.joining.controllers import ROUTES as JOINING
from app.certification.mass_import.controllers import ROUTES as MASS_IMPORT
from app.certification.papers.controllers import ROUTES as PAPERS
from app.certification.recipients.controllers import ROUTES as RECIPIENTS
from app.certification.requests.controllers import ROUTES as REQUESTS
from app.certification.results.centre_controllers import ROUTES as RESULTS
from app.certification.sessions.controllers import ROUTES as SESSIONS
from app.certification.sheet.controllers import ROUTES as SHEET
from app.certification.space.controllers import ROUTES as SPACE
from app.certification.taking.controllers import ROUTES as TAKING
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
    *JOINING,
    *TAKING,
    *INVIGILATION,
    *CLOSING,
    *RESULTS,
    *RECIPIENTS,
    *CLASSES,
    *INTERFACES,
    *CERTIFICATES,
    *BADGES,
]
