"""`/admin/certifications`: the finalised sessions, their tests, what an officer decides of them, publication.

The administration says who may: `app/main.py` gives `staff` to these pages.
"""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.certification.results.controllers.decisions import (
    CancellationController,
    FraudController,
    LighterDecisionsController,
)
from app.certification.results.controllers.identity import IdentityController
from app.certification.results.controllers.session import (
    FinalizedSessionController,
    ReopeningController,
    UnpublicationController,
)
from app.certification.results.controllers.sessions import FinalizedSessionsController
from app.certification.results.controllers.taken_tests import TakenTestController

ROUTES: list[ControllerRouterHandler] = [
    FinalizedSessionsController,
    FinalizedSessionController,
    UnpublicationController,
    ReopeningController,
    TakenTestController,
    CancellationController,
    FraudController,
    LighterDecisionsController,
    IdentityController,
]

__all__ = ["ROUTES"]
