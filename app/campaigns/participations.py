"""The verbs of a participation: begin, send. Safe to repeat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from app.campaigns import mastery
from app.campaigns.goals import Goal
from app.campaigns.opening import why_closed
from app.campaigns.outcomes import outcomes_of
from app.campaigns.queries import CampaignFacts, ParticipationFacts, latest_participation
from app.campaigns.refusals import (
    AlreadyShared,
    ExternalIdMissing,
    NotFinished,
    ParticipationDeleted,
    TooEarlyToRetry,
)
from app.campaigns.results import profile_of, targeted
from app.campaigns.tables import Participation
from app.content.releases import current_index
from app.evaluation import assessments
from app.evaluation.knowledge import Element, TopicKnowledge
from app.evaluation.levels import Known
from app.evaluation.queries import knowledge_of
from app.evaluation.scope import Scope
from app.organisations.credits import credits
from app.organisations.credits.emails import post_none_left
from app.organisations.learners.learners import learner_for
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

LONGEST_EXTERNAL_ID = 255


class _AlreadyRestarted(Exception):
    """The same was asked twice at once."""


@dataclass(frozen=True)
class Learner:
    """Who takes part, and how their test is to be run."""

    user: int
    language: str
    engine: str
    max_level: int


async def begin(
    campaign: CampaignFacts, learner: Learner, external_id: str, now: datetime, *, trial: bool = False
) -> ParticipationFacts:
    """The learner's participation: the one under way, or a new one. Raises what forbids it (orga 1.10).

    `trial`: a member of the team tries the campaign, even before it opens, and without an identifier.
    """
    previous = await latest_participation(campaign.id, learner.user)
    trial = previous.trial if previous else trial
    _must_be_open(campaign, now, trial=trial)
    if previous is not None:
        if previous.deleted:
            raise ParticipationDeleted
        if previous.aborted and previous.state == "started":
            return await _restart(campaign, learner, previous, now)
        if previous.state != "shared":
            return previous
        await _may_retry(campaign, previous, learner.user, now)
    external_id = external_id or (previous.external_id if previous else "")
    if campaign.external_id_label and not external_id and not trial:
        raise ExternalIdMissing
    last_credit = False
    try:
        last_credit = await _insert(campaign, learner, previous, external_id[:LONGEST_EXTERNAL_ID], now, trial=trial)
    except Exception as error:
        if not is_unique_violation(error):
            raise
    if last_credit:
        await post_none_left(campaign.organisation_id)
    found = await latest_participation(campaign.id, learner.user)
    assert found is not None
    return found


async def share(campaign: CampaignFacts, learner: Learner, now: datetime) -> datetime:
    """Sends the results: a picture of what is known now, that will not change. When they were sent, the first time."""
    participation = await latest_participation(campaign.id, learner.user)
    if participation is None or participation.deleted:
        raise ParticipationDeleted
    if participation.shared_at is not None:
        return participation.shared_at
    _must_be_open(campaign, now, trial=participation.trial)
    if not participation.finished:
        raise NotFinished
    known = await knowledge_of(learner.user)
    async with write_transaction():
        await Participation.update(_picture(campaign.goal, known, learner, now)).where(
            (Participation.id == participation.id) & Participation.shared_at.is_null()
        )
    return now


def title_of(campaign: CampaignFacts, *, trial: bool) -> str:
    """What heads every page of the journey."""
    return f"Essai – {campaign.heading}" if trial else campaign.heading


def way_out(campaign: CampaignFacts, *, trial: bool) -> str:
    """Where « Quitter » goes: who tries a campaign comes back to its page."""
    return f"/orga/campagnes/{campaign.id}" if trial else "/accueil"


_snapshot = msgspec.json.Decoder(dict[str, dict[int, Element]])


def read_snapshot(text: str) -> dict[str, dict[int, Element]]:
    """What was known when the results were sent, by topic."""
    return _snapshot.decode(text) if text else {}


def _picture(goal: Goal | None, known: Known, learner: Learner, now: datetime) -> dict[Any, Any]:
    index = current_index()
    profile = profile_of(known, index, learner.max_level)
    seen: dict[str, TopicKnowledge] = dict(known)
    validated, outcomes = 0, ""
    if goal is not None:
        outcomes = outcomes_of(goal.skills, known, index)
        target = targeted(goal.skills, index)
        seen = {topic: known[topic] for topic in target if topic in known}
        validated = mastery.mastery(target, known).validated
    return {
        Participation.shared_at: now,
        Participation.snapshot: msgspec.json.encode(seen).decode(),
        Participation.outcomes: outcomes,
        Participation.validated: validated,
        Participation.pix: profile.pix,
        Participation.certifiable: profile.certifiable,
    }


async def _may_retry(campaign: CampaignFacts, previous: ParticipationFacts, user: int, now: datetime) -> None:
    if not campaign.multiple_sendings:
        raise AlreadyShared
    assert previous.shared_at is not None
    if mastery.wait_before_retry(previous.shared_at, now) is not None:
        raise TooEarlyToRetry
    if campaign.goal is not None:
        known = await knowledge_of(user)
        if mastery.mastery(targeted(campaign.goal.skills, current_index()), known).complete:
            raise AlreadyShared


async def _insert(
    campaign: CampaignFacts,
    learner: Learner,
    previous: ParticipationFacts | None,
    external_id: str,
    now: datetime,
    *,
    trial: bool,
) -> bool:
    """Whether it used the last credit of the organisation. Raises NoCreditLeft, LearnerDisabled."""
    attempt = previous.attempt + 1 if previous else 1
    async with write_transaction():
        if previous:
            await Participation.update({Participation.replaced_at: now}).where(Participation.id == previous.id)
        known_as = None if trial else await learner_for(campaign.organisation_id, learner.user, now)
        last_credit = known_as is not None and await credits.cover(campaign.organisation_id, known_as, now)
        assessment = await _start_assessment(campaign, learner, now, trial=trial)
        await Participation.insert(
            Participation(
                campaign=campaign.id,
                user=learner.user,
                learner=known_as,
                attempt=attempt,
                assessment=assessment,
                external_id=external_id,
                started_at=now,
                trial=trial,
            )
        )
    return last_credit


async def _restart(
    campaign: CampaignFacts, learner: Learner, aborted: ParticipationFacts, now: datetime
) -> ParticipationFacts:
    """The same participation goes on with a new assessment, after a reset closed the former. Twice is once."""
    try:
        async with write_transaction():
            moved = (
                await Participation.update(
                    {Participation.assessment: await _start_assessment(campaign, learner, now, trial=aborted.trial)}
                )
                .where((Participation.id == aborted.id) & (Participation.assessment == aborted.assessment))
                .returning(Participation.id)
            )
            if not moved:
                raise _AlreadyRestarted
    except _AlreadyRestarted:
        pass
    found = await latest_participation(campaign.id, learner.user)
    assert found is not None
    return found


async def _start_assessment(campaign: CampaignFacts, learner: Learner, now: datetime, *, trial: bool) -> int | None:
    if campaign.goal is None:
        return None
    results = f"/campagnes/{campaign.code}/resultats"
    scope = Scope(
        title=title_of(campaign, trial=trial),
        leave=way_out(campaign, trial=trial),
        after=results,
        method=campaign.goal.method,
        skills=campaign.goal.skills if campaign.goal.method == "adaptive" else (),
        challenges=campaign.goal.challenges,
    )
    return await assessments.start(learner.user, scope, learner.engine, learner.language, now)


def _must_be_open(campaign: CampaignFacts, now: datetime, *, trial: bool) -> None:
    opens_on, closes_on = (None, None) if trial else (campaign.opens_on, campaign.closes_on)
    closed = why_closed(campaign.archived_at, opens_on, closes_on, now)
    if closed is not None:
        raise closed
