"""`…/essai`: a member tries the campaign as a learner would."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, post
from litestar.di import NamedDependency, Provide

from app.campaigns.guards import campaign_seen
from app.campaigns.management import trials
from app.campaigns.participations import Learner
from app.campaigns.team_campaigns import TeamCampaign
from app.lib.clock import now
from app.settings import settings
from app.web.pages import AnyRequest, redirect
from app.web.visitor import visitor_of


class TrialController(Controller):
    """One trial for each member; nobody counts it."""

    path = "/orga/campagnes/{campaign:int}/essai"
    dependencies = {"seen": Provide(campaign_seen)}  # noqa: RUF012

    @post()
    async def begin(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Response[Any]:
        """« Essayer ce parcours »: on to the learner's pages."""
        configuration = settings()
        learner = Learner(
            seen.member.user,
            visitor_of(request).language,
            configuration.placement_engine,
            configuration.max_reachable_level,
        )
        await trials.begin(seen, learner, now())
        return redirect(request, f"/campagnes/{seen.code}/depart")

    @post("/effacement")
    async def erase(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Response[Any]:
        """« Recommencer mon essai »: it never was."""
        await trials.erase(seen)
        return redirect(request, f"/orga/campagnes/{seen.id}")
