"""What comes next in an assessment: every outcome is a named case. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from app.content.index import PlayableChallenge
from app.evaluation.results import checkpoint_due
from app.evaluation.runs import Given, Run


@dataclass(frozen=True)
class Asking:
    """A challenge to answer."""

    challenge: PlayableChallenge


@dataclass(frozen=True)
class Checkpoint:
    """The recap of the answers since the last one; `final` when nothing is left to ask."""

    given: tuple[Given, ...]
    final: bool


@dataclass(frozen=True)
class Done:
    """Everything was asked and seen."""


@dataclass(frozen=True)
class Aborted:
    """Replaced by another one, after a reset."""


@dataclass(frozen=True)
class OnHold:
    """Nothing can be answered for now."""

    why: str


Step = Asking | Checkpoint | Done | Aborted | OnHold


def step_of(run: Run) -> Step:
    """What to show now: the answered challenge is never shown again, a checkpoint not yet left always is."""
    if run.state == "aborted":
        return Aborted()
    if run.hold and run.state == "started":
        return OnHold(run.hold)
    answers, completed = len(run.given), run.state == "completed"
    seen = run.checkpoint_seen >= answers
    if run.scope.checkpoints and ((completed and answers and not seen) or checkpoint_due(answers, seen=seen)):
        return Checkpoint(since_last_checkpoint(run), completed)
    challenge = run.asked()
    if completed or run.state == "ended" or challenge is None:
        return Done()
    return Asking(challenge)


def since_last_checkpoint(run: Run) -> tuple[Given, ...]:
    """The answers given since the checkpoint left last; at least the last ones when it is the very last recap."""
    return run.given[run.checkpoint_seen :] or run.given
