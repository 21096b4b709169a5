"""A session of the file, while its lines are read: which of them are about it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from app.accounts.identity import unaccented
from app.certification.candidates.identity import Identity
from app.certification.mass_import.columns import OF_SESSIONS
from app.certification.sessions import forms
from app.certification.sessions.sessions import Planned

OTHERS = tuple(one.key for one in OF_SESSIONS if one.key != "number")
"""The cells that say what a new session is."""


@dataclass
class Block:
    """A session while it is read."""

    line: int
    number: str
    typed: forms.Typed
    known: int | None = None
    planned: Planned | None = None
    candidates: dict[tuple[str, date], Identity] = field(default_factory=dict)
    lines: dict[tuple[str, date], int] = field(default_factory=dict)
    enrols: int = 0
    """How many candidates it has, whatever is wrong with them."""

    def goes_on(self, number: str, typed: forms.Typed) -> bool:
        """Whether a line is about this session too: each of its cells is empty, or repeats this one's."""
        pairs = [(number, self.number), *((_same(typed, key), _same(self.typed, key)) for key in OTHERS)]
        return all(mine in ("", its) for mine, its in pairs)


def place_of(site: str, room: str, starts_at: datetime) -> tuple[str, str, datetime]:
    """Two sessions are twins when they are there at the same time: spaces, capitals and accents are no difference."""
    return _plain(site), _plain(room), starts_at


def _same(typed: forms.Typed, key: str) -> str:
    """A cell in the form under which it repeats another."""
    value = str(getattr(typed, key))
    hour = forms.read_time(value) if key == "time" else None
    return f"{hour:%H:%M}" if hour else _plain(value)


def _plain(words: str) -> str:
    return " ".join(unaccented(words).split())
