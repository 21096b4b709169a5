"""Reads for the pages of the profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.content.framework import Area
from app.content.index import ContentIndex
from app.content.releases import current_index
from app.evaluation.belief.certainty import level_chances
from app.evaluation.knowledge_reset import running_about
from app.evaluation.preparing import spreads_of
from app.evaluation.queries import knowledge_of
from app.evaluation.scoring import CERTIFIABLE_COMPETENCES, most_pix
from app.lib.refusals import NotFound
from app.profile import cards
from app.profile.cards import Card, Known, LatestTest
from app.profile.suggestions import ShownTutorial, shown, suggested
from app.profile.tables import CompetenceTest

MOST_TUTORIALS = 5


@dataclass(frozen=True)
class Profile:
    """Everything someone holds. `areas` are those of the content, with their cards in order."""

    areas: Sequence[tuple[Area, Sequence[Card]]]
    cards: Sequence[Card]
    pix: int
    max_level: int
    most_pix: int
    """Pix that can be reached today."""
    certifiable_count: int
    """Competences of level 1 or more."""
    certifiable: bool

    @property
    def begun(self) -> int:
        return sum(card.begun for card in self.cards)

    @property
    def missing_for_certification(self) -> int:
        return max(0, CERTIFIABLE_COMPETENCES - self.certifiable_count)


@dataclass(frozen=True)
class Result:
    """The end of a test that nothing followed yet."""

    level: int
    levels_gained: int
    pix_gained: int
    answers: int


@dataclass(frozen=True)
class CompetencePage:
    """A competence of someone, in detail."""

    area: Area
    card: Card
    result: Result | None
    tutorials: Sequence[ShownTutorial]
    """What is recommended after the failures, the easiest first."""
    breaks_certification: bool
    """A reset would make the profile no longer certifiable."""
    other_tests: int
    """Running assessments, other than the test of this competence, that a reset would start again."""


async def profile_of(user: int, max_level: int, language: str, now: datetime) -> Profile:
    """The whole profile, in two queries."""
    return _profile(current_index(language), await knowledge_of(user), await tests_of(user), max_level, now)


async def competence_page(user: int, code: str, max_level: int, language: str, now: datetime) -> CompetencePage:
    """One competence. Raises NotFound for a code that is none."""
    index, known = current_index(language), await knowledge_of(user)
    if code not in index.competences:
        raise NotFound
    profile = _profile(index, known, await tests_of(user), max_level, now)
    card = next(one for one in profile.cards if one.competence.code == code)
    running = await running_about(user, [topic.id for topic in card.competence.topics])
    own = card.test.assessment if card.test else None
    failed = sorted(cards.failed_directly(card.competence.skills, known), key=lambda skill: skill.level)
    tutorials = suggested(failed, index)
    return CompetencePage(
        area=next(area for area in index.areas if area.code == card.competence.area),
        card=card,
        result=result_of(card),
        tutorials=shown(tutorials[:MOST_TUTORIALS], f"/competences/{code}"),
        breaks_certification=card.score.certifiable and profile.certifiable_count == CERTIFIABLE_COMPETENCES,
        other_tests=sum(assessment != own for assessment in running),
    )


async def tests_of(user: int) -> Mapping[str, LatestTest]:
    """The latest tests of someone by competence, those reset or closed since left out."""
    rows = await CompetenceTest.raw(
        "SELECT t.competence, t.assessment, t.pix_before, t.level_before, a.state, a.answers, a.completed_at"
        ' FROM competence_test t JOIN assessment a ON a.id = t.assessment WHERE t."user" = {} AND t.state = {}'
        " AND a.state <> {} ORDER BY t.competence",
        user,
        "started",
        "aborted",
    )
    return {
        row["competence"]: LatestTest(
            row["assessment"],
            row["state"],
            row["answers"],
            row["completed_at"],
            row["pix_before"],
            row["level_before"],
        )
        for row in rows
    }


def result_of(card: Card) -> Result | None:
    """What the completed test brought; None while it runs, or once something else was learnt since."""
    test = card.test
    if test is None or test.completed_at is None or (card.latest is not None and card.latest > test.completed_at):
        return None
    gained = max(0, card.score.pix - test.pix_before)
    return Result(card.score.level, max(0, card.score.level - test.level_before), gained, test.answers)


def _profile(
    index: ContentIndex, known: Known, tests: Mapping[str, LatestTest], max_level: int, now: datetime
) -> Profile:
    chances = level_chances(index.competences.values(), known, now, max_level, spreads_of(index))
    found = [
        cards.card_of(competence, index, known, tests.get(code), max_level, now, chances.get(code))
        for code, competence in index.competences.items()
    ]
    areas = [(area, [card for card in found if card.competence.area == area.code]) for area in index.areas]
    return Profile(
        areas=[(area, own) for area, own in areas if own],
        cards=found,
        pix=cards.pix_of(found),
        max_level=max_level,
        most_pix=most_pix(max_level),
        certifiable_count=sum(card.score.certifiable for card in found),
        certifiable=cards.certifiable(found),
    )
