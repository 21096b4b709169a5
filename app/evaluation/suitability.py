"""Sparing a learner the challenges that ask for what she cannot do. Pure.

A challenge says by its marks what it asks for; a learner declares on the account the marks she cannot meet.
Three rules, from the best to the last resort: a challenge of the skill that she can do; another skill that has one;
and when nothing else can be asked, the challenge all the same: she may pass it.
Without needs nothing is sorted: the path of an assessment is the one it always had.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from app.content.challenge import Mark
from app.evaluation.placement import Question


def is_impossible(marks: Iterable[Mark], needs: Collection[Mark]) -> bool:
    """Whether a challenge of these marks asks for something among the needs."""
    return any(mark in needs for mark in marks)


def most_suitable(questions: Sequence[Question]) -> Sequence[Question]:
    """Of the challenges left in a skill, those that can be done, in the same order; all of them when none can."""
    return [one for one in questions if not one.impossible] or questions
