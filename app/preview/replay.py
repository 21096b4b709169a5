"""The paths of a task in an environment, replayed: what each action does to the conditions of the goal. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.content.environments.world import Action
from app.content.kinds.environment import EnvironmentChallenge

PLACE = "chemin"


@dataclass(frozen=True)
class ReplayedStep:
    """The state after an action; none for the start."""

    name: str
    action: Action | None
    holds: tuple[bool, ...]
    idle: bool = False
    """It changes nothing: a mistake of writing."""


@dataclass(frozen=True)
class ReplayedPath:
    """The path (rank 0), or a wrong one."""

    rank: int
    steps: tuple[ReplayedStep, ...]
    conditions: tuple[tuple[str, bool], ...]
    """Each in words, and whether it holds in the end."""

    @property
    def reached(self) -> bool:
        return all(holds for _, holds in self.conditions)

    @property
    def held(self) -> bool:
        """The path reaches the goal, a wrong one misses it."""
        return self.reached == (self.rank == 0)


def replayed(body: EnvironmentChallenge) -> tuple[ReplayedPath, ...]:
    """The path, then each wrong one."""
    return tuple(_replayed(body, rank) for rank in range(1 + len(body.wrong_paths)))


def kept_after(body: EnvironmentChallenge, name: str) -> str | None:
    """The state that `chemin-<path>-<actions>` names; none when there is no such path or it is shorter."""
    place, *numbers = name.split("-")
    if place != PLACE or len(numbers) != 2 or not all(one.isdecimal() and len(one) < 4 for one in numbers):
        return None
    rank, actions = int(numbers[0]), int(numbers[1])
    if rank > len(body.wrong_paths) or actions > len(_path(body, rank)):
        return None
    return _after(body, _path(body, rank)[:actions])


def _replayed(body: EnvironmentChallenge, rank: int) -> ReplayedPath:
    state = body.environment.opened()
    steps = [ReplayedStep(f"{PLACE}-{rank}-0", None, _holds(body, state))]
    for number, action in enumerate(_path(body, rank), 1):
        after = body.environment.acted(state, action)
        steps.append(ReplayedStep(f"{PLACE}-{rank}-{number}", action, _holds(body, after), after == state))
        state = after
    says = (one.says for one in body.goal)
    return ReplayedPath(rank, tuple(steps), tuple(zip(says, steps[-1].holds, strict=True)))


def _path(body: EnvironmentChallenge, rank: int) -> Sequence[Action]:
    return body.wrong_paths[rank - 1] if rank else body.path


def _after(body: EnvironmentChallenge, actions: Sequence[Action]) -> str:
    state = body.environment.opened()
    for action in actions:
        state = body.environment.acted(state, action)
    return state


def _holds(body: EnvironmentChallenge, state: str) -> tuple[bool, ...]:
    facts = body.environment.facts(body.environment.read(state))
    return tuple(one.holds(facts) for one in body.goal)
