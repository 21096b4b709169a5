"""`pix reports`, also `pix content reports`: what learners signal, for those who write the challenges."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.evaluation.reports import Signalled

MOST = 10_000


def register(subparsers: Any) -> None:
    """Adds the verb: at the top level, and among those of `pix content`."""
    one = subparsers.add_parser("reports", help="problems signalled by learners, the newest first")
    one.add_argument("challenge", nargs="?", help="only those of this challenge")
    one.add_argument("--limit", type=int, default=200, metavar="N", help="at most N (200)")
    one.add_argument("--json", action="store_true", help="one JSON object a line")
    one.set_defaults(run=run_reports)


async def run_reports(arguments: argparse.Namespace) -> int:
    from app.evaluation import reports
    from app.persistence.database import database_running

    async with database_running():
        found = await reports.recent(min(max(arguments.limit, 1), MOST), arguments.challenge)
    for one in found:
        print("\n".join(lines_of(one, as_json=arguments.json)))
    if not found and not arguments.json:
        print("No problem was signalled.")
    return 0


def lines_of(one: Signalled, *, as_json: bool) -> list[str]:
    """A report as it is printed."""
    if as_json:
        return [json.dumps({**asdict(one), "at": one.at.isoformat()}, ensure_ascii=False)]
    lines = [f"{one.at:%Y-%m-%d %H:%M}  {one.challenge}  {one.category}"]
    lines += [
        f"    {name}: {' '.join(text.split())}"
        for name, text in (("comment", one.comment), ("answer", one.value))
        if text
    ]
    return lines
