"""`/orga/campagnes/creation`: the form of a new campaign."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.campaigns import campaigns
from app.campaigns.management.choices import described, target_groups, team_of
from app.campaigns.management.forms import Typed, blank, copy_of, new_campaign, read_creation, to_correct
from app.campaigns.management.words import shown_words
from app.campaigns.team_campaigns import team_campaign
from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.refusals import NotFound
from app.organisations.guards import member
from app.organisations.members import Member
from app.organisations.pages import orga_page
from app.web.forms import Errors, parse_form, read_form
from app.web.listing import number_of
from app.web.messages import Message
from app.web.pages import AnyRequest, is_partial, piece, redirect
from app.web.visitor import visitor_of

PATH = "/orga/campagnes/creation"
COPIED = "copie"


class CreationController(Controller):
    """« Créer une campagne »."""

    path = PATH
    dependencies = {"member": Provide(member)}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[bytes]:
        """The form: empty, or with `?copie=12` as that campaign was."""
        query = parse_form(request.scope["query_string"])
        typed = blank(member) if COPIED not in query.raw else await _copied(request, member, number_of(query, COPIED))
        return await _form_page(request, member, typed)

    @post()
    async def create(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """« Créer la campagne »."""
        typed = read_creation(await read_form(request), member)
        known = await described(member.organisation, typed.target) is not None
        errors = to_correct(typed, await team_of(member.organisation), target_known=known)
        if errors:
            return await _form_page(request, member, typed, errors)
        campaign = await campaigns.create(new_campaign(typed, member), now())
        return redirect(request, f"/orga/campagnes/{campaign}")

    @post("/apercu")
    async def preview(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[bytes]:
        """The words of the welcome page as learners will see them; without HTMX, in the form, where nothing is lost."""
        typed = read_creation(await read_form(request), member)
        if is_partial(request):
            return piece(request, "management/preview", words=shown_words(typed.landing_text))
        return await _form_page(request, member, typed)

    @get("/cible")
    async def target(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """What a target covers, for HTMX to put beside the choice."""
        key = parse_form(request.scope["query_string"]).text("target")
        if not is_partial(request):
            return redirect(request, PATH)
        return piece(request, "management/coverage", chosen=await described(member.organisation, key))


async def _copied(request: AnyRequest, member: Member, campaign: int) -> Typed:
    """« Copie de … », in the organisation of the moment. Raises NotFound for a campaign of another one."""
    found = await team_campaign(member.user, campaign)
    if found.member.organisation != member.organisation:
        raise NotFound
    name = Message(N_("Copie de %(name)s"), name=found.name).in_language(visitor_of(request).language)
    return copy_of(found, name)


async def _form_page(
    request: AnyRequest, member: Member, typed: Typed, errors: Errors | None = None
) -> Response[bytes]:
    return orga_page(
        request,
        member,
        "management/creation",
        status_code=422 if errors else 200,
        typed=typed,
        errors=errors or Errors(),
        groups=await target_groups(member.organisation),
        chosen=await described(member.organisation, typed.target) if typed.target else None,
        owners=list((await team_of(member.organisation)).items()),
        words=shown_words(typed.landing_text),
    )
