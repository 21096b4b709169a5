"""Pix and levels: what validated skills are worth, by competence and in all.

Source of the rules: facts of evaluation, sections 3.1 to 3.4 (pix), 3.5 (level-up) and 3.8 (certifiability).
Pix of a skill are thirds, sevenths…: they are added exactly, and rounded down once per competence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import floor

PIX_PER_LEVEL = 8
HIGHEST_LEVEL = 8
MOST_PIX_PER_SKILL = 4
COMPETENCES = 16
PIX_IN_ALL = COMPETENCES * HIGHEST_LEVEL * PIX_PER_LEVEL
"""1024: the denominator shown everywhere, whatever can be reached today."""
CERTIFIABLE_COMPETENCES = 5
MOST_SKILLS_AT_ONE_LEVEL = 1000


@dataclass(frozen=True, slots=True)
class CompetenceScore:
    """What a person holds in one competence.

    `pix`: whole, at most 8 per reachable level. `level`: whole, 0 to the highest reachable.
    `ahead`: pix gathered towards the next level, 0 to 7. `remaining`: pix still missing for it, 1 to 8. Both
    are meaningless once `at_most` says that the highest reachable level is reached.
    """

    pix: int
    level: int
    ahead: int
    remaining: int
    at_most: bool

    @property
    def percentage(self) -> float:
        """Part of the next level already gathered, 0 to 87.5."""
        return 100 * self.ahead / PIX_PER_LEVEL

    @property
    def certifiable(self) -> bool:
        """A competence counts for certification from level 1."""
        return self.level >= 1


def pix_of_skill(skills_of_its_level: int) -> Fraction:
    """Pix of a skill in a competence with `skills_of_its_level` active skills of its level: min(4, 8 / n)."""
    return min(Fraction(MOST_PIX_PER_SKILL), Fraction(PIX_PER_LEVEL, skills_of_its_level))


def competence_score(validated: Iterable[Fraction | float], max_level: int) -> CompetenceScore:
    """The score of one competence, from the pix of its validated skills; `max_level`: 1 to 8."""
    gathered = _whole_pix(frozenset(Counter(validated).items()))
    pix = min(gathered, PIX_PER_LEVEL * max_level)
    level = min(gathered // PIX_PER_LEVEL, max_level)
    ahead = pix % PIX_PER_LEVEL
    return CompetenceScore(pix, level, ahead, PIX_PER_LEVEL - ahead, level >= max_level)


def total_pix(scores: Iterable[CompetenceScore]) -> int:
    """The sum over competences, each rounded down and capped first."""
    return sum(score.pix for score in scores)


def most_pix(max_level: int, competences: int = COMPETENCES) -> int:
    """Pix that can be reached in all when levels stop at `max_level`."""
    return competences * PIX_PER_LEVEL * max_level


def is_certifiable(scores: Iterable[CompetenceScore]) -> bool:
    """True from five competences of level 1 or more."""
    return sum(score.certifiable for score in scores) >= CERTIFIABLE_COMPETENCES


@lru_cache(maxsize=4096)
def _whole_pix(counts: frozenset[tuple[Fraction | float, int]]) -> int:
    """The pix of so many skills worth so much; few sums are met, each of them again and again."""
    return floor(sum((exactly(pix) * times for pix, times in counts), Fraction()))


@lru_cache(maxsize=256)
def exactly(pix: Fraction | float) -> Fraction:
    """The exact worth of a skill: 2.6666666666666665 is 8/3."""
    return Fraction(pix).limit_denominator(MOST_SKILLS_AT_ONE_LEVEL)
