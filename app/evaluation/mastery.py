"""Which skills of a topic are held, from the probability that each is mastered: the Bayesian engine's inferences. Pure.

What was asked directly in the assessment stands, whatever is believed. A skill shown as validated is withdrawn only
after a wrong answer on its topic, in the same assessment.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.evaluation.belief.grid import Floats
from app.evaluation.knowledge import NOTHING_KNOWN, Element, TopicKnowledge
from app.evaluation.placement import PreparedScope, Situation

SURE = 0.9
"""The probability from which a skill that was not asked is taken as held, or as missing, before the end: no more than
one in ten is wrong. At the end the likelier is taken, and the certainty of the level says how wrong that may be."""


def settle(
    scope: PreparedScope,
    situation: Situation,
    topic: str,
    mastery: Floats,
    sure: float,
    at: datetime,
) -> TopicKnowledge:
    """The elements of a topic after the answers given. `mastery`: by level, the probability that it is mastered.

    `sure`: from which probability to infer, 0.5 to 1. Returns the elements themselves when nothing changes.
    """
    before, assessment = situation.latest.get(topic, NOTHING_KNOWN), situation.seed
    counted = situation.known.get(topic, NOTHING_KNOWN)
    answered = {one.level: one.right for one in situation.given if one.topic == topic}
    contradicted = not all(answered.values())
    after = dict(before)
    for level in scope.levels[topic]:
        if level in answered:
            said = before.get(level)
            if said is None or said.assessment != assessment or not said.direct:
                after[level] = Element(answered[level], True, assessment, at)
            continue
        inferred = _inferred(float(mastery[level]), sure)
        if inferred is None:
            continue
        held = counted.get(level)
        if held is None or (held.validated != inferred and _may_change(held, inferred, contradicted, assessment)):
            after[level] = Element(inferred, False, assessment, at)
    return before if after == before else after


def stated_error(mastery: Sequence[float]) -> float:
    """The share of these skills expected to be classified wrong, when each is taken as the likelier."""
    return sum(min(one, 1 - one) for one in mastery) / len(mastery) if mastery else 0.0


def _inferred(probability: float, sure: float) -> bool | None:
    if probability >= sure:
        return True
    return False if probability <= 1 - sure else None


def _may_change(held: Element, inferred: bool, contradicted: bool, assessment: int) -> bool:
    """Whether an inference replaces what is held: never what this assessment asked, a success only if contradicted."""
    if held.direct and held.assessment == assessment:
        return False
    return inferred or contradicted
