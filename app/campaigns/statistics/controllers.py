"""What an organisation, or an academy, has learnt from all its campaigns."""

from __future__ import annotations

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.campaigns.statistics import establishments, queries
from app.campaigns.statistics.board import board
from app.campaigns.statistics.forms import COLUMNS, FROM_THE_HIGHEST, PERIODS, read_wanted
from app.content.releases import current_index
from app.lib.clock import now
from app.lib.refusals import NotFound
from app.organisations.guards import member
from app.organisations.members import Member
from app.organisations.pages import orga_page
from app.web.downloads import download_headers, file_name
from app.web.forms import parse_form
from app.web.listing import address, slice_of
from app.web.pages import AnyRequest
from app.web.sorting import headings, sorting_of

HERE = "/orga/statistiques"


class StatisticsController(Controller):
    path = HERE
    dependencies = {"member": Provide(member)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[bytes]:
        """Levels by competence and by topic, and how they move."""
        query, at = parse_form(request.scope["query_string"]), now()
        campaigns = await queries.campaigns_of(member.organisation)
        areas = {str(one.code): one for one in current_index().areas}
        wanted = read_wanted(query, areas, {one.id for one in campaigns})
        shown = await board(member.organisation, campaigns, wanted, at)
        part = slice_of(query, len(shown.topics))
        return orga_page(
            request,
            member,
            "statistics/levels",
            totals=await queries.totals(member.organisation),
            wanted=wanted,
            board=shown,
            topics=shown.topics[part.offset : part.last],
            part=part,
            headings=headings(HERE, query, COLUMNS, wanted.sorting, FROM_THE_HIGHEST),
            pages=address(HERE, query, page=""),
            sizes=address(HERE, query, taille=""),
            areas=list(areas.values()),
            campaigns=campaigns,
            periods=list(PERIODS.items()),
            at=at,
        )


class EstablishmentsController(Controller):
    """For a group of organisations, an academy."""

    path = f"{HERE}/etablissements"
    dependencies = {"member": Provide(member)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[bytes]:
        """Each establishment and all of them."""
        found = await _establishments(member)
        query, path = parse_form(request.scope["query_string"]), request.scope["path"]
        sorting = sorting_of(query, establishments.COLUMNS, establishments.BY_NAME)
        part = slice_of(query, len(found))
        ordered = establishments.in_order(found, sorting)
        return orga_page(
            request,
            member,
            "statistics/establishments",
            totals=establishments.totals(found),
            lines=ordered[part.offset : part.last],
            part=part,
            headings=headings(path, query, establishments.COLUMNS, sorting, establishments.FROM_THE_HIGHEST),
            pages=address(path, query, page=""),
            sizes=address(path, query, taille=""),
            at=now(),
        )


class EstablishmentsFileController(Controller):
    path = f"{HERE}/etablissements.csv"
    dependencies = {"member": Provide(member)}  # noqa: RUF012

    @get()
    async def download(self, member: NamedDependency[Member]) -> Response[bytes]:
        """The same, for a spreadsheet."""
        found = await _establishments(member)
        name = file_name(f"Etablissements-{member.organisation_name[:100]}-{establishments.stamp(now())}", "csv")
        return Response(
            establishments.as_csv(found).encode(), media_type="text/csv", headers=dict(download_headers(name))
        )


async def _establishments(member: Member) -> list[establishments.Establishment]:
    if not member.is_group:
        raise NotFound
    return await establishments.of_group(member.organisation)


ROUTES: list[ControllerRouterHandler] = [StatisticsController, EstablishmentsController, EstablishmentsFileController]
