"""`/orga/campagnes/{campaign}/resultats`: what everyone sent, together and one by one."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide

from app.campaigns.analysis.collective import results_of
from app.campaigns.analysis.controllers.page import Asked, read
from app.campaigns.analysis.forms import FROM_THE_HIGHEST, RECEIVED_COLUMNS, read_results
from app.campaigns.analysis.queries.received import received
from app.campaigns.analysis.queries.rewards import rewards
from app.campaigns.analysis.rewards import Rewards, mean_stars
from app.campaigns.analysis.tally import Tally
from app.campaigns.analysis.topics import competence_lines
from app.campaigns.guards import campaign_seen
from app.campaigns.team_campaigns import TeamCampaign
from app.organisations.pages import orga_page
from app.web.charts import bar_plot
from app.web.listing import address
from app.web.pages import AnyRequest
from app.web.sorting import headings


class ResultsController(Controller):
    path = "/orga/campagnes/{campaign:int}/resultats"
    dependencies = {"seen": Provide(campaign_seen)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """Means by competence, how results spread, and the list of those received."""
        asked = await read(request, seen)
        wanted = read_results(asked.query)
        given = await rewards(seen)
        tally = await asked.tally()
        keep = given.filter(wanted.stages, wanted.badges)
        lines, part = await received(asked.population, wanted, len(asked.goal.skills), asked.query, keep)
        return orga_page(
            request,
            seen.member,
            "analysis/results",
            campaign=seen,
            asked=asked,
            wanted=wanted,
            results=results_of(len(asked.goal.skills), tally.by_validated),
            competences=competence_lines(asked.arrangement, tally, asked.index),
            rewards=given,
            lines=[(one, given.stage_reached(one.validated), given.badges_earned(one.outcomes)) for one in lines],
            part=part,
            headings=headings(asked.path, asked.query, RECEIVED_COLUMNS, wanted.sorting, FROM_THE_HIGHEST),
            pages=address(asked.path, asked.query, page=""),
            sizes=address(asked.path, asked.query, taille=""),
            everyone=address(asked.path, asked.query, q=None, palier=None, badge=None),
            **_spread(asked, given, tally),
        )


def _spread(asked: Asked, given: Rewards, tally: Tally) -> dict[str, Any]:
    """The bars: one by stage where there are stages, else the ten ranges."""
    if given.stages:
        bars = given.spread(tally.by_validated)
        only = {bar.number: address(asked.path, asked.query, palier=bar.number) for bar in bars}
        return {"bars": bars, "only": only, "stars": mean_stars(bars), "plot": bar_plot([bar.people for bar in bars])}
    results = results_of(len(asked.goal.skills), tally.by_validated)
    return {"bars": [], "only": {}, "stars": 0, "plot": bar_plot(results.ranges if results else ())}
