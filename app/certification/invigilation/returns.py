"""From where somebody asks to resume: the browser where her test was open, or another one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from app.certification.tables import CertificationEvent


async def returned_elsewhere(tests: Sequence[int]) -> frozenset[int]:
    """Those of these tests that wait in another browser than the one that was let in."""
    if not tests:
        return frozenset()
    among = ", ".join("{}" for _ in tests)
    rows = await CertificationEvent.raw(
        f"SELECT test, kind, details FROM certification_event WHERE test IN ({among})"
        " AND kind IN ('started', 'returned', 'resumed') ORDER BY test, position",
        *tests,
    )
    moves: dict[int, list[tuple[str, str]]] = {}
    for row in rows:
        moves.setdefault(row["test"], []).append((row["kind"], json.loads(row["details"]).get("browser", "")))
    return frozenset(test for test, found in moves.items() if is_elsewhere(found))


def is_elsewhere(moves: Iterable[tuple[str, str]]) -> bool:
    """Whether the last browser that came is not the one let in. `moves`: kinds of events, with their browser. Pure."""
    let_in = last = ""
    for kind, browser in moves:
        if kind != "resumed":
            last = browser
        if kind != "returned":
            let_in = last
    return last != let_in
