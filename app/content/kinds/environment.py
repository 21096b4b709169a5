"""A task in a simulated environment, judged on what it has become."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from app.content.challenge import Answer, Challenge, Grade, SolutionLine, first
from app.content.environments import AnyWorld
from app.content.environments.goal import Condition, goal_faults, reached
from app.content.environments.world import Fact
from app.content.parts import Fault
from app.lib.msgids import N_

NOTHING_DONE = N_(
    "Rien n’a encore changé : agissez dans la fenêtre ci-dessus, puis validez. Vous pouvez aussi passer la question."
)

Path = Annotated[tuple[dict[str, str], ...], msgspec.Meta(min_length=1)]
"""Actions, in order, as the component's forms send them."""


class EnvironmentChallenge(Challenge, kw_only=True, frozen=True, tag="environment"):
    """Right when every condition of the goal holds in the state that was left. The answer is that state."""

    environment: AnyWorld
    goal: Annotated[tuple[Condition, ...], msgspec.Meta(min_length=1)]
    path: Path
    """Actions that reach the goal: proof that it can be reached, replayed by the tests, never shown."""
    wrong_paths: tuple[Path, ...] = ()
    """Mistakes people make, each of which must miss the goal."""

    def refusal(self, answer: Answer) -> dict[str, str]:
        kept = first(answer)
        return {"": NOTHING_DONE} if not kept or kept == self.environment.opened() else {}

    def grade(self, answer: Answer) -> Grade:
        facts = self._facts(first(answer))
        return Grade(reached(self.goal, facts), {one.says: one.holds(facts) for one in self.goal})

    def solution(self) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine("", (one.says,)) for one in self.goal)

    def right_answers(self) -> Iterator[Answer]:
        yield {"": (self._after(self.path),)}

    def wrong_answers(self) -> Iterator[Answer]:
        yield {"": (self.environment.opened(),)}
        for path in self.wrong_paths:
            yield {"": (self._after(path),)}

    def faults(self) -> Iterator[Fault]:
        yield from self.environment.faults()
        yield from goal_faults(self.goal)
        if reached(self.goal, self._facts(self.environment.opened())):
            yield Fault(("goal",), "K062", "le but est déjà atteint au départ", "ajoutez une condition")
        end = self._facts(self._after(self.path))
        for position, one in enumerate(self.goal):
            if not one.holds(end):
                yield Fault(("goal", position), "K063", "`path` n’y mène pas", "corrigez le but ou le chemin")
            for name in one.facts_named():
                if name not in end:
                    yield Fault(("goal", position), "K064", f"le fait « {name} » n’existe pas", _names(end))
        for position, path in enumerate(self.wrong_paths):
            if reached(self.goal, self._facts(self._after(path))):
                yield Fault(("wrong_paths", position), "K065", "ce chemin atteint le but", "corrigez-le ou ôtez-le")
        yield from self._idle_steps()

    def _idle_steps(self) -> Iterator[Fault]:
        """An action that changes nothing is a mistake of writing: a wrong id, a control not on the screen."""
        for at, path in (("path", self.path), *((f"wrong_paths.{n}", one) for n, one in enumerate(self.wrong_paths))):
            state = self.environment.opened()
            for position, action in enumerate(path):
                after = self.environment.acted(state, action)
                if after == state:
                    yield Fault(
                        (at, position),
                        "K066",
                        f"cette action ne change rien : {action}",
                        "vérifiez ses noms et ses ids",
                    )
                state = after

    def _after(self, path: Path) -> str:
        state = self.environment.opened()
        for action in path:
            state = self.environment.acted(state, action)
        return state

    def _facts(self, kept: str) -> dict[str, Fact]:
        return dict(self.environment.facts(self.environment.read(kept)))


def _names(facts: dict[str, Fact]) -> str:
    return "les faits sont : " + ", ".join(sorted(facts)[:40])
