"""One line of each file: a participation, as its columns read it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.evaluation.results import Result
from app.evaluation.scoring import CompetenceScore


@dataclass(frozen=True, slots=True)
class Person:
    """A learner as the organisation knows her, and what the campaign asked her for."""

    last_name: str
    first_name: str
    group: str
    external_id: str


@dataclass(frozen=True, slots=True)
class SentResults:
    """What was sent, frozen; `letters` in the order of the arrangement, `at` on the clocks of Paris.

    `stars`: stages acquired beyond the first one, None without stages. `badges`: ids of those earned.
    """

    at: datetime
    validated: int
    letters: str
    stars: int | None = None
    badges: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """`progression`: 0 to 1. `sent`: None as long as the learner has not sent her results."""

    person: Person
    progression: Decimal
    started_at: datetime
    sent: SentResults | None


@dataclass(frozen=True, slots=True)
class SentProfile:
    """A profile as it was sent."""

    at: datetime
    pix: int
    certifiable: bool
    scores: Mapping[str, CompetenceScore]


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """`sent`: None as long as the learner has not sent her profile."""

    person: Person
    sent: SentProfile | None


@dataclass(frozen=True, slots=True)
class QuestionsLine:
    """The results of the answers of a participation, by challenge."""

    person: Person
    sent_at: datetime
    results: Mapping[str, Result]
