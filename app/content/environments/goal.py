"""What must be true of an environment in the end: conditions on its facts. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.content.challenge import EVERY_TREATMENT, Treatments
from app.content.environments.world import Fact
from app.content.parts import Fault, Line, Part
from app.lib.text_matching import fold, matches


class Condition(Part, kw_only=True, frozen=True):
    """One fact and what it must be: exactly one of the tests below.

    `says`: the condition in words, for the correction (« Le message est dans Indésirables »).
    """

    says: Line
    fact: str = ""
    equals: str | int | bool | None = None
    differs: str | int | bool | None = None
    among: tuple[str | int, ...] = ()
    has: tuple[str, ...] = ()
    """Every one of these is in the list (a fact that is a list), or in the text (case and accents ignored)."""
    lacks: tuple[str, ...] = ()
    """None of these is."""
    exactly: tuple[str, ...] | None = None
    """The list holds these and nothing else, in any order."""
    at_least: int | None = None
    at_most: int | None = None
    text: tuple[str, ...] = ()
    """Accepted wordings of a typed text."""
    treatments: Treatments = EVERY_TREATMENT
    any: tuple[Condition, ...] = ()
    """Instead of a fact: one of these conditions is enough."""

    def holds(self, facts: Mapping[str, Fact]) -> bool:
        """Whether it is true; a fact that does not exist makes it false (`differs` and `lacks` included)."""
        if self.any:
            return any(one.holds(facts) for one in self.any)
        value = facts.get(self.fact)
        return value is not None and all(self._tests(value))

    def _tests(self, value: Fact) -> Iterator[bool]:
        if self.equals is not None:
            yield value == self.equals
        if self.differs is not None:
            yield value != self.differs
        if self.among:
            yield value in self.among
        if self.exactly is not None:
            yield isinstance(value, tuple) and sorted(value) == sorted(self.exactly)
        if self.at_least is not None:
            yield _number(value) >= self.at_least
        if self.at_most is not None:
            yield _number(value) <= self.at_most
        if self.text:
            yield isinstance(value, str) and matches(value, self.text, self.treatments)
        yield all(_within(one, value) for one in self.has)
        yield not any(_within(one, value) for one in self.lacks)

    def tests(self) -> int:
        """How many tests its author wrote."""
        given = (self.equals, self.differs, self.exactly, self.at_least, self.at_most)
        lists = (self.among, self.has, self.lacks, self.text, self.any)
        return sum(one is not None for one in given) + sum(bool(one) for one in lists)

    def facts_named(self) -> Iterator[str]:
        if self.any:
            for one in self.any:
                yield from one.facts_named()
        else:
            yield self.fact


def reached(goal: Sequence[Condition], facts: Mapping[str, Fact]) -> bool:
    """Whether every condition holds."""
    return all(one.holds(facts) for one in goal)


def goal_faults(goal: Sequence[Condition]) -> Iterator[Fault]:
    """Conditions that test nothing, or without a fact to test."""
    for position, one in enumerate(goal):
        if one.tests() == 0 or bool(one.fact) == bool(one.any):
            yield Fault(
                ("goal", position),
                "K060",
                "cette condition ne dit pas ce qui doit être vrai",
                "donnez `fact` et un test (`equals`, `has`…), ou `any`",
            )


def _number(value: Fact) -> int:
    if isinstance(value, tuple):
        return len(value)
    return value if isinstance(value, int) else len(value)


def _within(one: str, value: Fact) -> bool:
    if isinstance(value, tuple):
        return one in value
    return isinstance(value, str) and fold(one) in fold(value)
