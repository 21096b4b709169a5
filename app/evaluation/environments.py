"""The state of a simulated environment during an assessment: kept on the server, the same on every device."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.content.environments.world import Action, World
from app.evaluation.tables import EnvironmentState
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

MOST_STEPS = 500
"""Actions on one challenge; the window then only starts again."""


@dataclass(frozen=True)
class Kept:
    """A state, and how many actions led to it: an action says on which one it was made."""

    state: str
    step: int


async def kept(assessment: int, challenge: str, world: World) -> Kept:
    """Where the environment stands; as its author left it, before the first action."""
    rows = await EnvironmentState.select(EnvironmentState.state, EnvironmentState.step).where(
        (EnvironmentState.assessment == assessment) & (EnvironmentState.challenge == challenge)
    )
    return Kept(rows[0]["state"], rows[0]["step"]) if rows else Kept(world.opened(), 0)


async def act(assessment: int, challenge: str, world: World, before: Kept, action: Action, now: datetime) -> None:
    """One action on the state `before`; one made on an older state (a double click, another device) does nothing."""
    resets = action.get("do") == "reset"
    after = world.opened() if resets else world.acted(before.state, action)
    if after == before.state or (before.step >= MOST_STEPS and not resets):
        return
    if before.step == 0:
        await leave(assessment, challenge, after, now)
        return
    async with write_transaction():
        await EnvironmentState.update(
            {EnvironmentState.state: after, EnvironmentState.step: before.step + 1, EnvironmentState.at: now}
        ).where(
            (EnvironmentState.assessment == assessment)
            & (EnvironmentState.challenge == challenge)
            & (EnvironmentState.step == before.step)
        )


async def leave(assessment: int, challenge: str, state: str, now: datetime) -> None:
    """The first state somebody leads to; one that is there stays."""
    try:
        async with write_transaction():
            await EnvironmentState.insert(
                EnvironmentState(assessment=assessment, challenge=challenge, state=state, step=1, at=now)
            )
    except Exception as error:
        if not is_unique_violation(error):
            raise
