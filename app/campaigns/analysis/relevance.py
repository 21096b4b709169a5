"""How much each topic is worth working on, from what was sent. Pure.

Source of the formula: facts of Orga, section 2.4. A low score is a strong recommendation.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.campaigns.analysis.tally import Tally
from app.campaigns.arrangement import Arrangement, Run
from app.campaigns.outcomes import VALIDATED

DIFFICULTY, WEIGHT, PROPORTION, NEXT = 40, 30, 20, 10
"""What the four terms of a score weigh."""
BOUNDS = (25, 50, 75)
"""Up to the first, four bubbles; up to the second, three; up to the third, two; above, one."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A topic, its score (0 to 100, the mean of that of each person) and its bubbles (1 to 4, 4 to work on first)."""

    run: Run
    score: Fraction

    @property
    def bubbles(self) -> int:
        return bubbles_of(self.score)


def recommendations(arrangement: Arrangement, tally: Tally) -> list[Recommendation]:
    """Every topic of the campaign, the one to work on first at the head; none as long as nobody sent results."""
    if not tally.people:
        return []
    highest = max((skill.level for skill in arrangement.skills), default=0)
    found = [Recommendation(run, _mean(arrangement, tally, run, highest)) for run in arrangement.topics]
    return sorted(found, key=lambda one: one.score)


def score_of(targeted: Sequence[int], validated: Collection[int], highest: int) -> Fraction:
    """The score of one person on one topic.

    `targeted`: levels of the skills aimed at in the topic, at least one; `validated`: those of them she validated;
    `highest`: of all the levels aimed at in the campaign.
    """
    hardest, reached = max(targeted), max(validated, default=0)
    score = Fraction(DIFFICULTY * reached, hardest) + Fraction(WEIGHT * hardest, highest)
    score += Fraction(PROPORTION * len(validated), len(targeted))
    if validated:
        following = min((level for level in targeted if level not in validated), default=hardest)
        score += Fraction(NEXT * reached, following)
    return score


def bubbles_of(score: Fraction | float) -> int:
    """4 for what is recommended most, 1 for what is recommended least."""
    return 1 + sum(score <= bound for bound in BOUNDS)


def _mean(arrangement: Arrangement, tally: Tally, run: Run, highest: int) -> Fraction:
    targeted = [skill.level for skill in arrangement.skills[run.start : run.end]]
    total = Fraction()
    for letters, people in tally.slices[run.key].items():
        validated = [level for level, letter in zip(targeted, letters, strict=True) if letter == VALIDATED]
        total += people * score_of(targeted, validated, highest)
    return total / tally.people
