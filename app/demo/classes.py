"""Whole classes of simulated learners, who take a campaign through the real engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from app.campaigns import participations, queries
from app.campaigns.participations import Learner
from app.campaigns.queries import CampaignFacts
from app.content.releases import current_index
from app.demo.people import participant
from app.demo.playing import play
from app.demo.simulated_learner import Ability, draw_ability
from app.organisations.learners import tables as learners
from app.persistence.transactions import write_transaction
from app.profile import competence_tests
from app.settings import settings

SEED = 2026
FIRST_STUDENT_NUMBER = 22_107_000
DAYS = 12
"""How long ago the first of a class began."""


@dataclass(frozen=True)
class Class:
    """Who takes a campaign: how many, in which groups; out of ten, how many stop on the way or do not send."""

    code: str
    size: int
    groups: Sequence[str] = ()
    unfinished: int = 2
    unsent: int = 2
    numbered: bool = False
    """They are asked for their student's number."""


async def take(one: Class, now: datetime) -> None:
    """Everyone of the class takes the campaign; all of them are there, or none."""
    campaign, random = await queries.campaign_by_code(one.code), Random(SEED + one.size)
    topics = sorted(current_index().topics)
    async with write_transaction():
        for number in range(one.size):
            user = await participant(number, one.code.lower(), now)
            await _takes(campaign, one, number, user, random, topics, now)
            await _put_in_group(campaign.organisation_id, user, one, number)


def taker(user: int) -> Learner:
    """A simulated learner, as the campaigns know those who take part."""
    configuration = settings()
    return Learner(user, "fr", configuration.placement_engine, configuration.max_reachable_level)


async def _takes(
    campaign: CampaignFacts,
    one: Class,
    number: int,
    user: int,
    random: Random,
    topics: Sequence[str],
    now: datetime,
) -> None:
    ability, learner = draw_ability(random, topics), taker(user)
    began = now - timedelta(days=random.uniform(0.1, DAYS))
    external_id = str(FIRST_STUDENT_NUMBER + 13 * number) if one.numbered else ""
    if campaign.goal is None:
        competences = sorted(current_index().competences)
        await test_oneself(user, random.sample(competences, random.randint(3, 9)), ability, random, began)
    begun = await participations.begin(campaign, learner, external_id, began)
    fate = number % 10
    if begun.assessment is None:
        if fate >= one.unsent:
            await participations.share(campaign, learner, began + timedelta(minutes=3))
        return
    most = random.randint(1, 8) if fate < one.unfinished else None
    played = await play(begun.assessment, user, ability, random, began, most=most)
    if played.finished and fate >= one.unfinished + one.unsent:
        await participations.share(campaign, learner, played.at + timedelta(minutes=random.randint(1, 90)))


async def test_oneself(
    user: int, competences: Iterable[str], ability: Ability, random: Random, began: datetime
) -> None:
    """Competences tested on one's own, outside any campaign."""
    for code in competences:
        assessment = await competence_tests.start_or_resume(user, code, "fr", began)
        await play(assessment, user, ability, random, began)


async def _put_in_group(organisation: int, user: int, one: Class, number: int) -> None:
    if one.groups:
        group = one.groups[number % len(one.groups)]
        await learners.Learner.update({learners.Learner.group: group}).where(
            (learners.Learner.organisation == organisation) & (learners.Learner.user == user)
        )
