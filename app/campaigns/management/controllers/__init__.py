"""Campaigns as their team sets them up: who may, parse, one verb, one component."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.campaigns.management.controllers.campaign import CampaignController, CampaignStateController
from app.campaigns.management.controllers.campaigns import CampaignsController
from app.campaigns.management.controllers.creation import CreationController
from app.campaigns.management.controllers.edition import EditionController
from app.campaigns.management.controllers.trial import TrialController

ROUTES: list[ControllerRouterHandler] = [
    CampaignsController,
    CreationController,
    CampaignController,
    CampaignStateController,
    EditionController,
    TrialController,
]

__all__ = ["ROUTES"]
