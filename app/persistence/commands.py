"""`pix db …`: migrations, backup, restore."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.persistence import backup, migrations
from app.persistence.database import database_running


def register(subparsers: Any) -> None:
    verbs = subparsers.add_parser("db", help="the database").add_subparsers(required=True, metavar="VERB")
    one = verbs.add_parser("upgrade", help="run the migrations that are missing")
    one.set_defaults(run=run_upgrade)
    one = verbs.add_parser("status", help="list the migrations; exit 1 when one is missing")
    one.set_defaults(run=run_status)
    one = verbs.add_parser("backup", help="save the database in a file, while it runs")
    one.add_argument("file", metavar="FILE", type=Path)
    one.add_argument("--force", action="store_true", help="replace the file if it exists")
    one.set_defaults(run=run_backup)
    one = verbs.add_parser("restore", help="put a backup in place of the database")
    one.add_argument("file", metavar="FILE", type=Path)
    one.add_argument("--force", action="store_true", help="lose what the database holds")
    one.set_defaults(run=run_restore)


async def run_upgrade(arguments: argparse.Namespace) -> int:
    del arguments
    async with database_running():
        done = await migrations.upgrade()
    for name in done:
        print(f"Migrated: {name}")
    if not done:
        print("The database is up to date.")
    return 0


async def run_status(arguments: argparse.Namespace) -> int:
    del arguments
    async with database_running():
        states = await migrations.status()
        forgotten = await migrations.unwritten_changes()
    for state in states:
        print(f"{'done   ' if state.done else 'MISSING'}  {state.id}  {state.description}")
    if forgotten:
        print("The tables in the code have what no migration makes:", *forgotten, sep="\n  ")
    return 0 if all(state.done for state in states) and not forgotten else 1


async def run_backup(arguments: argparse.Namespace) -> int:
    async with database_running():
        await backup.backup(arguments.file, force=arguments.force)
    print(f"Saved in {arguments.file}.")
    return 0


async def run_restore(arguments: argparse.Namespace) -> int:
    await backup.restore(arguments.file, force=arguments.force)
    print(f"Restored from {arguments.file}. Restart the service: it keeps the content in memory.")
    return 0
