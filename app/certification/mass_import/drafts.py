"""What a file would do: sessions, and who would be enrolled in each. Plain data, kept until somebody confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.certification.candidates.identity import Identity
from app.certification.mass_import.problems import Problem
from app.certification.sessions.sessions import Planned


@dataclass(frozen=True)
class DraftSession:
    """A session to create, or one that exists and gets candidates: either `planned` or `number`."""

    line: int
    """Where the file begins it."""
    number: int | None = None
    planned: Planned | None = None
    candidates: Sequence[Identity] = ()


@dataclass(frozen=True)
class Counts:
    """What the recap begins with."""

    sessions: int = 0
    empty_sessions: int = 0
    """Those without candidates, among them."""
    candidates: int = 0


@dataclass(frozen=True)
class Draft:
    """The whole file, and what is strange in it."""

    sessions: list[DraftSession]
    counts: Counts
    warnings: list[Problem]
    warning_count: int
