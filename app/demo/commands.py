"""`pix demo`."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from app.content import releases
from app.demo.people import PASSWORD, lines
from app.demo.world import fill
from app.lib.clock import now
from app.persistence.database import database_running


def register(subparsers: Any) -> None:
    demo = subparsers.add_parser("demo", help="fill the database with demo accounts and campaigns, once")
    demo.set_defaults(run=run_demo)


async def run_demo(arguments: argparse.Namespace) -> int:
    del arguments
    async with database_running():
        if not await releases.refresh():
            print("pix: no content is loaded: run `pix content load` first.", file=sys.stderr)
            return 1
        await fill(now())
    print(f"Demo accounts, password {PASSWORD}:", *lines(), "Campaign to try: /campagnes/DECOUV123", sep="\n")
    return 0
