"""Each challenge played against itself, as `check` does, with every state told: for who writes it. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.content.bank import StoredChallenge
from app.content.challenge import Answer

LONGEST = 70
What = Literal["unanswered", "right", "wrong"]


@dataclass(frozen=True)
class State:
    """One answer given to it: what should become of it, and what became."""

    what: What
    answer: str
    outcome: str
    held: bool


def play(stored: StoredChallenge) -> tuple[State, ...]:
    """Unanswered, then each right answer, then each wrong one."""
    return tuple(_states(stored))


def _states(stored: StoredChallenge) -> Iterator[State]:
    body = stored.body
    nothing: Answer = {}
    asked = body.refusal(nothing)
    yield State("unanswered", "", " ".join(dict.fromkeys(asked.values())) or "accepted", bool(asked))
    for answer in body.right_answers():
        refused, ok = body.refusal(answer), body.grade(answer).ok
        yield State("right", _shown(answer), _outcome(refused, ok), ok and not refused)
    for answer in body.wrong_answers():
        ok = body.grade(answer).ok
        yield State("wrong", _shown(answer), _outcome(body.refusal(answer), ok), not ok)


def _outcome(refused: dict[str, str], ok: bool) -> str:
    return "judged right" if ok and not refused else "asked again" if refused else "judged wrong"


def _shown(answer: Answer) -> str:
    words = "; ".join(f"{name}={', '.join(values)}" if name else ", ".join(values) for name, values in answer.items())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def summary(stored: StoredChallenge, states: tuple[State, ...]) -> str:
    """One line: how many states of each sort held."""
    counts = []
    for what in ("unanswered", "right", "wrong"):
        mine = [one for one in states if one.what == what]
        counts.append(f"{what} {sum(one.held for one in mine)}/{len(mine)}")
    verdict = "ok    " if all(one.held for one in states) else "FAILED"
    return f"{verdict} {stored.id:<28} {stored.body.kind:<17} {', '.join(counts)}"
