"""What is expected of abilities nobody sees, given the answers: the messages of `belief/posterior.py`, for many. Pure.

Up from the answers to the general ability of each person, and back down: from there, how many people of each ability
succeeded at each challenge and failed it, and how often an ability goes with the one above it in the tree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from app.evaluation.belief.grid import NODES, Floats
from app.evaluation.belief.spreads import Tree
from app.evaluation.calibration.gathering import Batch

POINTS = len(NODES)
NEXT_TO_NOTHING = 1e-200
"""Hundreds of answers make an ability less likely than a number can tell: it must not become a division by zero."""


@dataclass(eq=False)
class Expected:
    """`outcomes`: by item and result (twice the item, one more when right), how many people at each point.

    `general`: how many people at each point. `competences`, `topics`: how often an ability (columns) was below another
    one (rows). `likelihood`: logarithm of how likely the answers were.
    """

    outcomes: Floats
    general: Floats = field(default_factory=lambda: np.zeros(POINTS))
    competences: Floats = field(default_factory=lambda: np.zeros((POINTS, POINTS)))
    topics: Floats = field(default_factory=lambda: np.zeros((POINTS, POINTS)))
    likelihood: float = 0.0


def expect(batches: Iterable[Batch], tree: Tree, logs: Floats) -> Expected:
    """`logs`: by item and result, the logarithm of its chance at each point."""
    found = Expected(np.zeros_like(logs))
    for batch in batches:
        _add(found, batch, tree, logs)
    return found


def _add(found: Expected, batch: Batch, tree: Tree, logs: Floats) -> None:
    said = np.add.reduceat(logs[batch.outcome], batch.answers, axis=0)
    of_topics, scale = _likely(said)
    from_topics = of_topics @ tree.to_topic.T
    said = np.add.reduceat(np.log(from_topics), batch.topics, axis=0)
    of_competences, of_scale = _likely(said)
    from_competences = of_competences @ tree.to_competence.T
    said = np.log(tree.general) + np.add.reduceat(np.log(from_competences), batch.competences, axis=0)
    general, last_scale = _likely(said)
    whole = general.sum(axis=1)
    found.likelihood += float(np.log(whole).sum() + last_scale.sum() + of_scale.sum() + scale.sum())
    general /= whole[:, None]
    found.general += general.sum(axis=0)
    competences = _down(general[batch.person], from_competences, of_competences, tree.to_competence, found.competences)
    topics = _down(competences[batch.competence], from_topics, of_topics, tree.to_topic, found.topics)
    order = np.argsort(batch.outcome, kind="stable")
    outcomes, starts = np.unique(batch.outcome[order], return_index=True)
    found.outcomes[outcomes] += np.add.reduceat(topics[batch.topic[order]], starts, axis=0)


def _likely(logs: Floats) -> tuple[Floats, Floats]:
    """The likelihood by row, 1 at its highest, and the logarithm of what it was divided by."""
    highest: Floats = logs.max(axis=1)
    likely: Floats = np.maximum(np.exp(logs - highest[:, None]), NEXT_TO_NOTHING)
    return likely, highest


def _down(parents: Floats, messages: Floats, likely: Floats, steps: Floats, pairs: Floats) -> Floats:
    """The posterior of abilities from that of the ones above; adds to `pairs` how often one went with the other."""
    others = parents / messages
    expected = others @ steps
    whole = (expected * likely).sum(axis=1, keepdims=True)
    pairs += (others / whole).T @ likely * steps
    posterior: Floats = expected * likely / whole
    return posterior
