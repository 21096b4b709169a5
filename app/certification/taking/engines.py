"""The placement engines of the certification: one for each version of its configuration, and for adjusted tests.

Registered when this is imported: an assessment keeps the name of its engine, hence the version of its rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from weakref import WeakKeyDictionary

from app.certification.scoring.configurations import versions
from app.content.releases import current_index
from app.evaluation.certifying.certifying_placement import CertifyingPlacement
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.engines import register
from app.evaluation.knowledge import TopicKnowledge
from app.evaluation.placement import Ask, Finished, PreparedScope, Situation

SPARED = ("sight", "colour")
"""Marks of the challenges that an adjusted test does not ask: who sees badly, or no colours, can do the others."""


def engine_name(configuration: Configuration, *, adjusted: bool) -> str:
    """As assessments keep it: `certif-20260901`, and `-a` for an adjusted test."""
    return f"certif-{configuration.starts:%Y%m%d}{'-a' if adjusted else ''}"


def configuration_named(engine: str) -> Configuration:
    """The configuration behind an engine of ours. Raises `LookupError` for another."""
    return _BY_NAME[engine]


@dataclass(frozen=True)
class AdjustedPlacement:
    """The same test among the accessible challenges."""

    plain: CertifyingPlacement
    name: str
    known_at_the_end: float = 1.0

    def estimate(self, scope: PreparedScope, situation: Situation) -> float:
        """The capacity."""
        return self.plain.estimate(scope, situation)

    def next(self, scope: PreparedScope, situation: Situation) -> Ask | Finished:
        """The next accessible question, or why there is none."""
        return self.plain.next(_accessible(scope), situation)

    def learn(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """Nothing."""
        return self.plain.learn(scope, situation, at)

    def conclude(self, scope: PreparedScope, situation: Situation, at: datetime) -> Mapping[str, TopicKnowledge]:
        """Nothing."""
        return self.plain.conclude(scope, situation, at)


def _accessible(scope: PreparedScope) -> PreparedScope:
    """The scope where what asks to see is marked as impossible; scopes live long, and are compared by identity."""
    found = _made.get(scope)
    if found is None:
        challenges = current_index().challenges
        topics = tuple(
            replace(
                topic,
                skills=tuple(
                    replace(
                        skill,
                        questions=tuple(
                            replace(one, impossible=True)
                            if one.id not in challenges or any(mark in SPARED for mark in challenges[one.id].body.marks)
                            else one
                            for one in skill.questions
                        ),
                    )
                    for skill in topic.skills
                ),
            )
            for topic in scope.topics
        )
        found = _made[scope] = replace(scope, topics=topics)
    return found


_made: WeakKeyDictionary[PreparedScope, PreparedScope] = WeakKeyDictionary()
_BY_NAME: dict[str, Configuration] = {}


def _register_all() -> None:
    for one in versions():
        if one.framework != "core":
            continue
        plain = CertifyingPlacement(one, engine_name(one, adjusted=False))
        adjusted = AdjustedPlacement(plain, engine_name(one, adjusted=True))
        for engine in (plain, adjusted):
            _BY_NAME[engine.name] = one
            register(engine)


_register_all()
