"""`/orga/campagnes/{campaign}`: the settings of a campaign, how to give it out, and its state."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.campaigns import campaigns
from app.campaigns.guards import campaign_edited, campaign_seen
from app.campaigns.management.choices import coverage_now
from app.campaigns.management.controllers.campaigns import LIST
from app.campaigns.management.trials import trial_of
from app.campaigns.management.words import shown_words
from app.campaigns.opening import why_closed
from app.campaigns.team_campaigns import TeamCampaign
from app.lib.clock import now
from app.lib.qr_codes import qr_code, qr_svg
from app.organisations.pages import orga_page
from app.settings import settings
from app.web.confirming import CONFIRM_DELETION, unsure
from app.web.forms import Errors, read_form
from app.web.pages import AnyRequest, redirect

A_DAY = "private, max-age=86400"


class CampaignController(Controller):
    """What the whole team sees."""

    path = "/orga/campagnes/{campaign:int}"
    dependencies = {"seen": Provide(campaign_seen)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """Code, link, settings, trial."""
        link = _link(seen)
        closed = why_closed(seen.archived_at, seen.opens_on, seen.closes_on, now())
        return orga_page(
            request,
            seen.member,
            "management/campaign",
            campaign=seen,
            link=link,
            qr=qr_code(link),
            coverage=coverage_now(seen.goal) if seen.goal else None,
            words=shown_words(seen.landing_text),
            closed=closed.__name__ if closed else None,
            trial=await trial_of(seen),
        )

    @get("/fiche")
    async def sheet(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """A sheet to print and put on the board."""
        link = _link(seen)
        return orga_page(request, seen.member, "management/sheet", campaign=seen, link=link, qr=qr_code(link))

    @get("/qr.svg", media_type="image/svg+xml")
    async def qr(self, seen: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """The QR code as a file."""
        name = f'attachment; filename="QR-{seen.code}.svg"'
        headers = {"Content-Disposition": name, "Cache-Control": A_DAY}
        return Response(qr_svg(_link(seen)), media_type="image/svg+xml", headers=headers)


class CampaignStateController(Controller):
    """What its owner and the administrators do to it."""

    path = "/orga/campagnes/{campaign:int}"
    dependencies = {"edited": Provide(campaign_edited)}  # noqa: RUF012

    @post("/archivage")
    async def archive(self, request: AnyRequest, edited: NamedDependency[TeamCampaign]) -> Response[Any]:
        """« Archiver »."""
        await campaigns.archive(edited.id, edited.member.user, now())
        return redirect(request, f"{LIST}/{edited.id}")

    @post("/desarchivage")
    async def unarchive(self, request: AnyRequest, edited: NamedDependency[TeamCampaign]) -> Response[Any]:
        """« Désarchiver »."""
        await campaigns.unarchive(edited.id, edited.member.user, now())
        return redirect(request, f"{LIST}/{edited.id}")

    @get("/suppression")
    async def ask(self, request: AnyRequest, edited: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """What is about to be deleted."""
        return _deletion_page(request, edited)

    @post("/suppression")
    async def delete(self, request: AnyRequest, edited: NamedDependency[TeamCampaign]) -> Response[Any]:
        """Deletes it, once the box is ticked."""
        if errors := unsure(await read_form(request), CONFIRM_DELETION):
            return _deletion_page(request, edited, errors)
        await campaigns.delete([edited.id], edited.member.user, now())
        return redirect(request, f"{LIST}?deleted=1")


def _deletion_page(request: AnyRequest, campaign: TeamCampaign, errors: Errors | None = None) -> Response[bytes]:
    return orga_page(
        request,
        campaign.member,
        "management/deletion",
        status_code=422 if errors else 200,
        chosen=[campaign],
        action=f"{LIST}/{campaign.id}/suppression",
        errors=errors,
    )


def _link(campaign: TeamCampaign) -> str:
    return f"{settings().base_url}/campagnes/{campaign.code}"
