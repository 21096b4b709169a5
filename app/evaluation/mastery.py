"""Which skills of a topic are held, from the probability that each is mastered: the Bayesian engine's inferences. Pure.

What was asked directly in the assessment stands, whatever is believed. A skill shown as validated is withdrawn only
after a wrong answer on its topic, in the same assessment. None is inferred where nothing of the competence was right.
"""

from __future__ import annotations

from datetime import datetime

from app.evaluation.belief.grid import Floats
from app.evaluation.knowledge import NOTHING_KNOWN, Element, TopicKnowledge
from app.evaluation.placement import PreparedScope, Situation

SURE = 0.9
"""The probability from which a skill that was not asked is taken as held, or as missing, before the end: no more than
one in ten is wrong. The certainty of the level says how wrong the whole may be."""


LIKELIER = 0.5
"""The same at the end: whichever is likelier."""


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
    contradicted, succeeded = not all(answered.values()), _succeeded(scope, situation, topic)
    after = dict(before)
    for level in scope.levels[topic]:
        if level in answered:
            said = before.get(level)
            if said is None or said.assessment != assessment or not said.direct:
                after[level] = Element(answered[level], True, assessment, at)
            continue
        inferred = _inferred(float(mastery[level]), sure, succeeded)
        if inferred is None:
            continue
        held = counted.get(level)
        if held is None or (held.validated != inferred and _may_change(held, inferred, contradicted, assessment)):
            after[level] = Element(inferred, False, assessment, at)
    return before if after == before else after


def _succeeded(scope: PreparedScope, situation: Situation, topic: str) -> bool:
    """Whether something was ever right in the competence of this topic."""
    code = scope.competence_of[topic]
    right = [one.topic for one in situation.given if one.right] + [one.topic for one in situation.carried if one.right]
    return any(scope.competence_of.get(one) == code for one in right)


def _inferred(probability: float, sure: float, succeeded: bool) -> bool | None:
    if succeeded and probability >= sure:
        return True
    return False if sure == LIKELIER or probability <= 1 - sure else None


def _may_change(held: Element, inferred: bool, contradicted: bool, assessment: int) -> bool:
    """Whether an inference replaces what is held: never what this assessment asked, a success only if contradicted."""
    if held.direct and held.assessment == assessment:
        return False
    return inferred or contradicted
