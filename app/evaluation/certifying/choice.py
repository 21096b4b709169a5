"""The next question of the adaptive test: what the rules of coverage allow, then what informs most. Pure.

Source: facts of certification, section A2.2. The information of an item at the capacity is Fisher's (F. Lord,
*Applications of Item Response Theory to Practical Testing Problems*, 1980); a coin among the five best keeps the same
ones from being asked of everybody (« randomesque »: G. Kingsbury and A. Zara, *Applied Measurement in Education* 2,
1989).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from random import Random
from typing import TypeVar

import numpy as np

from app.evaluation.belief.grid import Floats
from app.evaluation.belief.spreads import USUAL, Spreads
from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.capacity import Estimate, estimates
from app.evaluation.certifying.choice_by_belief import gains
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.certifying.ranking import ranked, ranked_apart
from app.evaluation.placement import Finished


def next_question(
    configuration: Configuration,
    items: Sequence[Item],
    answers: Sequence[Given],
    excluded: Collection[str],
    seed: int,
    spreads: Spreads = USUAL,
    nearby: Collection[str] = (),
) -> Item | Finished:
    """The question to ask after these answers, or why there is none; the same each time it is asked.

    `items`: those that the candidate can do. `excluded`: the skills not to be asked any more, since a problem was
    reported on one of their questions. `seed`: the assessment's number. `spreads`: how abilities differ. `nearby`:
    the questions that neighbours were given lately, see `ranking.py`. Ends with « ceiling » when the test is as
    long as it may be, and « nothing_playable » when the bank has run out, which is nobody's normal end.

    Before it is calibrated a bank has many items of one curve: each assessment has them in its own order, else those at
    the top of the bank would be asked of everybody.
    """
    if len(answers) >= configuration.maximum_length:
        return Finished("ceiling")
    shuffled = [items[place] for place in _order(len(items), seed)]
    allowed = allowed_items(configuration, shuffled, answers, excluded)
    if not allowed:
        return Finished("nothing_playable")
    worth = _worth(configuration, allowed, answers, spreads)
    best = ranked_apart(allowed, worth, configuration.most_informative, nearby)
    return tossed(best, configuration.probability_to_pick, Random(f"{seed} {len(answers)}"))


def _worth(configuration: Configuration, allowed: Sequence[Item], answers: Sequence[Given], spreads: Spreads) -> Floats:
    if configuration.choice == "information":
        return information(capacity_of(configuration, answers), allowed)
    return gains(allowed, answers, spreads)


def capacity_of(configuration: Configuration, answers: Sequence[Given]) -> float:
    """The last estimate."""
    return history(configuration, answers)[-1].capacity


def history(configuration: Configuration, answers: Sequence[Given]) -> Sequence[Estimate]:
    """The estimate before any answer, then after each."""
    outcomes = [one.outcome for one in answers]
    return estimates(configuration.first_capacity, configuration.variation_percent, outcomes)


def allowed_items(
    configuration: Configuration, items: Sequence[Item], answers: Sequence[Given], excluded: Collection[str]
) -> Sequence[Item]:
    """The filters of A2.2, in order: competences never met first, then topics and skills not asked yet, then what is
    not of the last competences."""
    pool = [one for one in items if one.skill not in excluded] if excluded else items
    found = _never_met(pool, answers) if configuration.through_all_competences else ()
    found = found or _not_asked(pool, answers, configuration.one_question_per_topic)
    gap = configuration.between_same_competence
    recent = {one.item.competence for one in answers[-gap:]} if gap else set()
    return [one for one in found if one.competence not in recent] or found


def _never_met(pool: Sequence[Item], answers: Sequence[Given]) -> Sequence[Item]:
    met = {one.item.competence for one in answers}
    return [one for one in pool if one.competence not in met]


def _not_asked(pool: Sequence[Item], answers: Sequence[Given], by_topic: bool) -> Sequence[Item]:
    skills = {one.item.skill for one in answers}
    topics = {one.item.topic for one in answers} if by_topic else set()
    return [one for one in pool if one.topic not in topics and one.skill not in skills]


def most_informative(capacity: float, items: Sequence[Item], most: int) -> Sequence[Item]:
    """The items of greatest information at this capacity, the best first; equals keep their order."""
    return ranked(items, information(capacity, items), most)


def information(capacity: float, items: Sequence[Item]) -> Floats:
    """Fisher's, by item: a² P (1 − P)."""
    slopes = np.array([one.discrimination for one in items])
    away = slopes * (capacity - np.array([one.difficulty for one in items]))
    found: Floats = slopes**2 * np.exp(-np.logaddexp(0.0, away) - np.logaddexp(0.0, -away))
    return found


T = TypeVar("T")


def tossed(ranked: Sequence[T], percent: int, random: Random) -> T:
    """The first on which the coin falls right; the last one when it never does."""
    for one in ranked[:-1]:
        if random.random() * 100 < percent:
            return one
    return ranked[-1]


@lru_cache(maxsize=64)
def _order(size: int, seed: int) -> Sequence[int]:
    return Random(f"{seed} order").sample(range(size), size)
