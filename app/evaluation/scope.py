"""What an assessment is about, as whoever starts it says it. The evaluation stores it and never learns who asked."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from app.content.challenge import Mark


class Scope(msgspec.Struct, frozen=True, omit_defaults=True):
    """What to ask and where to go.

    With `adaptive`, `skills` are the skills aimed at; with `fixed`, `challenges` are asked in order. `title` heads
    every page; `leave` and `after` are local paths: where « Quitter » goes, and where a finished assessment goes.
    """

    title: str
    leave: str
    after: str
    method: Literal["adaptive", "fixed"] = "adaptive"
    skills: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    checkpoints: bool = True
    level_ups: bool = True
    retry_days: int | None = 4
    """Failures older than this, in days, when the assessment starts are asked again; successes never are.
    None: every known skill counts."""
    exam: bool = False
    """Nothing is shown of the answers, nothing is kept in the browser, and no other test ends it."""
    focus_counts: bool = False
    """Leaving the page of a focused challenge makes its answer wrong."""
    extra_percent: int = 0
    """Time in plus for timed challenges of an exam, which then replaces what the learner declares on her account."""
    length: int = 0
    """How many questions there are, when it is known; 0 when nobody knows."""
    spared: tuple[Mark, ...] = ()
    """Marks of the challenges that are not asked, besides those that the learner's own needs leave out."""
    report: str = ""
    """Where « Signaler un problème » goes, when it is not for the authors of the challenge."""


def encode(scope: Scope) -> str:
    return msgspec.json.encode(scope).decode()


_decoder = msgspec.json.Decoder(Scope)


def decode(text: str) -> Scope:
    return _decoder.decode(text)


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
