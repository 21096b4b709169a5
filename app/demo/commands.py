"""`pix demo`, and `pix simulate placement`: simulated learners."""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields
from typing import Any

from app.content import releases
from app.demo.people import PASSWORD, lines
from app.demo.placement_trial import Trial, trial
from app.demo.world import fill
from app.evaluation.engines import engine_named
from app.lib.clock import now
from app.persistence.database import database_running

COLUMNS = tuple(field.name for field in fields(Trial))
HEADING = "competence  skills  challenges  questions    bias   error  within 1 level  ran out"


def register(subparsers: Any) -> None:
    demo = subparsers.add_parser("demo", help="fill the database with demo accounts and campaigns, once")
    demo.set_defaults(run=run_demo)
    simulate = subparsers.add_parser("simulate", help="play simulated learners through the engine")
    placement = simulate.add_subparsers(required=True, metavar="WHAT").add_parser(
        "placement", help="people of known level take the test of each competence: how far from it are they placed?"
    )
    placement.add_argument("--learners", type=int, default=200, metavar="N", help="people per competence (200)")
    placement.add_argument("--seed", type=int, default=1, help="the same seed gives the same people (1)")
    placement.add_argument("--engine", default="reference", help="the placement engine (reference)")
    placement.add_argument("--csv", action="store_true", help="print CSV")
    placement.set_defaults(run=run_placement)


async def run_demo(arguments: argparse.Namespace) -> int:
    del arguments
    async with database_running():
        if not await releases.refresh():
            print("pix: no content is loaded: run `pix content load` first.", file=sys.stderr)
            return 1
        await fill(now())
    print(f"Demo accounts, password {PASSWORD}:", *lines(), "Campaign to try: /campagnes/DECOUV123", sep="\n")
    return 0


async def run_placement(arguments: argparse.Namespace) -> int:
    async with database_running():
        await releases.refresh()
        index = releases.current_index()
    engine = engine_named(arguments.engine)
    rows = [
        trial(index, competence, engine, max(arguments.learners, 1), arguments.seed)
        for competence in index.competences.values()
    ]
    print(",".join(COLUMNS) if arguments.csv else HEADING)
    for row in rows:
        print(",".join(str(getattr(row, name)) for name in COLUMNS) if arguments.csv else line_of(row))
    return 0


def line_of(row: Trial) -> str:
    return (
        f"{row.competence:<10}  {row.skills:6}  {row.challenges:10}  {row.questions:9.1f}  {row.bias:+6.2f}"
        f"  {row.error:6.2f}  {row.within_one:14.0%}  {row.ran_out:7}"
    )
