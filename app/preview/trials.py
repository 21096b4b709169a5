"""A challenge tried in the preview: an assessment of one question, kept in the memory of this process, for its author.

It is what the pages of the evaluation want to show, so that they are shown and not imitated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from app.content.bank import Bank
from app.content.environments.world import Action
from app.content.index import PlayableChallenge
from app.evaluation.environments import Kept
from app.evaluation.placement import prepare_scope
from app.evaluation.runs import Run
from app.evaluation.scope import Scope
from app.preview.playables import index_for, playable_in

MOST_TRIALS = 5_000
TITLE = "Pix"


@dataclass(frozen=True)
class Trial:
    """One frame of a page: the challenge it shows, and what has become of it there."""

    number: int
    challenge: str
    language: str
    fingerprint: str
    kept: Kept | None
    timer_started_at: datetime | None = None

    @property
    def address(self) -> str:
        return f"/evaluations/{self.number}"


class Trials:
    """Those of this process, by number and by the frame they are in."""

    def __init__(self) -> None:
        self._by_number: dict[int, Trial] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._next: Iterator[int] = count(1)

    def opened(self, challenge: PlayableChallenge, language: str, frame: str) -> Trial:
        """The trial of a frame; a new one when the challenge has changed since."""
        key = (challenge.id, language, frame)
        number = self._numbers.get(key)
        found = self._by_number.get(number) if number else None
        if found is not None and found.fingerprint == challenge.fingerprint:
            return found
        if len(self._by_number) >= MOST_TRIALS:
            self._by_number.clear()
            self._numbers.clear()
        number = self._numbers[key] = next(self._next)
        world = challenge.body.environment
        kept = Kept(world.opened(), 0) if world else None
        return self.keep(Trial(number, challenge.id, language, challenge.fingerprint, kept))

    def numbered(self, number: int) -> Trial | None:
        return self._by_number.get(number)

    def keep(self, trial: Trial) -> Trial:
        self._by_number[trial.number] = trial
        return trial


def run_of(bank: Bank, trial: Trial, at: datetime) -> Run | None:
    """The assessment that a trial looks like; none when its challenge is gone or cannot be read."""
    playable = playable_in(bank, trial.challenge, trial.language)
    if playable is None:
        return None
    return Run(
        id=trial.number,
        user=0,
        release=0,
        engine="",
        state="started",
        checkpoint_seen=0,
        challenge=playable.id,
        asked_at=at,
        timer_started_at=trial.timer_started_at,
        focus_lost_at=None,
        notice="",
        started_at=at,
        scope=Scope(TITLE, trial.address, trial.address, "fixed", challenges=(playable.id,)),
        prepared=prepare_scope((), {}),
        index=index_for(bank, playable, trial.language),
        given=(),
        known={},
        stored={},
        environment=trial.kept,
    )


def acted(trial: Trial, challenge: PlayableChallenge, step: str, action: Action) -> Trial:
    """After one action in its environment; an action made on an older state does nothing."""
    world, before = challenge.body.environment, trial.kept
    if world is None or before is None or step != str(before.step):
        return trial
    after = world.opened() if action.get("do") == "reset" else world.acted(before.state, action)
    return trial if after == before.state else replace(trial, kept=Kept(after, before.step + 1))
