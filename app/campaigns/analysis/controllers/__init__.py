"""Pages that explain the results of a campaign."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.campaigns.analysis.controllers.individual import IndividualController
from app.campaigns.analysis.controllers.questions import QuestionsController
from app.campaigns.analysis.controllers.results import ResultsController
from app.campaigns.analysis.controllers.topics import TopicsController

ROUTES: list[ControllerRouterHandler] = [ResultsController, TopicsController, QuestionsController, IndividualController]
