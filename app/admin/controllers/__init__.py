"""The pages of the administration, a file for each resource."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.admin.controllers.badges import BadgesController
from app.admin.controllers.centre_requests import CentreRequestController, CentreRequestsController
from app.admin.controllers.centres import CentreController, CentresController
from app.admin.controllers.clients import ClientsController
from app.admin.controllers.demands import DemandController, DemandsController
from app.admin.controllers.home import HomeController
from app.admin.controllers.journal import JournalController
from app.admin.controllers.organisation_credits import OrganisationCreditsController
from app.admin.controllers.organisation_team import OrganisationTeamController
from app.admin.controllers.organisations import OrganisationController, OrganisationsController
from app.admin.controllers.stages import StagesController
from app.admin.controllers.target_profile_creation import (
    TargetProfileCreationController,
    TargetProfileImportController,
)
from app.admin.controllers.target_profiles import TargetProfileController, TargetProfilesController
from app.admin.controllers.users import UserController, UsersController

ROUTES: list[ControllerRouterHandler] = [
    HomeController,
    DemandsController,
    DemandController,
    CentreRequestsController,
    CentreRequestController,
    CentresController,
    CentreController,
    OrganisationsController,
    OrganisationController,
    OrganisationTeamController,
    OrganisationCreditsController,
    UsersController,
    UserController,
    JournalController,
    ClientsController,
    TargetProfilesController,
    TargetProfileCreationController,
    TargetProfileImportController,
    TargetProfileController,
    StagesController,
    BadgesController,
]

__all__ = ["ROUTES"]
