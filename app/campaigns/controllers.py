"""A campaign as the learner meets it: code, landing page, identifier, results, sending."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.accounts.guards import signed_in
from app.accounts.people import has_seen_opening_cards
from app.campaigns import participations, personal_data, queries
from app.campaigns.forms import read_code, read_external_id, unknown_code
from app.campaigns.mastery import can_retry, wait_before_retry
from app.campaigns.opening import why_closed
from app.campaigns.outcomes import outcomes_of
from app.campaigns.participations import Learner, read_snapshot
from app.campaigns.queries import CampaignFacts, ParticipationFacts
from app.campaigns.refusals import ParticipationDeleted
from app.campaigns.results import JourneyRewards, certainties_of, journey_result, journey_rewards, profile_of
from app.campaigns.target_profiles.queries import badges_of, stages_of
from app.content.releases import current_index
from app.evaluation.levels import Known
from app.evaluation.preparing import spreads_of
from app.evaluation.queries import knowledge_of
from app.lib.clock import now
from app.lib.codes import is_campaign_code, normalise_code
from app.lib.markdown import render_markdown
from app.lib.refusals import NotFound, Refusal
from app.settings import settings
from app.web.forms import Errors, Form, parse_form, read_form
from app.web.pages import page, redirect
from app.web.visitor import visitor_of

AnyRequest = Request[Any, Any, Any]
OUR_OWN_VISITS = ("same-origin", "none")


class CodeController(Controller):
    """`/campagnes`: « J'ai un code »."""

    path = "/campagnes"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def ask(self, request: AnyRequest) -> Response[Any]:
        """The form, or with `?code=`, the campaign it leads to."""
        form = parse_form(request.scope["query_string"])
        if "code" in form.raw:
            return await _go_to(request, form)
        return page(request, "campaigns/code", code="", errors=None)

    @post()
    async def enter(self, request: AnyRequest) -> Response[Any]:
        return await _go_to(request, await read_form(request))


class LandingController(Controller):
    """`/campagnes/{code}`: what the teacher sends, before any account."""

    path = "/campagnes/{code:str}"
    opt = {"public": True}  # noqa: RUF012

    @get()
    async def land(self, request: AnyRequest, code: FromPath[str]) -> Response[Any]:
        """Title, the organiser's words, the promises, the consent notice."""
        normal = normalise_code(code)
        if normal != code and is_campaign_code(normal):
            return redirect(request, f"/campagnes/{normal}")
        campaign = await queries.campaign_by_code(code)
        user = visitor_of(request).user_id
        participation = await queries.latest_participation(campaign.id, user) if user else None
        closed = _why_closed(campaign, participation)
        index = current_index()
        competences = (
            len({index.skills[one].competence for one in campaign.goal.skills if one in index.skills})
            if campaign.goal
            else 16
        )
        return page(
            request,
            "campaigns/landing",
            status_code=closed.status if closed else 200,
            campaign=campaign,
            competences=competences,
            participation=participation,
            closed=closed.message if closed else None,
            organiser_words=render_markdown(campaign.landing_text) if campaign.landing_text else "",
        )

    @post()
    async def begin(self, request: AnyRequest, code: FromPath[str]) -> Response[Any]:
        """« Je commence »: sign up first if need be."""
        campaign = await queries.campaign_by_code(code)
        departure = f"/campagnes/{campaign.code}/depart"
        if visitor_of(request).user_id is None:
            return redirect(request, f"/inscription?suite={quote(departure, safe='/')}")
        return redirect(request, departure)


class JourneyController(Controller):
    """The same campaign, for someone signed in."""

    path = "/campagnes/{code:str}"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012

    @get("/depart")
    async def depart(self, request: AnyRequest, code: FromPath[str], user: NamedDependency[int]) -> Response[Any]:
        """Identifier, rules of the game, then the first question: whichever comes next.

        It may create the participation, once: the way in goes through forms of ours (signing up, the cards) that
        can only end with a visit. A link from elsewhere leads to the landing page.
        """
        campaign = await queries.campaign_by_code(code)
        if _from_elsewhere(request):
            return redirect(request, f"/campagnes/{campaign.code}")
        participation = await queries.latest_participation(campaign.id, user)
        if participation is None or participation.state == "shared":
            if _why_closed(campaign, participation):
                return redirect(request, f"/campagnes/{campaign.code}")
            identified = participation is not None and bool(participation.external_id or participation.trial)
            if campaign.external_id_label and not identified:
                return _external_id_page(request, campaign, "", None)
        if campaign.kind == "assessment" and not await has_seen_opening_cards(user):
            return redirect(request, f"/regles-du-jeu?suite=/campagnes/{campaign.code}/depart")
        participation = await participations.begin(campaign, _learner(request, user), "", now())
        return redirect(request, _place_of(campaign, participation))

    @post("/identifiant")
    async def identify(self, request: AnyRequest, code: FromPath[str], user: NamedDependency[int]) -> Response[Any]:
        """« C'est parti »."""
        campaign = await queries.campaign_by_code(code)
        value, errors = read_external_id(await read_form(request), campaign.external_id_label)
        if errors:
            return _external_id_page(request, campaign, value, errors)
        await participations.begin(campaign, _learner(request, user), value, now())
        return redirect(request, f"/campagnes/{campaign.code}/depart")

    @get("/resultats")
    async def results(self, request: AnyRequest, code: FromPath[str], user: NamedDependency[int]) -> Response[Any]:
        """The results, to send; or the picture that was sent."""
        campaign = await queries.campaign_by_code(code)
        participation = await queries.latest_participation(campaign.id, user)
        if participation is None:
            raise NotFound
        if participation.deleted:
            raise ParticipationDeleted
        if participation.state == "started":
            return redirect(request, _place_of(campaign, participation))
        return await _results_page(request, campaign, participation, user)

    @post("/envoi")
    async def send(self, request: AnyRequest, code: FromPath[str], user: NamedDependency[int]) -> Response[Any]:
        """« J'envoie mes résultats »."""
        campaign = await queries.campaign_by_code(code)
        await participations.share(campaign, _learner(request, user), now())
        return redirect(request, f"/campagnes/{campaign.code}/resultats", swap=True)


