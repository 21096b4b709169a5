"""`pix demo`, and `pix simulate`: simulated learners."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from app.content import releases
from app.demo import certification_command, placement_command
from app.demo.people import PASSWORD, lines
from app.demo.world import fill
from app.lib.clock import now
from app.persistence.database import database_running


def register(subparsers: Any) -> None:
    demo = subparsers.add_parser("demo", help="fill the database with demo accounts and campaigns, once")
    demo.set_defaults(run=run_demo)
    simulate = subparsers.add_parser("simulate", help="play simulated learners through the engine")
    what = simulate.add_subparsers(required=True, metavar="WHAT")
    placement = what.add_parser(
        "placement",
        help="people of known abilities take the tests of all competences: how near, after how many questions?",
    )
    placement_command.add_options(placement)
    placement.set_defaults(run=placement_command.run)
    certification = what.add_parser(
        "certification", help="people of known abilities take the adaptive test: how near, by each way of scoring?"
    )
    certification_command.add_options(certification)
    certification.set_defaults(run=certification_command.run)


async def run_demo(arguments: argparse.Namespace) -> int:
    del arguments
    async with database_running():
        if not await releases.refresh():
            print("pix: no content is loaded: run `pix content load` first.", file=sys.stderr)
            return 1
        await fill(now())
    print(f"Demo accounts, password {PASSWORD}:", *lines(), "Campaign to try: /campagnes/DECOUV123", sep="\n")
    return 0
