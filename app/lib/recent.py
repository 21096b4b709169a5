"""A memory that forgets what it has kept longest."""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(dict[Key, Value]):
    """At most `limit` entries: one more, and the oldest goes."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def __setitem__(self, key: Key, value: Value) -> None:
        while len(self) >= self._limit and key not in self:
            del self[next(iter(self))]
        super().__setitem__(key, value)
