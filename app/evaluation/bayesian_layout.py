"""A scope laid out in arrays, once, for the Bayesian engine. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from app.evaluation.belief.doubt import Aims, Mask, Rows
from app.evaluation.belief.grid import MASTERED, Floats
from app.evaluation.belief.responses import Curve, chances, curve_of
from app.evaluation.placement import PreparedScope, Question, ScopeSkill


@dataclass(frozen=True, slots=True)
class Candidate:
    """The questions of a skill that have the same curve: which of them is asked changes nothing to what is learnt."""

    topic: int
    skill: ScopeSkill
    questions: tuple[Question, ...]


@dataclass(frozen=True, eq=False)
class Layout:
    """`topic_ids` give their row to topics. `by_skill`: the candidates of a skill, by their place in `candidates`,
    `topics` and `chances`. `kin`: by row and row, other topics of the same competence."""

    topic_ids: tuple[str, ...]
    aims: Aims
    kin: Mask
    candidates: tuple[Candidate, ...]
    by_skill: Mapping[str, tuple[int, ...]]
    topics: Rows
    chances: Floats


def layout_of(scope: PreparedScope) -> Layout:
    """The layout of a scope; scopes live long, and are compared by identity."""
    found = _laid_out.get(scope)
    if found is None:
        found = _laid_out[scope] = _lay_out(scope)
    return found


_laid_out: WeakKeyDictionary[PreparedScope, Layout] = WeakKeyDictionary()


def _lay_out(scope: PreparedScope) -> Layout:
    candidates: list[Candidate] = []
    curves: list[Curve] = []
    by_skill: dict[str, tuple[int, ...]] = {}
    for row, topic in enumerate(scope.topics):
        for skill in topic.skills:
            by_curve: dict[Curve, list[Question]] = {}
            for one in skill.questions:
                by_curve.setdefault(curve_of(skill.level, one.luck, one.measured), []).append(one)
            by_skill[skill.id] = tuple(range(len(candidates), len(candidates) + len(by_curve)))
            curves += by_curve
            candidates += (Candidate(row, skill, tuple(same)) for same in by_curve.values())
    held = np.array([MASTERED[[skill.level for skill in topic.skills]].sum(axis=0) for topic in scope.topics])
    codes = np.array([scope.competence_of[topic.id] for topic in scope.topics])
    return Layout(
        topic_ids=tuple(topic.id for topic in scope.topics),
        aims=Aims(held, held**2),
        kin=(codes[:, None] == codes[None, :]) & ~np.eye(len(codes), dtype=bool),
        candidates=tuple(candidates),
        by_skill=by_skill,
        topics=np.array([one.topic for one in candidates], dtype=int),
        chances=np.array([chances(curve) for curve in curves]),
    )
