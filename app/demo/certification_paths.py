"""Single tests played question by question, a line of JSON for each: the simulator of those who set the rules.

Source: facts of certification, section A4. The answers come from a list, from chance, or from somebody of one capacity.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Final

import msgspec

from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.capacity import success
from app.evaluation.certifying.choice import history, information, next_question
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.placement import Finished

RIGHT: Final = "ok"
RESULTS: Final = (RIGHT, "ko", "aband")
SURE: Final = 0.95
"""The chance of success that the capability asked by a question stands for."""

Answers = Callable[[Item, int], str | None]
"""The result of a question, by its rank; None when the source has no more."""


class BadScenario(ValueError):
    """What was asked of the simulator means nothing."""


@dataclass(frozen=True)
class Plan:
    """The rules, the questions, where to stop."""

    configuration: Configuration
    items: Sequence[Item]
    stop_at: int


def paths(plan: Plan, sources: Sequence[Answers], seed: int) -> Iterator[str]:
    """A line of JSON for each source."""
    for index, source in enumerate(sources):
        yield json.dumps({"index": index, "questions": list(_played(plan, source, seed * 1_000_000 + index))})


def from_file(path: Path) -> Sequence[Answers]:
    """A source for each row of a CSV file. Raises `BadScenario`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [[cell.strip() for cell in row if cell.strip()] for row in csv.reader(file)]
    if unknown := {cell for row in rows for cell in row} - set(RESULTS):
        raise BadScenario(f"{sorted(unknown)[0]!r} is none of {', '.join(RESULTS)}")
    return [_listed(row) for row in rows if row]


def by_chance(weights: Mapping[str, float], runs: int, seed: int) -> Sequence[Answers]:
    """Each result with its own probability, whatever the question."""
    return [_drawn(weights, f"{seed} {run}") for run in range(runs)]


def of_capacity(capacity: float, runs: int, seed: int) -> Sequence[Answers]:
    """Somebody who succeeds as the items say for this capacity."""
    return [_able(capacity, f"{seed} {run}") for run in range(runs)]


def changed(configuration: Configuration, changes: Sequence[str]) -> Configuration:
    """The same rules but for `name=value`. Raises `BadScenario`."""
    raw = msgspec.to_builtins(configuration)
    for one in changes:
        name, _, value = one.partition("=")
        if name not in raw:
            raise BadScenario(f"{name!r} is none of {', '.join(raw)}")
        raw[name] = None if value == "none" else value
    try:
        return msgspec.convert(raw, Configuration, strict=False)
    except msgspec.ValidationError as error:
        raise BadScenario(str(error)) from error


def _played(plan: Plan, source: Answers, seed: int) -> Iterator[Mapping[str, object]]:
    answers: list[Given] = []
    for rank in islice(count(), plan.stop_at):
        one = next_question(plan.configuration, plan.items, answers, (), seed)
        result = None if isinstance(one, Finished) else source(one, rank)
        if isinstance(one, Finished) or result is None:
            return
        before = history(plan.configuration, answers)[-1].capacity
        answers.append(Given(one, result == RIGHT))
        yield _told(one, result, before, plan.configuration, answers)


def _told(
    one: Item, result: str, before: float, configuration: Configuration, answers: Sequence[Given]
) -> Mapping[str, object]:
    after = history(configuration, answers)[-1]
    return {
        "challenge": one.id,
        "minimum_capability": one.difficulty - math.log(1 / SURE - 1) / one.discrimination,
        "difficulty": one.difficulty,
        "discriminant": one.discrimination,
        "reward": float(information(before, [one])[0]),
        "error_rate": after.standard_error,
        "answer": result,
        "capacity": after.capacity,
    }


def _listed(row: Sequence[str]) -> Answers:
    return lambda _, rank: row[rank] if rank < len(row) else None


def _drawn(weights: Mapping[str, float], fate: str) -> Answers:
    results = list(weights)
    return lambda _, rank: Random(f"{fate} {rank}").choices(results, list(weights.values()))[0]


def _able(capacity: float, fate: str) -> Answers:
    def answer(one: Item, rank: int) -> str:
        chance = success(one.discrimination, one.difficulty, capacity)
        return RIGHT if Random(f"{fate} {rank}").random() < chance else "ko"

    return answer
