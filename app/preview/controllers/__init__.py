"""Addresses of the preview. None of them is in the application that learners use."""

from app.preview.controllers.challenges import ChallengeController
from app.preview.controllers.lists import HomeController, ListsController
from app.preview.controllers.screens import ScreenController, TutorialController
from app.preview.controllers.trials import TrialController
from app.preview.controllers.watch import FilesController, WatchController

ROUTES = [
    HomeController,
    ListsController,
    ChallengeController,
    ScreenController,
    TutorialController,
    TrialController,
    WatchController,
    FilesController,
]
