"""What skills mastered are worth in each competence, made ready for the scores. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from app.content.index import Competence
from app.evaluation.belief.grid import MASTERED, Floats
from app.evaluation.belief.posterior import Belief
from app.evaluation.scoring import PIX_PER_LEVEL

LEAST_VARIANCE = 0.01
"""In squared pix: at both ends of the scale nothing is left in doubt."""
_DEVIATIONS: Floats = np.linspace(-8, 8, 3201)
_STEP = float(_DEVIATIONS[1] - _DEVIATIONS[0])
_NORMAL: Floats = np.cumsum(np.exp(-0.5 * (_DEVIATIONS - _STEP / 2) ** 2)) * _STEP / np.sqrt(2 * np.pi)


class SkillWorth(NamedTuple):
    """A skill: what mastering it is worth, in pix."""

    topic: str
    level: int
    pix: float


class CompetenceWorth(NamedTuple):
    """The skills of a competence."""

    code: str
    skills: tuple[SkillWorth, ...]

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.topic for one in self.skills))

    @property
    def step(self) -> float:
        """The least that can be gained, in pix."""
        return min(one.pix for one in self.skills)


def worth_of(competences: Iterable[Competence]) -> tuple[CompetenceWorth, ...]:
    """Of the competences of the content."""
    return tuple(
        CompetenceWorth(one.code, tuple(SkillWorth(skill.topic, skill.level, skill.pix) for skill in one.skills))
        for one in competences
    )


@lru_cache(maxsize=128)
def pix_of_topics(one: CompetenceWorth) -> Floats:
    """By topic (rows) and ability in it (columns), in pix."""
    found = np.zeros((len(one.topics), MASTERED.shape[1]))
    rows = {topic: row for row, topic in enumerate(one.topics)}
    for skill in one.skills:
        found[rows[skill.topic]] += skill.pix * MASTERED[skill.level]
    return found


def at_least(one: CompetenceWorth, belief: Belief, rows: slice, max_level: int) -> Floats:
    """By ability in the competence (rows), the chances that it is worth at least 1, 2… pix (columns), to its highest.

    `rows`: those of its topics in `belief`. Given the ability in the competence, its topics differ independently: their
    pix add up, nearly as a normal deviate (as in `belief/certainty.py`, corrected for continuity alike).
    """
    worth, message = pix_of_topics(one), belief.message[rows]
    mean = (belief.likelihood[rows] * worth) @ belief.tree.to_topic.T / message
    square = (belief.likelihood[rows] * worth**2) @ belief.tree.to_topic.T / message
    spread = np.sqrt(np.maximum((square - mean**2).sum(axis=0), LEAST_VARIANCE))
    bounds = np.arange(1, max_level * PIX_PER_LEVEL + 1) - one.step / 2
    found: Floats = np.interp((mean.sum(axis=0)[:, None] - bounds) / spread[:, None], _DEVIATIONS, _NORMAL)
    return found
