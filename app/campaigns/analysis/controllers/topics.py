"""`/orga/campagnes/{campaign}/analyse`: which topics to work on first."""

from __future__ import annotations

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide

from app.campaigns.analysis.controllers.page import read
from app.campaigns.analysis.forms import FROM_THE_HIGHEST, MOST_RELEVANT_FIRST, TOPIC_COLUMNS
from app.campaigns.analysis.topics import competence_lines, topic_lines
from app.campaigns.guards import campaign_seen
from app.campaigns.team_campaigns import TeamCampaign
from app.organisations.pages import orga_page
from app.web.pages import AnyRequest
from app.web.sorting import headings, sorting_of


class TopicsController(Controller):
    path = "/orga/campagnes/{campaign:int}/analyse"
    dependencies = {"seen": Provide(campaign_seen)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """« Recommandation de sujets à travailler », and the results by competence."""
        asked = await read(request, seen)
        sorting = sorting_of(asked.query, TOPIC_COLUMNS, MOST_RELEVANT_FIRST)
        tally = await asked.tally()
        return orga_page(
            request,
            seen.member,
            "analysis/recommendations",
            campaign=seen,
            asked=asked,
            people=tally.people,
            sorting=sorting,
            topics=topic_lines(asked.arrangement, tally, asked.index, sorting, asked.path),
            competences=competence_lines(asked.arrangement, tally, asked.index),
            headings=headings(asked.path, asked.query, TOPIC_COLUMNS, sorting, FROM_THE_HIGHEST),
        )
