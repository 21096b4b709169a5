"""The pages of the administration, a file for each resource."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.admin.controllers.badges import BadgesController
from app.admin.controllers.stages import StagesController
from app.admin.controllers.target_profile_creation import (
    TargetProfileCreationController,
    TargetProfileImportController,
)
from app.admin.controllers.target_profiles import TargetProfileController, TargetProfilesController

ROUTES: list[ControllerRouterHandler] = [
    TargetProfilesController,
    TargetProfileCreationController,
    TargetProfileImportController,
    TargetProfileController,
    StagesController,
    BadgesController,
]

__all__ = ["ROUTES"]
