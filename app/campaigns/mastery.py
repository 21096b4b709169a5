"""What a participation shows: how much of what a campaign aims at is tested, and how much is mastered.

Source of the rules: facts of evaluation, section 3.7. A skill is a (topic, level); "known" holds the elements
that count for the participation (`app.evaluation.knowledge.counting`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from app.evaluation.knowledge import NOTHING_KNOWN, TopicKnowledge

RETRY_DELAY = timedelta(days=4)

_TWO_DIGITS = Context(prec=2, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Mastery:
    """Counts of skills: aimed at, tested (directly or by inference), validated."""

    total: int
    tested: int
    validated: int

    @property
    def rate(self) -> Decimal:
        """Validated over total, 0 to 1, rounded to two significant digits; 0 without any skill."""
        return _TWO_DIGITS.plus(Decimal(self.validated / self.total)) if self.total else Decimal(0)

    @property
    def percent(self) -> int:
        """Validated over total in whole percents, half rounded up; 0 without any skill."""
        return percent_of(self.validated, self.total)

    @property
    def complete(self) -> bool:
        """Everything aimed at is validated."""
        return self.validated == self.total

    def progression(self, *, finished: bool) -> float:
        """Tested over total, 0 to 1; 1 once the assessment is finished, even if hard skills were left out."""
        return 1.0 if finished or not self.total else self.tested / self.total


def percent_of(part: int, whole: int) -> int:
    """Whole percents, half rounded up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def mastery(target: Mapping[str, Collection[int]], known: Mapping[str, TopicKnowledge]) -> Mastery:
    """Count over `target`: topic -> levels aimed at (all of a campaign, or those of one competence)."""
    found = [known.get(topic, NOTHING_KNOWN).get(level) for topic, levels in target.items() for level in levels]
    tested = [element for element in found if element is not None]
    return Mastery(len(found), len(tested), sum(element.validated for element in tested))


def can_retry(
    result: Mastery,
    *,
    sent_at: datetime | None,
    several_sendings: bool,
    open_to_learner: bool,
    exam: bool = False,
) -> bool:
    """True when the learner may take the journey again, perhaps after `wait_before_retry`.

    `sent_at`: when the results were sent, None if not yet. `several_sendings`: the campaign allows them.
    `open_to_learner`: the learner is active in the organisation, the campaign neither archived nor deleted.
    A full mastery leaves nothing to try again, except in an exam.
    """
    improvable = exam or not result.complete
    return sent_at is not None and several_sendings and open_to_learner and improvable


def can_reset(
    *,
    sent_at: datetime | None,
    several_sendings: bool,
    open_to_learner: bool,
    reset_allowed: bool,
    now: datetime,
) -> bool:
    """True when the learner may forget everything and start again; `reset_allowed` by the target profile."""
    allowed = several_sendings and open_to_learner and reset_allowed
    return sent_at is not None and allowed and wait_before_retry(sent_at, now) is None


def wait_before_retry(sent_at: datetime, now: datetime, delay: timedelta = RETRY_DELAY) -> timedelta | None:
    """Time left before the journey may be taken again; None when the wait is over."""
    left = sent_at + delay - now
    return left if left > timedelta() else None
