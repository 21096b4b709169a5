"""Wrong tries within a while, by who tries; in the memory of each process, at most as many people as it says."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from app.lib.recent import Recent

Who = TypeVar("Who", bound=Hashable)
REMEMBERED = 4096


class Tries(Generic[Who]):
    """`most` wrong ones within the `window`, and one has to wait until the oldest of them is out of it."""

    def __init__(self, most: int, window: timedelta) -> None:
        self._most, self._window = most, window
        self._wrong: Recent[Who, Sequence[datetime]] = Recent(REMEMBERED)

    def exhausted(self, who: Who, at: datetime) -> bool:
        """Whether this one has to wait."""
        return len(self._recent(who, at)) >= self._most

    def failed(self, who: Who, at: datetime) -> None:
        """One more wrong try."""
        self._wrong[who] = [*self._recent(who, at), at][-self._most :]

    def forget(self) -> None:
        """Empties the memory, when the database is another one."""
        self._wrong.clear()

    def _recent(self, who: Who, at: datetime) -> list[datetime]:
        return [one for one in self._wrong.get(who, ()) if at - one < self._window]
