"""Downloading the results of a campaign."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from io import SEEK_END
from typing import IO

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.response import Stream
from litestar.types import ControllerRouterHandler

from app.accounts import audit
from app.campaigns.exports import files
from app.campaigns.exports.files import Format
from app.campaigns.exports.listings import questions_of, results_of
from app.campaigns.exports.queries import knows_groups, rewards
from app.campaigns.guards import campaign_seen
from app.campaigns.opening import PARIS
from app.campaigns.team_campaigns import TeamCampaign
from app.content.releases import current_index
from app.lib.clock import now
from app.lib.ods import MIMETYPE
from app.lib.refusals import NotFound
from app.organisations.pages import orga_page
from app.persistence.transactions import write_transaction
from app.settings import settings
from app.web.downloads import download_headers, file_name
from app.web.forms import parse_form
from app.web.pages import AnyRequest

MEDIA_TYPES: dict[Format, str] = {
    "ods": MIMETYPE,
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class ExportController(Controller):
    path = "/orga/campagnes/{campaign:int}"
    dependencies = {"seen": Provide(campaign_seen)}  # noqa: RUF012 (Litestar's way)

    @get("/export")
    async def show(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """The files there are, and what is in them."""
        return orga_page(
            request,
            seen.member,
            "exports/export",
            campaign=seen,
            groups=await knows_groups(seen.member.organisation),
            rewards=await rewards(seen, current_index()),
        )

    @get("/export.csv")
    async def csv(self, seen: NamedDependency[TeamCampaign]) -> Stream:
        """One line for each participation."""
        listing = await results_of(seen, settings().max_reachable_level)
        name = await _recorded(seen, "Resultats", "csv")
        return _stream(files.csv_file(listing), "text/csv", name)

    @get("/export.ods")
    async def ods(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Stream:
        """The same with typed cells, and the questions on a sheet of their own when they are asked for."""
        return await _workbook(request, seen, "ods")

    @get("/export.xlsx")
    async def xlsx(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Stream:
        return await _workbook(request, seen, "xlsx")

    @get("/questions.csv")
    async def questions(self, seen: NamedDependency[TeamCampaign]) -> Stream:
        """One line for each sending, one column for each question."""
        if seen.asks_profiles:
            raise NotFound
        listing = await questions_of(seen)
        name = await _recorded(seen, "Questions", "csv")
        return _stream(files.csv_file(listing), "text/csv", name)


async def _workbook(request: AnyRequest, campaign: TeamCampaign, kind: Format) -> Stream:
    listings = [await results_of(campaign, settings().max_reachable_level)]
    if parse_form(request.scope["query_string"]).flag("questions") and not campaign.asks_profiles:
        listings.append(await questions_of(campaign))
    file = await files.workbook(kind, listings)
    name = await _recorded(campaign, "Resultats", kind)
    return _stream(files.pieces(file), MEDIA_TYPES[kind], name, size=_size(file))


async def _recorded(campaign: TeamCampaign, what: str, extension: str) -> str:
    """Who took personal data away, and when; the name of the file."""
    at = now()
    async with write_transaction():
        await audit.record(
            "results.exported",
            by=campaign.member.user,
            kind="campaign",
            subject=campaign.id,
            at=at,
            organisation=campaign.member.organisation,
            format=extension if what == "Resultats" else f"questions.{extension}",
        )
    return _name(what, campaign, at, extension)


def _name(what: str, campaign: TeamCampaign, at: datetime, extension: str) -> str:
    # The name of a campaign may be long: what follows it must not be cut.
    ending = f"-{campaign.id}-{at.astimezone(PARIS):%Y-%m-%d-%H%M}"
    return file_name(f"{what}-{campaign.name[:100]}{ending}", extension)


def _size(file: IO[bytes]) -> int:
    size = file.seek(0, SEEK_END)
    file.seek(0)
    return size


def _stream(content: AsyncIterator[bytes], media_type: str, name: str, *, size: int | None = None) -> Stream:
    headers = dict(download_headers(name))
    if size is not None:
        headers["Content-Length"] = str(size)
    return Stream(content, media_type=media_type, headers=headers)


ROUTES: list[ControllerRouterHandler] = [ExportController]
