"""What answers say about a person: elements of knowledge, by topic and level, and what one answer adds.

Source of the rules: facts of evaluation, sections 2.4 (inference) and 3.6 (what is asked again).
A topic holds at most one skill per level, so that (topic, level) names a skill; knowledge is stored per
(user, topic) as the latest element of each level. A level without element is unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

import msgspec


class Element(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One level of one topic: validated or not, asked directly or inferred, in which assessment, when.

    `at` is an aware UTC datetime; storage keeps whole seconds.
    """

    validated: bool
    direct: bool
    assessment: int
    at: datetime


TopicKnowledge = Mapping[int, Element]
"""Level -> latest element."""

NOTHING_KNOWN: TopicKnowledge = MappingProxyType({})
"""A topic never met, or reset: a reset forgets every element of the competence's topics."""


@dataclass(frozen=True, slots=True)
class TargetSkill:
    """A skill aimed at by an assessment."""

    id: str
    topic: str
    level: int


def apply_answer(
    elements: TopicKnowledge,
    target_levels: Collection[int],
    level: int,
    *,
    validated: bool,
    assessment: int,
    at: datetime,
) -> TopicKnowledge:
    """The topic's elements after an answer on its skill of `level` (evaluation 2.4).

    `target_levels`: the levels of the topic that the assessment aims at; the others are left alone.
    `validated`: whether the result of the answer is "ok". A success validates the lower levels, a failure
    invalidates the higher ones. What this same assessment already said stays; elements of other assessments
    are replaced, because the newest word wins. Returns `elements` itself when the answer teaches nothing.
    """
    if level not in target_levels or _said_by(assessment, elements.get(level)):
        return elements
    inferred = Element(validated, False, assessment, at)
    after = dict(elements)
    after[level] = Element(validated, True, assessment, at)
    for other in target_levels:
        implied = other < level if validated else other > level
        if implied and not _said_by(assessment, elements.get(other)):
            after[other] = inferred
    return after


def counting(
    elements: TopicKnowledge,
    *,
    assessment: int,
    created_at: datetime,
    forget_failures_after: timedelta | None,
) -> TopicKnowledge:
    """The elements that count for an assessment; the others are asked again (evaluation 3.6).

    `forget_failures_after`: None for a first competence test, where everything counts. For a retry or a
    campaign, the delay: an element counts when it is validated, said by this very assessment, or younger than
    the delay when the assessment was created (`created_at`).
    """
    if forget_failures_after is None:
        return elements
    limit = created_at - forget_failures_after
    forgotten = [
        level
        for level, one in elements.items()
        if not one.validated and one.assessment != assessment and one.at <= limit
    ]
    if not forgotten:
        return elements
    return {level: one for level, one in elements.items() if level not in forgotten}


def latest(topics: Iterable[TopicKnowledge]) -> datetime | None:
    """When something was last learnt about these topics; None when they were never met."""
    return max((one.at for elements in topics for one in elements.values()), default=None)


def encode(elements: TopicKnowledge) -> str:
    """The column's text, `{"level":[validated,direct,assessment,epoch seconds],…}`: 28 characters a level."""
    return "{" + ",".join(_encoded(level, one) for level, one in elements.items()) + "}"


@lru_cache(maxsize=10_000)
def decode(text: str) -> TopicKnowledge:
    """Read back what `encode` wrote (an answer changes one topic only). Raises `msgspec.MsgspecError` otherwise."""
    return _DECODER.decode(text)


_DECODER = msgspec.json.Decoder(dict[int, Element], strict=False)  # not strict: dates are written as numbers


def _encoded(level: int, one: Element) -> str:
    return f'"{level}":[{one.validated:d},{one.direct:d},{one.assessment},{int(one.at.timestamp())}]'


def _said_by(assessment: int, element: Element | None) -> bool:
    return element is not None and element.assessment == assessment
