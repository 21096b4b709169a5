"""The questions of the adaptive test, and the answers that count. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from app.evaluation.belief.responses import Curve
from app.evaluation.certifying.capacity import Outcome


@dataclass(frozen=True, slots=True)
class Item:
    """A question that can be asked, with the curve of its success on the scale of capacities.

    `curve`: the same in its own topic, on the scale of levels, from which those two parameters were drawn.
    """

    id: str
    skill: str
    topic: str
    competence: str
    discrimination: float
    difficulty: float
    curve: Curve | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that counts: the item as it was when it was asked, and whether the result was exactly « ok »."""

    item: Item
    right: bool

    @property
    def outcome(self) -> Outcome:
        return Outcome(self.item.discrimination, self.item.difficulty, self.right)
