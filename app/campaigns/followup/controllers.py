"""Following a campaign: who began, who finished, who sent; taking someone out."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.campaigns.followup import deletions, queries
from app.campaigns.followup.forms import COLUMNS, FROM_THE_HIGHEST, STATES, read_wanted
from app.campaigns.guards import campaign_edited, campaign_seen
from app.campaigns.team_campaigns import TeamCampaign
from app.content.releases import current_index
from app.lib.clock import now
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.pages import orga_page
from app.web.forms import parse_form
from app.web.listing import address
from app.web.pages import is_partial, redirect, unchanged
from app.web.sorting import headings
from app.web.visitor import visitor_of

AnyRequest = Request[Any, Any, Any]


class ParticipantsController(Controller):
    """`/orga/campagnes/{campaign}/participants`: the list, and the page that follows itself."""

    path = "/orga/campagnes/{campaign:int}/participants"
    dependencies = {"seen": Provide(campaign_seen)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Response[Any]:
        """The page asks for itself every 20 seconds; nothing is read nor drawn when nothing moved."""
        tag = f'W/"{await queries.version(seen, current_index().release, visitor_of(request).language)}"'
        partial = is_partial(request)
        if partial and request.headers.get("if-none-match") == tag:
            return unchanged(tag)
        path, query = request.scope["path"], parse_form(request.scope["query_string"])
        wanted = read_wanted(query)
        lines, part = await queries.participants(seen, wanted, query)
        return orga_page(
            request,
            seen.member,
            "followup/participants",
            headers={"ETag": tag} if partial else None,
            campaign=seen,
            activity=await queries.activity(seen.id),
            groups=[(one, one) for one in await queries.groups_of(seen.id)],
            wanted=wanted,
            lines=lines,
            part=part,
            headings=headings(path, query, COLUMNS, wanted.sorting, FROM_THE_HIGHEST),
            here=address(path, query, page=part.page if part.page > 1 else None),
            pages=address(path, query, page=""),
            sizes=address(path, query, taille=""),
            only={state: address(path, parse_form(b""), statut=name) for name, state in STATES.items()},
        )


class DeletionController(Controller):
    """`/orga/campagnes/{campaign}/participants/{participation}/suppression`."""

    path = "/orga/campagnes/{campaign:int}/participants/{participation:int}/suppression"
    dependencies = {"edited": Provide(campaign_edited)}  # noqa: RUF012

    @get()
    async def ask(
        self, request: AnyRequest, edited: NamedDependency[TeamCampaign], participation: FromPath[int]
    ) -> Response[Any]:
        """What would be lost."""
        one = await deletions.to_delete(edited, _number(participation))
        if one.deleted:
            raise NotFound
        return orga_page(request, edited.member, "followup/deletion", campaign=edited, one=one)

    @post()
    async def delete(
        self, request: AnyRequest, edited: NamedDependency[TeamCampaign], participation: FromPath[int]
    ) -> Response[Any]:
        """Done, and back to the list."""
        one = await deletions.to_delete(edited, _number(participation))
        await deletions.delete(edited, one, now())
        return redirect(request, f"/orga/campagnes/{edited.id}/participants", swap=True)


ROUTES: list[ControllerRouterHandler] = [ParticipantsController, DeletionController]


def _number(participation: int) -> int:
    if not is_row_id(participation):
        raise NotFound
    return participation
