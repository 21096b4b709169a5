"""`/orga/campagnes/{campaign}/participants/{participation}`: one person."""

from __future__ import annotations

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.campaigns.analysis.forms import FROM_THE_HIGHEST, MOST_RELEVANT_FIRST, TOPIC_COLUMNS
from app.campaigns.analysis.queries.individual import Individual, answer_sent, answers_sent, individual
from app.campaigns.analysis.queries.rewards import rewards
from app.campaigns.analysis.tally import tally_of
from app.campaigns.analysis.topics import competence_lines, topic_lines
from app.campaigns.arrangement import arrangement_of
from app.campaigns.goals import Goal
from app.campaigns.guards import campaign_seen
from app.campaigns.participations import read_snapshot
from app.campaigns.results import certainties_of, profile_of
from app.campaigns.team_campaigns import TeamCampaign
from app.content.releases import current_index
from app.evaluation.correction import correct
from app.evaluation.preparing import spreads_of
from app.evaluation.presenting import present
from app.lib.refusals import NotFound
from app.organisations.pages import orga_page
from app.settings import settings
from app.web.forms import parse_form
from app.web.pages import AnyRequest
from app.web.sorting import headings, sorting_of


class IndividualController(Controller):
    path = "/orga/campagnes/{campaign:int}/participants/{participation:int}"
    dependencies = {"seen": Provide(campaign_seen)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(
        self, request: AnyRequest, seen: NamedDependency[TeamCampaign], participation: FromPath[int]
    ) -> Response[bytes]:
        """How far she is; once she has sent them, her results; or her profile."""
        one = await individual(seen, participation)
        if seen.goal is None:
            return _profile_page(request, seen, one)
        return await _results_page(request, seen, seen.goal, one)

    @get("/reponses/{answer:int}")
    async def answer(
        self,
        request: AnyRequest,
        seen: NamedDependency[TeamCampaign],
        participation: FromPath[int],
        answer: FromPath[int],
    ) -> Response[bytes]:
        """One of her answers, beside the right one."""
        one = await individual(seen, participation)
        given = await answer_sent(one, answer)
        if given.challenge is None:
            raise NotFound
        index = current_index()
        return orga_page(
            request,
            seen.member,
            "analysis/answer",
            campaign=seen,
            one=one,
            given=given,
            view=present(given.challenge, 0, given.values),
            topic=index.topics.get(given.skill.topic),
            competence=index.competences.get(given.skill.competence),
            correction=correct(given.challenge.body, given.values),
            back=f"/orga/campagnes/{seen.id}/participants/{one.id}",
        )


async def _results_page(request: AnyRequest, seen: TeamCampaign, goal: Goal, one: Individual) -> Response[bytes]:
    index, path = current_index(), request.scope["path"]
    query = parse_form(request.scope["query_string"])
    sorting = sorting_of(query, TOPIC_COLUMNS, MOST_RELEVANT_FIRST)
    arrangement = arrangement_of(goal.skills, index)
    sent = one.shared_at is not None
    tally = tally_of(arrangement, {one.outcomes: 1} if sent else {})
    given = await rewards(seen)
    return orga_page(
        request,
        seen.member,
        "analysis/participant",
        campaign=seen,
        one=one,
        index=index,
        skills=len(goal.skills),
        stage=given.stage_reached(one.validated) if sent else None,
        badges=given.badges_earned(one.outcomes) if sent else [],
        competences=competence_lines(arrangement, tally, index),
        topics=topic_lines(arrangement, tally, index, sorting, path),
        headings=headings(path, query, TOPIC_COLUMNS, sorting, FROM_THE_HIGHEST),
        answers=await answers_sent(one),
    )


def _profile_page(request: AnyRequest, seen: TeamCampaign, one: Individual) -> Response[bytes]:
    index, max_level = current_index(), settings().max_reachable_level
    known = read_snapshot(one.snapshot)
    profile = profile_of(known, index, max_level)
    certainties = (
        certainties_of(profile, known, index, max_level, one.shared_at, spreads_of(index)) if one.shared_at else {}
    )
    return orga_page(
        request,
        seen.member,
        "analysis/profile",
        campaign=seen,
        one=one,
        scores=[(index.competences[code], score, certainties.get(code)) for code, score in profile.scores.items()],
        certifiable=sum(score.certifiable for score in profile.scores.values()),
    )