class JourneysController(Controller):
    """`/mes-parcours`."""

    path = "/mes-parcours"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        return page(request, "campaigns/journeys", journeys=await queries.journeys(user, now()))


ROUTES = [CodeController, LandingController, JourneyController, JourneysController]

__all__ = ["ROUTES", "personal_data"]  # imported for what it registers


async def _go_to(request: AnyRequest, form: Form) -> Response[Any]:
    code, errors = read_code(form)
    if not errors and not await queries.code_exists(code):
        errors.add("code", unknown_code(code))
    if errors:
        return page(request, "campaigns/code", status_code=422, code=form.text("code")[:40], errors=errors)
    return redirect(request, f"/campagnes/{code}")


def _external_id_page(request: AnyRequest, campaign: CampaignFacts, value: str, errors: Errors | None) -> Response[Any]:
    return page(
        request,
        "campaigns/external_id",
        status_code=422 if errors else 200,
        campaign=campaign,
        value=value,
        errors=errors,
    )


async def _results_page(
    request: AnyRequest, campaign: CampaignFacts, participation: ParticipationFacts, user: int
) -> Response[Any]:
    at, index = now(), current_index(visitor_of(request).language)
    sent = participation.shared_at is not None
    known = read_snapshot(participation.snapshot) if sent else await knowledge_of(user)
    result = journey_result(campaign.goal, known, index) if campaign.goal else None
    max_level = settings().max_reachable_level
    profile = profile_of(known, index, max_level)
    closed = _why_closed(campaign, participation)
    again = result is not None and can_retry(
        result.mastery,
        sent_at=participation.shared_at,
        several_sendings=campaign.multiple_sendings,
        open_to_learner=closed is None,
    )
    return page(
        request,
        "campaigns/results" if result else "campaigns/profile",
        campaign=campaign,
        participation=participation,
        result=result,
        rewards=await _rewards(campaign, participation, known) if result else None,
        profile=profile,
        certainties={}
        if result
        else certainties_of(profile, known, index, max_level, participation.shared_at or at, spreads_of(index)),
        index=index,
        tutorials=[index.tutorials[one] for one in result.tutorials] if result else [],
        closed=closed.message if closed else None,
        again=again,
        wait=wait_before_retry(participation.shared_at, at) if again and participation.shared_at else None,
        journey_title=participations.title_of(campaign, trial=participation.trial),
        leave_url=participations.way_out(campaign, trial=participation.trial),
    )


async def _rewards(campaign: CampaignFacts, participation: ParticipationFacts, known: Known) -> JourneyRewards:
    """Stage and badges: as they were sent, else from what is known now."""
    assert campaign.goal is not None
    index = current_index()
    outcomes = participation.outcomes or outcomes_of(campaign.goal.skills, known, index)
    stages, badges = await stages_of(campaign.target), await badges_of(campaign.target)
    return journey_rewards(campaign.goal, outcomes, stages, badges, index)


def _why_closed(campaign: CampaignFacts, participation: ParticipationFacts | None) -> type[Refusal] | None:
    """Why one can neither start nor send now; a member who tries a campaign need not wait for its opening."""
    trial = participation is not None and participation.trial
    opens_on, closes_on = (None, None) if trial else (campaign.opens_on, campaign.closes_on)
    return why_closed(campaign.archived_at, opens_on, closes_on, now())


def _place_of(campaign: CampaignFacts, participation: ParticipationFacts) -> str:
    if participation.aborted and participation.state == "started":
        return f"/campagnes/{campaign.code}/depart"
    if participation.state == "started":
        return f"/evaluations/{participation.assessment}"
    return f"/campagnes/{campaign.code}/resultats"


def _learner(request: AnyRequest, user: int) -> Learner:
    configuration = settings()
    return Learner(
        user, visitor_of(request).language, configuration.placement_engine, configuration.max_reachable_level
    )


def _from_elsewhere(request: AnyRequest) -> bool:
    site = request.headers.get("sec-fetch-site")
    return site is not None and site not in OUR_OWN_VISITS
