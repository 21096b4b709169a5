"""What is wrong in the content, as data: every problem of every file is listed, none is raised."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, its code (explained in content/rules.md), what is wrong and how to mend it.

    A `note` is advice: it refuses nothing.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    mend: str = ""
    severity: Literal["error", "note"] = "error"

    def __str__(self) -> str:
        mend = f" → {self.mend}" if self.mend else ""
        note = "(note) " if self.severity == "note" else ""
        return f"{self.path}:{self.line}:{self.column} {self.code} {note}{self.message}{mend}"

    def as_note(self) -> Problem:
        return replace(self, severity="note")
