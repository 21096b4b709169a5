"""The states a challenge is reviewed in: asked, sent empty, passed, each right answer, each wrong one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from app.content.challenge import Answer, Challenge
from app.content.kinds import AnyChallenge
from app.content.kinds.environment import EnvironmentChallenge
from app.evaluation.correction import CorrectedField, correct

What = Literal["asked", "start", "empty", "passed", "right", "wrong"]
Outcome = Literal["", "right", "wrong", "refused"]

ASKED, START, EMPTY, PASSED, RIGHT, WRONG = "posee", "depart", "vide", "passee", "juste", "fausse"


@dataclass(frozen=True)
class ReviewedState:
    """`name` is its place in the addresses, `rank` counts those of the same sort. `held`: it ends as it must."""

    name: str
    what: What
    rank: int = 0
    answer: Answer | None = None
    words: tuple[str, ...] = ()
    """What is given, as the correction tells it."""
    outcome: Outcome = ""
    held: bool = True


def states(body: AnyChallenge) -> tuple[ReviewedState, ...]:
    """Every state, in the order of a review."""
    return tuple(_states(body))


def _states(body: AnyChallenge) -> Iterator[ReviewedState]:
    if body.timer is not None:
        yield ReviewedState(START, "start")
    yield ReviewedState(ASKED, "asked")
    for rank, answer in enumerate(body.right_answers(), 1):
        outcome = _outcome(body, answer)
        yield ReviewedState(
            f"{RIGHT}-{rank}", "right", rank, answer, given_words(body, answer), outcome, outcome == "right"
        )
    for rank, answer in enumerate(body.wrong_answers(), 1):
        outcome = _outcome(body, answer)
        yield ReviewedState(
            f"{WRONG}-{rank}", "wrong", rank, answer, given_words(body, answer), outcome, outcome != "right"
        )
    yield ReviewedState(PASSED, "passed", answer={})
    yield ReviewedState(EMPTY, "empty", outcome="refused", held=bool(body.refusal({})))


def given_words(body: AnyChallenge, answer: Answer) -> tuple[str, ...]:
    """What an answer says, without ids."""
    if isinstance(body, EnvironmentChallenge):
        return ()
    correction = correct(body, answer)
    if correction.proposals:
        return tuple(one.text for one in correction.proposals if one.mark.startswith("given"))
    return _told(correction.fields)


def mistaken_words(body: AnyChallenge, answer: Answer) -> tuple[str, ...]:
    """The same, without the fields that are right."""
    if isinstance(body, EnvironmentChallenge):
        return ()
    wrong = _told(one for one in correct(body, answer).fields if not one.ok)
    return wrong or given_words(body, answer)


def _told(fields: Iterable[CorrectedField]) -> tuple[str, ...]:
    shown = (one for one in fields if one.given or one.done)
    return tuple(" : ".join(filter(None, (one.label, one.given))) for one in shown)


def _outcome(body: Challenge, answer: Answer) -> Outcome:
    if body.refusal(answer):
        return "refused"
    return "right" if body.grade(answer).ok else "wrong"
