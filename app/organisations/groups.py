"""Organisations that belong to others: an academy, a group of schools. Pure."""

from __future__ import annotations

from collections.abc import Mapping


def makes_loop(organisation: int, parent: int, parents: Mapping[int, int | None]) -> bool:
    """Whether `organisation` under `parent` would be above itself. `parents`: who is under whom now."""
    seen: set[int] = set()
    above: int | None = parent
    while above is not None and above not in seen:
        if above == organisation:
            return True
        seen.add(above)
        above = parents.get(above)
    return False
