"""`…/modification`: what may change in a campaign, at any time."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.campaigns import campaigns
from app.campaigns.guards import campaign_edited
from app.campaigns.management.choices import team_of
from app.campaigns.management.forms import Typed, as_it_is, changes, read_edition, to_correct
from app.campaigns.management.words import shown_words
from app.campaigns.team_campaigns import TeamCampaign
from app.lib.clock import now
from app.organisations.pages import orga_page
from app.web.forms import Errors, read_form
from app.web.pages import AnyRequest, is_partial, piece, redirect


class EditionController(Controller):
    """The settings of a campaign, for its owner and the administrators."""

    path = "/orga/campagnes/{campaign:int}/modification"
    dependencies = {"edited": Provide(campaign_edited)}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, edited: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """The form, as the campaign is."""
        return await _form_page(request, edited, as_it_is(edited))

    @post()
    async def change(self, request: AnyRequest, edited: NamedDependency[TeamCampaign]) -> Response[Any]:
        """« Enregistrer »."""
        typed = read_edition(await read_form(request), edited)
        errors = to_correct(typed, await _owners(edited))
        if errors:
            return await _form_page(request, edited, typed, errors)
        await campaigns.edit(edited.id, changes(typed), edited.member.user, now())
        return redirect(request, f"/orga/campagnes/{edited.id}")

    @post("/apercu")
    async def preview(self, request: AnyRequest, edited: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """The words of the welcome page as learners will see them; without HTMX, in the form."""
        typed = read_edition(await read_form(request), edited)
        if is_partial(request):
            return piece(request, "management/preview", words=shown_words(typed.landing_text))
        return await _form_page(request, edited, typed)


async def _owners(campaign: TeamCampaign) -> dict[int, str]:
    """The team, and the owner of today even when she has left it."""
    return {campaign.owner: campaign.owner_name, **await team_of(campaign.member.organisation)}


async def _form_page(
    request: AnyRequest, campaign: TeamCampaign, typed: Typed, errors: Errors | None = None
) -> Response[bytes]:
    return orga_page(
        request,
        campaign.member,
        "management/edition",
        status_code=422 if errors else 200,
        campaign=campaign,
        typed=typed,
        errors=errors or Errors(),
        owners=list((await _owners(campaign)).items()),
        words=shown_words(typed.landing_text),
    )
