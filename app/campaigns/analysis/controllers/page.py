"""What the pages about the results of a campaign begin with."""

from __future__ import annotations

from dataclasses import dataclass

from app.campaigns.analysis.forms import read_groups
from app.campaigns.analysis.queries import population
from app.campaigns.analysis.queries.population import Population
from app.campaigns.analysis.tally import Tally
from app.campaigns.arrangement import Arrangement, arrangement_of
from app.campaigns.followup.queries import groups_of
from app.campaigns.goals import Goal
from app.campaigns.team_campaigns import TeamCampaign
from app.content.index import ContentIndex
from app.content.releases import current_index
from app.lib.refusals import NotFound
from app.web.forms import Form, parse_form
from app.web.listing import address
from app.web.pages import AnyRequest


@dataclass(frozen=True)
class Asked:
    """The address of a page, read: whose results it is about."""

    path: str
    query: Form
    goal: Goal
    arrangement: Arrangement
    index: ContentIndex
    population: Population
    groups: list[tuple[str, str]]
    """Those there are, as the choices of a form."""

    @property
    def kept(self) -> str:
        """The same people, on another page: the end of its address."""
        return address("", Form({"groupe": list(self.population.groups)}))

    async def tally(self) -> Tally:
        """What its people validated, all together."""
        return await population.tally(self.population, self.arrangement)


async def read(request: AnyRequest, seen: TeamCampaign) -> Asked:
    """`?groupe=TD 1` is about the people of a group. Raises NotFound for a request of profiles."""
    if seen.goal is None:
        raise NotFound
    query, index = parse_form(request.scope["query_string"]), current_index()
    return Asked(
        request.scope["path"],
        query,
        seen.goal,
        arrangement_of(seen.goal.skills, index),
        index,
        Population(seen.id, read_groups(query)),
        [(one, one) for one in await groups_of(seen.id)],
    )
