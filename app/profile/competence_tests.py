"""The verbs on a competence: test it, reset it. Each is safe to repeat."""

from __future__ import annotations

from datetime import datetime

from app.content.index import Competence
from app.content.releases import current_index
from app.evaluation import assessments, knowledge_reset
from app.evaluation.queries import knowledge_of
from app.evaluation.refusals import NothingToAsk
from app.evaluation.scope import Scope
from app.lib.refusals import NotFound
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction
from app.profile.cards import Card, Known, card_of
from app.profile.competence_states import DAYS_BEFORE_RETRY
from app.profile.queries import tests_of
from app.profile.refusals import HighestLevelReached, NothingToReset, NotSaved, ResetTooEarly, RetryTooEarly
from app.profile.tables import CompetenceTest
from app.settings import settings

TRIES = 3


class _Raced(Exception):
    """The same was asked twice at once: read again and decide again."""


async def start_or_resume(user: int, code: str, language: str, now: datetime) -> int:
    """The assessment to go on with: the running one, or a new one. Sent twice, it opens one only.

    Raises NotFound, NothingToAsk, HighestLevelReached, RetryTooEarly.
    """
    for _ in range(TRIES):
        card, _known = await _card(user, code, now)
        if card.test is not None and card.test.state == "started":
            return card.test.assessment
        if card.score.at_most or card.exhausted:
            raise HighestLevelReached
        if not card.playable:
            raise NothingToAsk
        if card.test is not None and not card.scorecard.can_retry:
            raise RetryTooEarly
        try:
            return await _start(user, card, language, now)
        except _Raced:
            continue
    raise NotSaved


async def reset(user: int, code: str, now: datetime) -> None:
    """Forgets everything known about a competence, and closes what was running on it.

    Raises NotFound, NothingToReset, NotSaved, ResetTooEarly.
    """
    for _ in range(TRIES):
        card, known = await _card(user, code, now)
        if card.latest is None:
            if await _was_reset(user, code):
                return
            raise NothingToReset
        if not card.scorecard.can_reset:
            raise ResetTooEarly
        topics = [topic.id for topic in card.competence.topics]
        try:
            async with write_transaction():
                await knowledge_reset.forget(user, known, topics)
                await CompetenceTest.update({CompetenceTest.state: "reset"}).where(
                    (CompetenceTest.user == user) & (CompetenceTest.competence == code)
                )
        except knowledge_reset.LearntMeanwhile:
            continue
        return
    raise NotSaved


def scope_of(competence: Competence, name: str, *, again: bool) -> Scope:
    """What a test of a competence is about; `again`: a retry, which forgets old failures."""
    page = f"/competences/{competence.code}"
    return Scope(
        title=name,
        leave=page,
        after=page,
        skills=tuple(skill.id for skill in competence.skills),
        retry_days=DAYS_BEFORE_RETRY if again else None,
    )


async def _card(user: int, code: str, now: datetime) -> tuple[Card, Known]:
    index = current_index()
    competence = index.competences.get(code)
    if competence is None:
        raise NotFound
    known, tests = await knowledge_of(user), await tests_of(user)
    return card_of(competence, index, known, tests.get(code), settings().max_reachable_level, now), known


async def _start(user: int, card: Card, language: str, now: datetime) -> int:
    competence = card.competence
    name = competence.english if language == "en" else competence.name
    scope = scope_of(competence, name, again=card.test is not None)
    try:
        async with write_transaction():
            assessment = await assessments.start(user, scope, settings().placement_engine, language, now)
            await _point_to(assessment, user, card)
    except Exception as failure:
        if is_unique_violation(failure):
            raise _Raced from failure
        raise
    return assessment


async def _point_to(assessment: int, user: int, card: Card) -> None:
    """Makes the assessment the test of the competence, unless another one became it meanwhile."""
    code = card.competence.code
    mine = (CompetenceTest.user == user) & (CompetenceTest.competence == code)
    rows = await CompetenceTest.select(CompetenceTest.id, CompetenceTest.assessment, CompetenceTest.state).where(mine)
    if not rows:
        await CompetenceTest.insert(
            CompetenceTest(
                user=user,
                competence=code,
                assessment=assessment,
                pix_before=card.score.pix,
                level_before=card.score.level,
            )
        )
        return
    if card.test is not None and rows[0]["assessment"] != card.test.assessment:
        raise _Raced
    moved = (
        await CompetenceTest.update(
            {
                CompetenceTest.assessment: assessment,
                CompetenceTest.state: "started",
                CompetenceTest.pix_before: card.score.pix,
                CompetenceTest.level_before: card.score.level,
            }
        )
        .where(mine & (CompetenceTest.assessment == rows[0]["assessment"]) & (CompetenceTest.state == rows[0]["state"]))
        .returning(CompetenceTest.id)
    )
    if not moved:
        raise _Raced


async def _was_reset(user: int, code: str) -> bool:
    """The same reset sent twice: it is done."""
    return await CompetenceTest.exists().where(
        (CompetenceTest.user == user) & (CompetenceTest.competence == code) & (CompetenceTest.state == "reset")
    )
