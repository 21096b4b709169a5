"""What is wrong in the content, as data: every problem of every file is listed, none is raised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, its code (explained in content/rules.md), what is wrong and how to mend it."""

    path: str
    line: int
    column: int
    code: str
    message: str
    mend: str = ""

    def __str__(self) -> str:
        mend = f" → {self.mend}" if self.mend else ""
        return f"{self.path}:{self.line}:{self.column} {self.code} {self.message}{mend}"
