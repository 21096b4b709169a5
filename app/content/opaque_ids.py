"""Ids that say nothing: a page must not tell which proposal its author wrote first, or named after its pair."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2s

Rename = Callable[[str], str]


def opaque(challenge: str) -> Rename:
    """A renaming for one challenge: always the same, four hexadecimal digits, never twice the same."""
    given: dict[str, str] = {}

    def rename(one: str) -> str:
        if one not in given:
            tries = 0
            while (name := _drawn(challenge, one, tries)) in given.values():
                tries += 1
            given[one] = name
        return given[one]

    return rename


def _drawn(challenge: str, one: str, tries: int) -> str:
    return blake2s(f"{challenge} {one} {tries}".encode(), digest_size=2).hexdigest()
