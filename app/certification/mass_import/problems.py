"""What is wrong, or strange, in the lines of an imported file. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.web.messages import Message

MOST_KEPT = 200
"""Problems of each kind that are shown; the others are counted."""


@dataclass(frozen=True)
class Problem:
    """One line's. Plain data: it is kept with the import."""

    line: int
    """As spreadsheets number it: 1 for the titles. 0: the whole file."""
    column: str
    """The title of its column, a message id; empty for the whole line."""
    code: str
    """Stable, for who helps: `BIRTHDATE_MISSING`, `SESSION_TWIN`."""
    words: str
    """A message id."""
    values: dict[str, Any] = field(default_factory=dict)
    """What the message quotes."""

    @property
    def message(self) -> Message:
        return Message(self.words, **self.values)


@dataclass
class Problems:
    """Errors forbid the import, warnings do not."""

    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    error_count: int = 0
    warning_count: int = 0

    def block(self, problem: Problem) -> None:
        """It must be corrected."""
        self.error_count += 1
        if len(self.errors) < MOST_KEPT:
            self.errors.append(problem)

    def warn(self, problem: Problem) -> None:
        """It may be what was meant."""
        self.warning_count += 1
        if len(self.warnings) < MOST_KEPT:
            self.warnings.append(problem)

    def in_order(self) -> None:
        """Sorts them from the first line to the last: what the database knows is found after the rest."""
        self.errors.sort(key=lambda one: one.line)
        self.warnings.sort(key=lambda one: one.line)
