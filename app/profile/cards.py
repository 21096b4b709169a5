"""What is known of a competence: its score, what can be done with it, what to work on. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.content.index import Competence, ContentIndex, Skill
from app.evaluation.belief.certainty import Certainty, LevelChances
from app.evaluation.knowledge import NOTHING_KNOWN, TopicKnowledge, latest
from app.evaluation.levels import score_of, validated_skills
from app.evaluation.scoring import CompetenceScore, is_certifiable, total_pix
from app.profile.competence_states import Scorecard, scorecard

Known = Mapping[str, TopicKnowledge]


@dataclass(frozen=True)
class LatestTest:
    """The latest test of a competence: `started` or `completed`."""

    assessment: int
    state: Literal["started", "completed"]
    answers: int
    completed_at: datetime | None
    pix_before: int
    level_before: int


@dataclass(frozen=True)
class Card:
    """A competence of someone."""

    competence: Competence
    score: CompetenceScore
    scorecard: Scorecard
    test: LatestTest | None
    latest: datetime | None
    """When something was last learnt about it."""
    playable: bool
    """Whether the content has questions to ask about it."""
    exhausted: bool
    """Whether all of them were passed: nothing to ask again."""
    certainty: Certainty | None = None
    """How sure the level is; None when nothing was asked directly, or when nobody wants to know."""

    @property
    def begun(self) -> bool:
        return self.scorecard.state != "not_started"

    @property
    def open(self) -> bool:
        """Something can be done now to go further."""
        if self.exhausted:
            return self.scorecard.can_resume
        return self.playable and (self.scorecard.can_start or self.scorecard.can_resume or self.scorecard.can_retry)


def card_of(
    competence: Competence,
    index: ContentIndex,
    known: Known,
    test: LatestTest | None,
    max_level: int,
    now: datetime,
    chances: LevelChances | None = None,
) -> Card:
    """`test`: None when there was none, or when the competence was reset since. `chances`: what is believed of it."""
    score = score_of(competence, known, max_level)
    last = latest(known.get(topic.id, NOTHING_KNOWN) for topic in competence.topics)
    state = scorecard(test.state if test else None, last, at_most=score.at_most, now=now)
    playable = [skill for skill in competence.skills if index.challenges_of(skill.id)]
    exhausted = bool(playable) and len(validated_skills(playable, known)) == len(playable)
    certainty = chances.beside(score.level) if chances else None
    return Card(competence, score, state, test, last, bool(playable), exhausted, certainty)


def to_continue(cards: Iterable[Card]) -> list[Card]:
    """Where to go on: what is begun, the nearest to its next level first, then what was never begun."""
    return sorted(
        (card for card in cards if card.open),
        key=lambda card: (not card.begun, card.score.remaining if card.begun else 0, card.competence.code),
    )


def failed_directly(skills: Iterable[Skill], known: Known) -> list[Skill]:
    """The skills whose latest element is a failure at that very question: what tutorials are recommended for."""
    elements = ((skill, known.get(skill.topic, NOTHING_KNOWN).get(skill.level)) for skill in skills)
    return [skill for skill, one in elements if one is not None and one.direct and not one.validated]


def pix_of(cards: Iterable[Card]) -> int:
    return total_pix(card.score for card in cards)


def certifiable(cards: Iterable[Card]) -> bool:
    return is_certifiable(card.score for card in cards)
