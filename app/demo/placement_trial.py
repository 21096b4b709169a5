"""Whole people take the tests of all competences, some days apart, once with each engine.

The same people with the same luck: a question put by two engines has the same answer. An engine is judged against what
the person truly masters, which it never sees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.demo.simulated_bank import Bank
from app.demo.simulated_people import Person, Truth, draw_people
from app.demo.simulated_rivals import Tireless
from app.demo.simulated_test import Sitting, Taken, take
from app.evaluation.knowledge import TopicKnowledge
from app.evaluation.placement import PlacementEngine

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
BETWEEN_TESTS = timedelta(days=4)
REFERENCE = "reference"
TIRELESS: Mapping[str, PlacementEngine] = {"bayesian": Tireless()}
"""By engine, the one that goes on when it stops."""


@dataclass(frozen=True)
class Trial:
    """The tests taken, by engine; in the same order for all, that of the people and of their competences."""

    bank: Bank
    truth: Truth
    taken: Mapping[str, Sequence[Taken]]


def trial(
    bank: Bank, truth: Truth, engines: Sequence[PlacementEngine], learners: int, seed: int, only: Sequence[str] = ()
) -> Trial:
    """`only`: the competences tested, all of them when empty. The same seed gives the same figures, but for time.

    When the reference is among the engines, those that can are played on until they have asked as much as it did.
    """
    people = draw_people(bank, truth, learners, seed)
    in_order = sorted(engines, key=lambda engine: engine.name != REFERENCE)
    taken: dict[str, Sequence[Taken]] = {}
    for engine in in_order:
        lengths = [one.questions for one in taken.get(REFERENCE, ())]
        taken[engine.name] = _by_all(bank, people, engine, lengths, only)
    return Trial(bank, truth, {engine.name: taken[engine.name] for engine in engines})


def _by_all(
    bank: Bank, people: Sequence[Person], engine: PlacementEngine, lengths: Sequence[int], only: Sequence[str]
) -> Sequence[Taken]:
    taken: list[Taken] = []
    for person in people:
        latest: dict[str, TopicKnowledge] = {}
        codes = [code for code in person.order if not only or code in only]
        for rank, code in enumerate(codes):
            number = person.number * 100 + rank + 100
            sitting = Sitting(bank.by_code[code], person, number, EPOCH + rank * BETWEEN_TESTS, latest)
            until = lengths[len(taken)] if lengths else 0
            taken.append(take(engine, sitting, TIRELESS.get(engine.name), until))
            latest = sitting.latest
    return taken
