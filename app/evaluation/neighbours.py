"""What others nearby were given lately, for engines that ask neighbours different questions.

The evaluation does not know who sits beside whom: who brings such an engine says how to find out.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from msgspec.structs import replace

from app.evaluation.runs import Run

GivenNearby = Callable[[int, datetime], Awaitable[frozenset[str]]]
"""From an assessment and the time it is to the challenges given lately to others, in one query."""


def register(engine: str, given_nearby: GivenNearby) -> None:
    """Assessments of this engine are told what others nearby were given."""
    _by_engine[engine] = given_nearby


async def beside_others(run: Run, now: datetime) -> Run:
    """The run that knows it, before a question is chosen; the same run when its engine does not mind."""
    given_nearby = _by_engine.get(run.engine)
    if given_nearby is None or run.scope.method == "fixed":
        return run
    return replace(run, nearby=await given_nearby(run.id, now))


_by_engine: dict[str, GivenNearby] = {}
