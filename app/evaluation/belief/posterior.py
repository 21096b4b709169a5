"""The posterior of the abilities: messages from the answers up to the general ability, and back down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.evaluation.belief.evidence import Answered, Remembered
from app.evaluation.belief.grid import MASTERED, NODES, Floats, edge_of
from app.evaluation.belief.responses import Curve, log_likelihood
from app.evaluation.belief.spreads import Tree


@dataclass(frozen=True, eq=False)
class Belief:
    """The topics wanted, in their order, one row each; columns are the points of the grid.

    `abilities`: the posterior of the ability in each topic. What is needed to go on from there: `likelihood`, what the
    answers of the topic say; `message`, the same as seen from its competence; `common`, the posterior of the ability in
    its competence (not normalised).
    """

    tree: Tree
    abilities: Floats
    likelihood: Floats
    message: Floats
    common: Floats

    def mastery(self) -> Floats:
        """By topic (rows) and level (columns, 0 to 8): the probability that a skill is mastered."""
        return self.abilities @ MASTERED.T


def believe(
    tree: Tree,
    topics: Sequence[str],
    competence_of: Mapping[str, str],
    answered: Iterable[Answered] = (),
    remembered: Iterable[Remembered] = (),
) -> Belief:
    """What the answers let believe of these topics, all those of the same person taken into account.

    `competence_of`: of these topics and of those answered; a topic that the content no longer has is left out.
    """
    remembered = [one for one in remembered if one.topic in competence_of]
    answered = [one for one in answered if one.topic in competence_of]
    seen = {*topics, *(one.topic for one in remembered), *(one.topic for one in answered)}
    rows = sorted((competence_of[topic], topic) for topic in seen)
    place = {topic: row for row, (_, topic) in enumerate(rows)}
    likelihood = _likelihood(place, answered, remembered)
    message = likelihood @ tree.to_topic.T
    starts = [row for row, (code, _) in enumerate(rows) if row == 0 or rows[row - 1][0] != code]
    together = np.multiply.reduceat(message, starts, axis=0)
    upward = np.log(together @ tree.to_competence.T)
    others = np.log(tree.general) + upward.sum(axis=0) - upward
    others = np.exp(others - others.max(axis=1, keepdims=True))
    of_competence = (others @ tree.to_competence) * together
    group = np.repeat(np.arange(len(starts)), np.diff([*starts, len(rows)]))
    wanted = np.array([place[topic] for topic in topics], dtype=int)
    common = of_competence[group[wanted]]
    return Belief(
        tree,
        _normalised(likelihood[wanted] * ((common / message[wanted]) @ tree.to_topic)),
        likelihood[wanted],
        message[wanted],
        common,
    )


def _likelihood(place: Mapping[str, int], answered: Sequence[Answered], remembered: Sequence[Remembered]) -> Floats:
    """What the answers say of each topic; 1 at the likeliest ability."""
    logs = np.zeros((len(place), len(NODES)))
    if remembered:
        weights = np.array([one.weight for one in remembered])
        said = _LAST_TIME[[int(one.right) for one in remembered], [one.level for one in remembered]]
        np.add.at(logs, [place[one.topic] for one in remembered], weights[:, None] * said)
    for one in answered:
        logs[place[one.topic]] += log_likelihood(one.curve, one.right)
    likelihood: Floats = np.exp(logs - logs.max(axis=1, keepdims=True))
    return likelihood


def _normalised(rows: Floats) -> Floats:
    whole: Floats = rows / rows.sum(axis=1, keepdims=True)
    return whole


_LAST_TIME: Floats = np.array(
    [[log_likelihood(Curve(edge_of(level)), right) for level in range(len(MASTERED))] for right in (False, True)]
).astype(float)
"""What a remembered answer says, by its result (wrong, right) and level: the challenge is forgotten, not its skill."""
